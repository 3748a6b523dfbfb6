import { expect } from 'chai';
import { orderNumbers, phoneDigits, phonePatterns } from './phone-search.ts';

const finds = (typed: string, ...numbers: readonly string[]): boolean =>
  phonePatterns(typed).some((pattern) => phoneDigits(numbers).includes(pattern));

describe('phone search', () => {
  it('finds a number in its international and its national form', () => {
    for (const typed of ['+63 917 555 0101', '0063 917 5550101', '0917-555-0101', '917 555', '+63 917', '5550101'])
      for (const stored of ['0917 555 0101', '+63 917 555 0101', '+63 (0)917 555-0101', '0063917 5550101'])
        expect(finds(typed, stored), `${typed} in ${stored}`).to.equal(true);
  });

  it('finds no other number', () => {
    for (const [typed, stored] of [
      ['+63 917', '0918 917 0000'],
      ['+44 917 5550101', '+63 917 555 0101'],
      ['0917 555 0102', '+63 917 555 0101'],
      ['+1 503 555 0100', '0503 555 0199'],
    ] as const)
      expect(finds(typed, stored), `${typed} in ${stored}`).to.equal(false);
  });

  it('reads digits of other scripts, and never joins two numbers', () => {
    expect(finds('٠٩١٧ ٥٥٥', '0917 555 0101')).to.equal(true);
    expect(finds('0101 0917', '555 0101', '0917 555')).to.equal(false);
  });

  it('takes neither words nor two digits for a number', () => {
    for (const typed of ['Ana 917', '91', '', '+', 'a@b.example']) expect(phonePatterns(typed)).to.deep.equal([]);
  });

  it('finds an order by its number with and without its sign', () => {
    expect(orderNumbers(' 10512 ')).to.deep.equal(['10512', '#10512']);
    expect(orderNumbers('#10512')).to.include('#10512');
  });
});
