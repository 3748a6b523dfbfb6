import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createImporter } from './importer.ts';
import { csv, type FileLine } from './invoices.ts';
import type { TestServer } from './test-server.ts';

/** Tests the accepted file formats and the errors for invalid files. */
export function testImportFiles(server: () => TestServer): void {
  describe('import of files', () => {
    const { importContent, orderOf } = createImporter(server);

    it('reads gzip, quotes, line breaks in quotes, CRLF, a byte order mark and letters of any script', async () => {
      const description = 'A "LARGE",\n HEART ÅÄ';
      const text = `\uFEFF${csv({ invoice: '1300', customer: '30', description }).replaceAll('\n', '\r\n')}`;
      await importContent(gzipSync(text.replace(',\r\n HEART', ',\n HEART')));
      assert.equal((await orderOf('30', '1300')).lines[0]?.title, description);
    });

    describe('of a damaged file', () => {
      const good = csv({ invoice: '1400', customer: '40' }, { invoice: '1401', customer: '40', country: 'France' });
      const bad = (line: FileLine): string =>
        csv({ invoice: '1400', customer: '40' }, line, { invoice: '1402', customer: '40' });
      const many = csv(
        ...Array.from({ length: 3000 }, (_, at) => ({
          invoice: `${2000 + at}`,
          customer: '40',
          description: `${at * 7919}`,
        })),
      );
      const damaged: Readonly<Record<string, readonly [content: string | Uint8Array, message: RegExp]>> = {
        'no bytes': ['', /^Line 1: the file is empty$/],
        'other columns': ['a,b\n1,2\n', /^Line 1: the columns are not InvoiceNo, /],
        'too few columns': [good.replace(',France', ''), /^Line 3: it has too few or too many columns$/],
        'too many columns': [good.replace('France', 'France,'), /^Line 3: it has too few or too many columns$/],
        'an empty line': [good.replace('1401', '\n1401'), /^Line 3: it has too few or too many columns$/],
        'half a unit': [bad({ invoice: '1401', quantity: '1.5' }), /^Line 3: Quantity is not a whole number$/],
        'a price as text': [bad({ invoice: '1401', price: 'free' }), /^Line 3: UnitPrice is not a decimal number$/],
        'a price with an exponent': [bad({ invoice: '1401', price: '1e3' }), /^Line 3: UnitPrice is not/],
        'a day that does not exist': [
          bad({ invoice: '1401', at: '2011-02-29 10:00:00' }),
          /^Line 3: InvoiceDate is not a time/,
        ],
        'a time that does not exist': [
          bad({ invoice: '1401', at: '2011-02-28 24:00:00' }),
          /^Line 3: InvoiceDate is not a time/,
        ],
        'a customer number as text': [
          bad({ invoice: '1401', customer: 'Ingrid' }),
          /^Line 3: CustomerID is not a whole number$/,
        ],
        'no invoice number': [bad({ invoice: '' }), /^Line 3: InvoiceNo is not given$/],
        'a NUL': [bad({ invoice: '1401', description: 'a\0b' }), /^Line 3: Description is not text in UTF-8$/],
        'another encoding': [
          Buffer.from(bad({ invoice: '1401', description: 'Å' }), 'latin1'),
          /^Line 3: Description is not text in UTF-8$/,
        ],
        'a quote that is never closed': [
          good.replace('HEART', '"HEART'),
          /^Line 2: a quote opens here and is never closed$/,
        ],
        'a quote in the middle': [good.replace('HEART', 'HE"A"RT'), /^Line 2: a quote in an unexpected place$/],
        'an end within a line': [good.slice(0, -20), /^Line 3: /],
        'an end within the last field': [good.slice(0, -3), /^Line 3: it has no line end/],
        'an end within gzip': [
          gzipSync(many).subarray(0, -2000),
          /^Line \d{3,4}: the compressed file is cut off here$/,
        ],
        'a wrong checksum': [corrupted(gzipSync(many)), /^Line \d+: the compressed file is damaged here$/],
      };
      for (const [name, [content, message]] of Object.entries(damaged)) {
        it(`${name}: names the line, and imports nothing`, async () => {
          await assert.rejects(importContent(content), { message });
          assert.equal((await server().manager.get('/customers/40')).status, 404);
        });
      }

      it('accepts a last line without a line end if its last field is known from another line', async () => {
        const two = csv({ invoice: '1500', customer: '50' }, { invoice: '1501', customer: '50' });
        const summary = await importContent(two.trimEnd());
        assert.equal(summary.lines, 2);
      });
    });
  });
}

/** Corrupts a gzip file, which ends with a checksum and a length of four bytes each. */
function corrupted(bytes: Buffer): Buffer {
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 8) ^ 0xff, bytes.length - 8);
  return bytes;
}
