import { expect } from 'chai';
import type { CreditAccount } from '../../../domain/credit.ts';
import type { StoredValue } from '../../../domain/money.ts';
import { Localization } from '../../../i18n/localization.ts';
import { blankAdjustment, readAdjustment, type AdjustValues } from './adjust-reading.ts';

const account = (balance: StoredValue, more: Partial<CreditAccount> = {}): CreditAccount => ({
  id: 'a',
  customerId: 'C',
  kind: 'currency' in balance ? 'store-credit' : balance.unit,
  balance,
  allowDebit: true,
  ...more,
});
const pounds = account({ value: '86.50', currency: 'GBP' });
const yen = account({ value: '1200', currency: 'JPY' });
const dinars = account({ value: '1.250', currency: 'KWD' });
const points = account({ value: '2340', unit: 'points' });

const reading = (text: Partial<AdjustValues>, of = pounds, locale = 'en-GB') =>
  readAdjustment(
    { ...blankAdjustment('a'), description: 'Goodwill', ...text },
    { account: of, allowsDebit: of.allowDebit === true },
    Localization.of({ locale }),
  );
const amountOf = (amount: string, of?: CreditAccount, locale?: string) => reading({ amount }, of, locale).amount?.value;
const wrong = (amount: string, of?: CreditAccount, locale?: string) => reading({ amount }, of, locale).errors.amount;

