// Opens files in LibreOffice Calc in a given locale.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { aptInstall } from './apt.mjs';
import { onPath } from './on-path.mjs';

const HOW = 'LibreOffice Calc is not installed (Debian, Ubuntu: apt-get install libreoffice-calc).';

const find = () => onPath('soffice', 'libreoffice');

/**
 * Returns the `skip` of a test that needs LibreOffice: a reason if it is missing outside of CI. In CI the test runs
 * anyway, and fails.
 * @returns {string | false}
 */
export const officeMissing = () => !process.env.CI && !find() && HOW;

/**
 * @typedef {object} Cell
 * @property {string} type `string`, `float`, `date`, `boolean`; empty for an empty cell
 * @property {string} value the stored value: the number of a number, the text of a text
 * @property {string} shown the displayed text
 * @property {string | undefined} formula
 */

/** LibreOffice with a temporary profile in one locale. `close` deletes the profile. */
export class Office {
  #program;
  #folder;

  /** @param {string} locale */
  constructor(locale) {
    if (!find() && process.env.CI) aptInstall(['libreoffice-calc']);
    const program = find();
    if (!program) throw new Error(HOW);
    this.#program = program;
    this.#folder = mkdtempSync(join(tmpdir(), 'clientele-office-'));
    mkdirSync(join(this.#folder, 'user'));
    writeFileSync(
      join(this.#folder, 'user/registrymodifications.xcu'),
      `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
</oor:items>`,
    );
  }

  /**
   * Returns the cells of a file, row by row.
   * @param {string} path
   * @param {string} [separator] of a text file, as the user chooses it in the import dialog
   * @returns {Promise<Cell[][]>}
   */
  async open(path, separator) {
    const filter = separator ? [`--infilter=CSV:${separator.charCodeAt(0)},34,76,1`] : [];
    await promisify(execFile)(
      this.#program,
      [
        `-env:UserInstallation=${pathToFileURL(this.#folder).href}`,
        ...['--headless', ...filter, '--convert-to', 'fods', '--outdir', this.#folder, path],
      ],
      { timeout: 120_000 },
    );
    return cellsOf(readFileSync(join(this.#folder, `${basename(path, extname(path))}.fods`), 'utf8'));
  }

  close() {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/**
 * Parses the rows of the first sheet of a flat OpenDocument file.
 * @param {string} document
 */
function cellsOf(document) {
  const sheet = /<table:table table:name.*?<\/table:table>/s.exec(document)?.[0] ?? '';
  return [...sheet.matchAll(/<table:table-row\b[^>]*>(.*?)<\/table:table-row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
      ([, attributes = '', content = '']) => {
        /** @param {string} name */
        const attribute = (name) => plain(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]);
        const shown =
          plain([...content.matchAll(/<text:p>(.*?)<\/text:p>/gs)].map(([, text]) => text).join('\n')) ?? '';
        const value = attribute('office:value') ?? attribute('office:date-value') ?? attribute('office:string-value');
        const cell = {
          type: attribute('office:value-type') ?? '',
          value: value ?? shown,
          shown,
          formula: attribute('table:formula'),
        };
        const count = Number(attribute('table:number-columns-repeated') ?? 1);
        return Array.from({ length: cell.type ? count : Math.min(count, 50) }, () => cell);
      },
    ),
  );
}

/** @type {Record<string, string>} */
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** @param {string | undefined} xml */
const plain = (xml) =>
  xml
    ?.replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count = '1') => ' '.repeat(Number(count)))
    .replace(/<text:tab\/>/g, '\t')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([\da-f]+);|&#(\d+);|&(\w+);/gi, (_, hex, decimal, name) =>
      name ? (entities[name] ?? '') : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    );
