// Checks that docs/contract.md is complete: it names everything that is public, each with a sentence.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorCodes } from '../src/adapter/adapter-error.ts';
import { operationNames, operations, pathOf } from '../src/adapter/operations.ts';
import { basisCodes } from '../src/domain/stats.ts';
import { createContract, missingComments } from '../tools/contract.ts';
import { codeLists, expand, rowsOf } from '../tools/contract/render.ts';
import { describe as describeSchema, schemas } from '../tools/contract/schemas.ts';
import { Sources } from '../tools/contract/source.ts';

const text = createContract();

/** Returns the anchor that a renderer of Markdown gives to a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-');

describe('the contract reference', () => {
  it('has a sentence for every public member, code of an error and basis', () => {
    assert.deepEqual(missingComments(), []);
  });

  it('misses a comment that is not there, of a member, a method, an option, a schema, an error and a basis', () => {
    for (const [comment, name] of [
      ['/** The text, with its line breaks. */', 'Note.body'],
      ['/** Deletes a note. */', 'NotesPort.delete'],
      ['/** The maximum number of rows. */', 'PageRequest.first'],
      ["/** An operator's note about a customer. */", 'Note'],
      ['/** The answer did not come in time. */', 'errorCodes.timeout'],
      ['/** Units of products. Charges do not count. */', 'basisCodes.units'],
    ] as const)
      assert.deepEqual(missingComments(Sources.ofProject((source) => source.replace(comment, ''))), [name]);
  });

  it('has a section for every operation, with its path, its errors and its outcome', () => {
    for (const name of operationNames) {
      const heading = name.includes('.') ? name : `adapter.${name}`;
      const [, section = ''] = text.split(`\n### ${heading}\n`);
      const [own = ''] = section.split('\n#');
      assert.match(own, /\n- Call: .+\n- Answer: .+\n/, name);
      assert.ok(own.includes(`${pathOf(operations[name])}\`\n`), name);
      assert.match(own, /\n- Errors: .*\[those of any call\]/, name);
      assert.equal(own.includes('\n- Outcome unknown after: `offline`'), operations[name].kind === 'write', name);
    }
  });

  it('lists every code, basis and error', () => {
    for (const [name, codes] of codeLists())
      for (const code of codes) {
        const row = ['basisCodes', 'errorCodes'].includes(name) ? `\n| \`${code}\` |` : `\`${code}\``;
        assert.ok(text.includes(row), `${name}: ${code}`);
      }
    for (const code of [...basisCodes, ...errorCodes]) assert.match(text, new RegExp(`\\n\\| \`${code}\` \\| [A-Z]`));
  });

  it('says of every coded member which codes are known, or that it needs a label', () => {
    const sources = Sources.ofProject();
    const silent = [...schemas].flatMap(([name]) =>
      rowsOf(sources, name)
        .filter(({ described }) => described.uses.includes('Coded') && /^(list of )?\[Coded\]/.test(described.type))
        .filter(({ doc }) => !/known codes|with a label|`\w+`/i.test(expand(doc)))
        .map(({ path }) => `${name}.${path}`),
    );
    assert.deepEqual(silent, []);
  });

  it('describes what may stand in place of a value, and its bounds', () => {
    const { entries = {} } = schemas.get('Coupon')!;
    assert.deepEqual(describeSchema(entries['code']!).instead, ['absent', '`null`', '[withheld](#withheld)']);
    assert.equal(describeSchema(entries['code']!).type, '[ShortText](#shorttext)');
    assert.match(text, /\n\| `defaultFor` \| list of `billing`, `shipping` \| absent \(`\[\]`\) \|/);
    assert.match(text, /\n\| `quantity` \| \[Count\]\(#count\), at least 1 \|/);
  });

  it('has one anchor for each section, and a section for each link', () => {
    const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));
    assert.deepEqual(
      headings.filter((heading, index) => headings.indexOf(heading) !== index),
      [],
    );
    const links = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, link]) => link!);
    assert.ok(links.length > 300);
    assert.deepEqual(
      links.filter((link) => !headings.includes(link)),
      [],
    );
  });
});