describe('adjustment input', () => {
  it('is parsed with the locale’s separators, and padded to the currency’s decimals', () => {
    expect(amountOf('25')).to.equal('25.00');
    expect(amountOf(' 25.5 ')).to.equal('25.50');
    expect(amountOf('.5')).to.equal('0.50');
    expect(amountOf('1,234.50')).to.equal('1234.50');
    expect(amountOf('1234.500')).to.equal('1234.50');
    expect(amountOf('0.500')).to.equal('0.50');
    expect(amountOf('25.0000')).to.equal('25.00');
    expect(amountOf('007')).to.equal('7.00');
    expect(amountOf('1.234,50', pounds, 'de')).to.equal('1234.50');
    expect(amountOf('1234,5', pounds, 'de')).to.equal('1234.50');
    expect(amountOf('1 234,5', pounds, 'fr')).to.equal('1234.50');
    expect(amountOf('1\u202f234,5', pounds, 'fr')).to.equal('1234.50');
    expect(amountOf('1.234,5', pounds, 'es')).to.equal('1234.50');
    expect(amountOf("1'234.5", pounds, 'de-CH')).to.equal('1234.50');
    expect(amountOf('12,34,567.5', pounds, 'en-IN')).to.equal('1234567.50');
    expect(amountOf('٢٥٫٥', pounds, 'ar-EG')).to.equal('25.50');
    expect(amountOf('25.5', pounds, 'ar-EG')).to.equal('25.50');
    expect(amountOf('\u200e25\u200f')).to.equal('25.00');
  });

  it('is rejected rather than guessed if it is ambiguous', () => {
    for (const text of [
      '1,5',
      '12,34',
      '1,2345',
      '1.2.3',
      '1 234',
      '25p',
      '£25',
      '1e3',
      '0x10',
      '-5',
      '+5',
      '.',
      ',',
      '∞',
    ])
      expect(wrong(text), text).to.equal('This is not an amount. Write it like 1,234.50.');
    expect(wrong('25.5', pounds, 'de')).to.contain('1.234,50');
    expect(wrong('1,5', yen)).to.contain('1,235');
  });

  it('is questioned if it looks like another locale’s thousands', () => {
    expect(wrong('1.250')).to.equal('This may mean 1,250.00 or 1.25. Write it as one of them.');
    expect(wrong('25.000')).to.equal('This may mean 25,000.00 or 25.00. Write it as one of them.');
    expect(wrong('1,250', pounds, 'de_DE')).to.equal('This may mean 1.250,00 or 1,25. Write it as one of them.');
    expect(wrong('1.000', yen)).to.equal('This may mean 1,000 or 1. Write it as one of them.');
    expect(wrong('1.000', points)).to.equal('This may mean 1,000 or 1. Write it as one of them.');
    expect(wrong('١٫٢٥٠', pounds, 'ar-EG')).to.contain('This may mean');
    expect(wrong('1.250', pounds, 'de-CH')).to.contain('This may mean');
    // Both decimal separators are accepted if the input is unambiguous; otherwise the locale decides.
    expect([amountOf('1,250.00'), amountOf('1,250'), amountOf('1.25')]).to.deep.equal(['1250.00', '1250.00', '1.25']);
    expect([amountOf('1.250,00', pounds, 'de'), amountOf('1.250', pounds, 'id_ID')]).to.deep.equal([
      '1250.00',
      '1250.00',
    ]);
    expect(amountOf('1.250', dinars)).to.equal('1.250');
    for (const [text, locale] of [
      ['1.250,00', 'en'],
      ['1,250.00', 'de'],
      ['1.250', 'fr'],
      ['1 250', 'en'],
    ] as const)
      expect(wrong(text, pounds, locale), text).to.contain('This is not an amount');
  });

  it('must be above zero', () => {
    for (const text of ['', '  ', '0', '0.00', '000'])
      expect(wrong(text), text).to.equal('Enter an amount above nought.');
  });

  it('has no more decimals than the currency', () => {
    expect(wrong('1.005')).to.equal('GBP: 2 decimals at the most.');
    expect(wrong('1.5', yen)).to.equal('JPY: no decimals.');
    expect(amountOf('1.0', yen)).to.equal('1');
    expect(amountOf('1.005', dinars)).to.equal('1.005');
    expect(wrong('1.0005', dinars)).to.equal('KWD: 3 decimals at the most.');
    expect(wrong('1.5', points)).to.equal('Points: no decimals.');
  });

  it('is exact at 25 digits, as is the new balance', () => {
    const large = account({ value: '9999999999999999999999999.99', currency: 'GBP' });
    const { amount, after } = reading({ amount: '0.01' }, large);
    expect([amount?.value, after?.value]).to.deep.equal(['0.01', '10000000000000000000000000.00']);
    expect(amountOf('1,234,567,890,123,456,789,012,345.67')).to.equal('1234567890123456789012345.67');
    expect(reading({ amount: '0.1' }, account({ value: '0.2', currency: 'GBP' })).after?.value).to.equal('0.30');
  });

  it('debits with a minus sign, at most the balance, and only if the account allows it', () => {
    const take = (amount: string, of = pounds) => reading({ amount, direction: 'take' }, of);
    expect(take('20').input?.adjustment.amount.value).to.equal('-20.00');
    expect(take('86.50').after?.value).to.equal('0.00');
    const tooMuch = take('86.51');
    expect(tooMuch.errors.amount).to.equal('£86.50 is the most that can be taken away.');
    expect([tooMuch.input, tooMuch.after]).to.deep.equal([undefined, undefined]);
    expect(take('1', account({ value: '-5.00', currency: 'GBP' })).errors.amount).to.contain('£0.00 is the most');
    for (const allowDebit of [false, undefined]) {
      const rejected = take('1', { ...pounds, allowDebit });
      expect(rejected.faults?.accountId).to.equal('Nothing can be taken away from this account.');
      expect(rejected.input).to.equal(undefined);
    }
  });

  it('states the time zone of a last day, and neither without expiry', () => {
    const lapsing = { ...pounds, allowExpiry: true };
    const of = (timeZone: string, expiresOn: string) =>
      readAdjustment(
        { ...blankAdjustment('a'), description: 'Goodwill', amount: '5', expiresOn },
        { account: lapsing, allowsDebit: true },
        // At this instant it is the 19th in Auckland and the 18th in Honolulu.
        Localization.of({ locale: 'en-GB', timeZone, now: () => new Date('2026-11-18T11:30:00Z') }),
      );
    expect(of('Pacific/Honolulu', '2026-11-18').input?.adjustment).to.include({
      expiresOn: '2026-11-18',
      timeZone: 'Pacific/Honolulu',
    });
    expect(of('Pacific/Auckland', '2026-11-18').errors.expiresOn).to.equal('This day is over.');
    expect(of('Pacific/Auckland', '').input?.adjustment).to.not.have.any.keys('expiresOn', 'timeZone');
  });

  it('requires a description; the reference is optional', () => {
    const { errors, input } = reading({ amount: '5', description: '  ' });
    expect([errors.description, input]).to.deep.equal(['Say what this is for.', undefined]);
    expect(reading({ amount: '5', description: ' Late ', reference: '  ' }).input?.adjustment).to.deep.equal({
      accountId: 'a',
      amount: { value: '5.00', currency: 'GBP' },
      description: 'Late',
    });
    expect(reading({ amount: '5', reference: ' CS-1 ' }).input?.adjustment.reference).to.equal('CS-1');
  });
});
