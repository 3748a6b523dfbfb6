import { expect } from 'chai';
import { nothing, render } from 'lit';
import type { Customer } from '../../domain/customer.ts';
import { Localization } from '../../i18n/localization.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { identity } from './identity.ts';

const l10n = Localization.of({ locale: 'en-GB', timeZone: frozenZone, now: frozenNow });

function drawn(customer: Partial<Customer>): HTMLElement {
  const root = document.createElement('div');
  render(identity({ customer: { id: 'C-1', ...customer }, withheldName: nothing, l10n }), root);
  return root;
}

const heading = (customer: Partial<Customer>) => drawn(customer).querySelector('h2')!.textContent.trim();
const items = (customer: Partial<Customer>) =>
  [...drawn(customer).querySelectorAll('.meta > span')].map(({ textContent }) => textContent.trim());
const badges = (customer: Partial<Customer>) =>
  [...drawn(customer).querySelectorAll('.badge')].map(
    ({ className, textContent }) => `${className.replace('badge ', '')}: ${textContent.trim()}`,
  );

describe('customer identity', () => {
  it('is the name, or the id without one', () => {
    expect(heading({ name: 'Ngatini' })).to.equal('Ngatini');
    for (const name of [undefined, null, '', '  '])
      expect(heading({ ...(name === undefined ? {} : { name }) })).to.equal('C-1');
    expect(heading({ displayId: 'Ada-7' })).to.equal('Ada-7');
    expect(heading({ name: { withheld: 'masked', display: 'N•••••' } })).to.equal('N•••••');
    expect(heading({ name: { withheld: 'denied', display: 'N•••••' } })).to.equal('C-1');
    expect(heading({ name: { withheld: 'encrypted', token: 'k7f2' } })).to.equal('C-1');
  });

  it('follows `name-source`, with fallbacks', () => {
    const customer: Customer = {
      id: 'C-1',
      name: 'Ingrid Vasquez-Holm',
      firstName: 'Ingrid',
      lastName: { withheld: 'masked', display: 'V•••••' },
      defaultShipping: { name: 'I. Holm', lines: ['1 Row'] },
      defaultBilling: { withheld: 'masked', display: '•••••' },
    };
    const called = (from: string, more: Partial<Customer> = {}) => {
      const root = document.createElement('div');
      render(identity({ customer: { ...customer, ...more }, nameSource: from, withheldName: nothing, l10n }), root);
      return root.querySelector('h2')!.textContent.trim();
    };
    expect(called('shipping full first-last id')).to.equal('I. Holm');
    expect(called('billing, first-last')).to.equal('Ingrid V•••••');
    expect(called('shipping full', { defaultShipping: null })).to.equal('Ingrid Vasquez-Holm');
    expect(called('id full', { displayId: 'ingrid' })).to.equal('ingrid');
    expect(called('nonsense constructor')).to.equal('C-1');
    expect(called('billing')).to.equal('C-1');
  });

  it('shows invisible characters in a name', () => {
    expect(heading({ name: 'Ann\u202Egnp' })).to.equal('AnnU+202Egnp');
    // A name of invisible characters counts as no name.
    expect(heading({ name: '\u200B' })).to.equal('C-1');
  });

  it('names the id once', () => {
    expect(items({ name: 'Ngatini' })).to.deep.equal(['C-1']);
    expect(items({ name: 'Ngatini', displayId: 'Ada-7' })).to.deep.equal(['Ada-7']);
    expect(items({})).to.deep.equal([]);
    expect(drawn({}).querySelectorAll('.meta').length).to.equal(0);
  });

  it('shows “customer since” and “last seen” if they are known', () => {
    const times = { createdAt: '2019-03-14T09:20:00Z', lastLoginAt: '2026-11-18T10:52:00Z' };
    expect(items(times)).to.deep.equal(['Customer since 14 Mar 2019', 'Last login today, 10:52']);
    expect(drawn(times).querySelector('time')!.title).to.contain('14 March 2019').and.contain('GMT');
    expect(items({ lastLoginAt: null })).to.deep.equal(['Never logged in']);
  });

  it('names the country only if no column does', () => {
    expect(items({ country: 'GB' })).to.deep.equal(['United Kingdom']);
    expect(items({ country: 'EIRE' })).to.deep.equal(['EIRE']);
    expect(items({ country: 'GB', email: null })).to.deep.equal([]);
    expect(items({ country: 'GB', defaultShipping: { lines: ['1 Row'] } })).to.deep.equal([]);
    expect(items({ country: 'GB', defaultShipping: { withheld: 'denied' } })).to.deep.equal(['United Kingdom']);
  });

  it('marks a tax exemption only if there is one', () => {
    expect(badges({})).to.deep.equal([]);
    expect(badges({ taxExempt: false, taxExemptUntil: '2027-03-31' })).to.deep.equal([]);
    expect(badges({ taxExempt: true })).to.deep.equal(['neutral: Tax exempt']);
    expect(badges({ taxExempt: true, taxExemptUntil: null })).to.deep.equal(['neutral: Tax exempt']);
    expect(badges({ taxExempt: true, taxExemptUntil: '2026-11-18' })).to.deep.equal(['neutral: Tax exempt']);
    expect(badges({ taxExempt: true, taxExemptUntil: '2026-11-17' })).to.deep.equal([]);
  });

  it('shows level and verification, and the platform’s labels for unknown codes', () => {
    expect(badges({ level: null, verification: 'verified' })).to.deep.equal(['success: Verified']);
    expect(badges({ level: { id: 'gold', name: 'Gold' }, verification: 'unverified' })).to.deep.equal([
      'neutral: Gold',
      'warning: Not verified',
    ]);
    expect(badges({ verification: 'pending' })).to.deep.equal(['accent: Verification pending']);
    expect(badges({ verification: { code: 'vouched-for', label: 'Vouched for' } })).to.deep.equal([
      'neutral: Vouched for',
    ]);
    expect(badges({ verification: { code: 'verified', label: 'KYC 2' } })).to.deep.equal(['success: KYC 2']);
    expect(badges({ verification: '__proto__' })).to.deep.equal(['neutral: __proto__']);
  });
});
