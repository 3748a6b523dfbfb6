// New and changed files, which are written together: if one cannot be made, none is.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { formatted } from '../format.mjs';

export class Changes {
  /** @type {Map<string, string>} */
  #texts = new Map();

  /** @param {string} path */
  create(path, text = '') {
    if (existsSync(path)) throw new Error(`${path} already exists.`);
    this.#texts.set(path, text);
  }

  /** @param {string} path */
  read(path) {
    return this.#texts.get(path) ?? readFileSync(path, 'utf8');
  }

  /**
   * @param {string} path
   * @param {string} anchor the line before which the text is inserted
   * @param {string} text
   */
  insertBefore(path, anchor, text) {
    this.#insert(path, this.#find(path, anchor), text);
  }

  /**
   * Inserts a line at the end of a block in braces.
   * @param {string} path
   * @param {string} head what stands in the line that opens the block
   * @param {string} line
   */
  insertInto(path, head, line) {
    const text = this.read(path);
    const start = this.#find(path, head);
    const [indent = ''] = /^ */.exec(text.slice(start)) ?? [];
    const end = text.indexOf(`\n${indent}}`, start);
    if (end < 0) throw new Error(`${path} has no end of the block "${head}".`);
    this.#insert(path, end + 1, line);
  }

  /**
   * Replaces the first match.
   * @param {string} path
   * @param {RegExp} match
   * @param {string} text
   */
  replace(path, match, text) {
    const current = this.read(path);
    if (!match.test(current))
      throw new Error(`${path} has no ${match}: tools/new has to learn where its text goes now.`);
    this.#texts.set(path, current.replace(match, text));
  }

  /**
   * Inserts a line among others of its kind, in their order.
   * @param {string} path
   * @param {RegExp} kind matches those lines
   * @param {string} line
   */
  insertSorted(path, kind, line) {
    const lines = this.read(path).split('\n');
    const others = lines.filter((each) => kind.test(each));
    const next = others.find((each) => each > line);
    const last = others.at(-1);
    if (last === undefined) throw new Error(`${path} has no line like ${kind}.`);
    lines.splice(next === undefined ? lines.indexOf(last) + 1 : lines.indexOf(next), 0, line);
    this.#texts.set(path, lines.join('\n'));
  }

  /**
   * @param {string} path
   * @param {string} line
   */
  addImport(path, line) {
    const last = [...this.read(path).matchAll(/^(import .*|\} from .*);\n/gm)].at(-1);
    if (!last) throw new Error(`${path} has no import.`);
    this.#insert(path, last.index + last[0].length, line);
  }

  /** Formats and writes all files. @returns {Promise<readonly string[]>} their paths */
  async save() {
    for (const [path, text] of this.#texts) this.#texts.set(path, await formatted(path, text));
    for (const [path, text] of this.#texts) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    return [...this.#texts.keys()];
  }

  /**
   * @param {string} path
   * @param {string} anchor
   */
  #find(path, anchor) {
    const text = this.read(path);
    const found = text.indexOf(anchor);
    if (found < 0) throw new Error(`${path} has no "${anchor}": tools/new must be changed to find the new place.`);
    return text.lastIndexOf('\n', found) + 1;
  }

  /**
   * @param {string} path
   * @param {number} at
   * @param {string} line
   */
  #insert(path, at, line) {
    const text = this.read(path);
    this.#texts.set(path, `${text.slice(0, at)}${line}\n${text.slice(at)}`);
  }
}
