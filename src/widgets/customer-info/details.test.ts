import { expect } from 'chai';
import { html, nothing, render } from 'lit';
import type { Address } from '../../domain/address.ts';
import type { Customer } from '../../domain/customer.ts';
import type { Opening } from '../../element/opening.ts';
import { Localization } from '../../i18n/localization.ts';
import { address } from '../../ui/address.ts';
import { frozenNow, frozenZone } from '../../testing/scenario.ts';
import { details } from './details.ts';
import { phoneHref } from './phone-link.ts';

const l10n = Localization.of({ locale: 'en-GB', timeZone: frozenZone, now: frozenNow });

function drawn(
  customer: Partial<Customer>,
  openingOf: (account: { id: string }) => Opening | undefined = () => undefined,
) {
  const root = document.createElement('div');
  const content = details({
    customer: { id: 'C-1', ...customer },
    l10n,
    drawWithheld: (key, { withheld }, what) => html`<p>${key} ${withheld} ${what}</p>`,
    tools: () => nothing,
    additional: nothing,
    inService: false,
    phoneHref,
    drawAddressEdit: () => nothing,
    passwordChange: nothing,
    onContact: () => {},
    openingOf,
    onBusiness: () => {},
  });
  if (content !== nothing) render(content, root);
  return root;
}

const text = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim();
const columns = (customer: Partial<Customer>) =>
  Object.fromEntries(
    [...drawn(customer).querySelectorAll('section')].map((column) => [
      text(column.querySelector('h3')!),
      [...column.querySelectorAll('p, dt, dd, address')]
        .filter((element) => !element.querySelector('p'))
        .map((element) => text(element)),
    ]),
  );
const links = (customer: Partial<Customer>) =>
  [...drawn(customer).querySelectorAll('a')].map((link) => link.getAttribute('href'));

describe('customer details', () => {
  it('omit columns without data, all of them if need be', () => {
    expect(columns({})).to.deep.equal({});
    expect(columns({ country: 'GB' })).to.deep.equal({});
    expect(Object.keys(columns({ email: 'a@b.example', country: 'GB' }))).to.deep.equal(['Contact']);
    expect(Object.keys(columns({ defaultBilling: null }))).to.deep.equal(['Default billing']);
    expect(Object.keys(columns({ businessAccounts: [] }))).to.deep.equal(['Account']);
  });

  it('have the company and the groups if they are known', () => {
    const groups = [
      { id: '1', name: 'Wholesale' },
      { id: '2', name: 'Cafés' },
    ];
    expect(columns({ company: 'Kiln & Sons', groups })).to.deep.equal({
      Account: ['Company', 'Kiln & Sons', 'Groups', 'Wholesale, Cafés'],
    });
    expect(columns({ company: null, groups: [] })['Account']).to.deep.equal(['Company', 'none', 'Groups', 'none']);
    expect(columns({ groups: null })['Account']).to.deep.equal(['Groups', 'none']);
    expect(text(drawn({ company: { withheld: 'masked', display: 'K•••••' } }))).to.contain('company masked Company');
  });

  it('show a dash for unknown and “none” for empty', () => {
    expect(columns({ email: null, businessAccounts: [] })).to.deep.equal({
      Contact: ['No e-mail', 'Phone –not known'],
      Account: ['Login', '–not known', 'Recovery', '–not known', 'Business', 'none'],
    });
    expect(columns({ phones: [], login: null, recoveryEmail: null })).to.deep.equal({
      Contact: ['E-mail –not known', 'No phone'],
      Account: ['Login', 'none', 'Recovery', 'none', 'Business', '–not known'],
    });
    expect(text(drawn({ defaultShipping: null }))).to.equal('Default shipping none');
  });

  it('name the country if no address does', () => {
    expect(columns({ email: null, phones: null, country: 'SE' })).to.deep.equal({
      Contact: ['No e-mail', 'No phone', 'Sweden'],
    });
    expect(
      columns({ email: null, phones: null, country: 'SE', defaultBilling: { lines: ['Gatan 1'] } })['Contact'],
    ).to.deep.equal(['No e-mail', 'No phone']);
  });

  it('link addresses and phone numbers, and nothing else', () => {
    expect(links({ email: 'o’hara+shop@holm.example' })).to.deep.equal(['mailto:o%E2%80%99hara%2Bshop@holm.example']);
    expect(links({ email: 'a?subject=x&bcc=b@holm.example' })).to.deep.equal([
      'mailto:a%3Fsubject%3Dx%26bcc%3Db@holm.example',
    ]);
    for (const email of ['no address', 'a@b@c', 'a@b,c@d', '<a@b>', 'a@b\r\nBcc: c@d', 'javascript:alert(1)'])
      expect(links({ email })).to.deep.equal([]);
    expect(
      links({ phones: [{ number: '+44 (0)20 7946-0143' }, { number: 'javascript:alert(3)' }, { number: 'ask' }] }),
    ).to.deep.equal(['tel:+442079460143']);
  });

  it('link a phone number to its dialable form, by the customer’s country', () => {
    const hrefs = (numbers: readonly string[], customer: Partial<Customer> = {}) =>
      numbers.map((number) => links({ ...customer, phones: [{ number }] })[0]);
    expect(
      hrefs([
        '+44 (0)20 7946 0958',
        '+44 020 7946 0958',
        '+49 (0) 171 / 1234567',
        '+44 20 7946 0958 ext. 12',
        '\u202a+44\u00a07700\u00a0900214\u202c',
      ]),
    ).to.deep.equal([
      'tel:+442079460958',
      'tel:+442079460958',
      'tel:+491711234567',
      'tel:+442079460958;ext=12',
      'tel:+447700900214',
    ]);
    expect(hrefs(['0171/1234567', '00 44 20 7946 0958'], { country: 'DE' })).to.deep.equal([
      'tel:+491711234567',
      'tel:+442079460958',
    ]);
    expect(hrefs(['(020) 7946 0958'], { defaultShipping: { lines: ['Row 1'], country: 'GB' } })).to.deep.equal([
      'tel:+442079460958',
    ]);
    expect(hrefs(['0171 1234567', '555'], { country: 'Atlantis' }), 'as it is dialled there').to.deep.equal([
      'tel:01711234567',
      'tel:555',
    ]);
  });

  it('do not link a text that is no single phone number', () => {
    for (const country of [undefined, 'DE', 'GB'])
      for (const number of [
        '0171 1234567 / 030 987654',
        '+44 20 7946 0958 / +44 20 7946 0959',
        '+44 20 7946 0958, +44 20 7946 0959',
        '+44 20 7946 0958 or 0959',
        '+44 20 7946 0958/59',
        '1'.repeat(40),
        '+1',
        '12',
        'ask for Maja',
      ])
        expect(links({ country, phones: [{ number }] }), `${country} ${number}`).to.deep.equal([]);
  });

  it('label a phone number by its type', () => {
    const phones = [
      { number: '+44 7700 900214', type: 'mobile' },
      { number: '+44 20 7946 0143', type: { code: 'kiln', label: 'Kiln room' } },
      { number: '555', type: 'constructor' },
    ];
    expect(columns({ email: null, phones })['Contact']).to.deep.equal([
      'No e-mail',
      '+44 7700 900214 mobile',
      '+44 20 7946 0143 Kiln room',
      '555 constructor',
    ]);
  });

  it('show a reason that e-mail and phone share once', () => {
    const denied = { withheld: 'denied', reason: 'Support only.' } as const;
    expect(columns({ email: denied, phones: denied })['Contact']).to.deep.equal(['email denied E-mail and phone']);
    expect(columns({ email: denied, phones: { withheld: 'denied' } })['Contact']).to.deep.equal([
      'email denied E-mail',
      'phones denied Phone',
    ]);
    const masked = { withheld: 'masked', display: '•' } as const;
    expect(columns({ email: masked, phones: masked })['Contact']).to.have.length(2);
  });

  it('state the end of a tax exemption, also a past one', () => {
    const tax = (customer: Partial<Customer>) => columns(customer)['Account'];
    expect(tax({ taxExempt: true })).to.deep.equal(['Tax', 'Exempt']);
    expect(tax({ taxExempt: true, taxExemptUntil: '2027-03-31' })).to.deep.equal(['Tax', 'Exempt to 31 Mar 2027']);
    expect(tax({ taxExempt: true, taxExemptUntil: '2026-03-31' })).to.deep.equal([
      'Tax',
      'Exemption ended 31 Mar 2026',
    ]);
    expect(tax({ taxExempt: false, login: 'x' })).to.not.contain('Tax');
  });

  it('link a business account to the host’s page, if there is one', () => {
    const businessAccounts = [
      { id: 'B-1', name: 'Holm' },
      { id: 'B-2', name: 'Daughters' },
    ];
    const root = drawn({ businessAccounts }, ({ id }) => (id === 'B-1' ? { as: 'page', href: '/b/1' } : undefined));
    expect([...root.querySelectorAll('a')].map(text)).to.deep.equal(['Holm']);
    expect(text(root)).to.contain('Daughters');
  });

  it('format an address as stored, and its place by country', () => {
    const lines = (stored: Partial<Address>) => {
      const root = document.createElement('div');
      render(address({ lines: [], ...stored }, l10n), root);
      return [...root.querySelectorAll('bdi')].map(text);
    };
    const place = { city: 'City', region: 'Region', postalCode: '12345' };
    expect(
      lines({ company: 'Company', name: 'Name', lines: ['First', 'Second'], ...place, region: null, country: 'GB' }),
    ).to.deep.equal(['Name', 'Company', 'First', 'Second', 'City 12345', 'United Kingdom']);
    expect(lines({ ...place, country: 'US' })).to.deep.equal(['City, Region 12345', 'United States']);
    expect(lines({ ...place, region: '', country: 'DE' })).to.deep.equal(['12345 City', 'Germany']);
    expect(lines({ lines: ['', 'A\u200BB'], country: 'Ruritania' })).to.deep.equal(['AU+200BB', 'Ruritania']);
    expect(lines({})).to.deep.equal([]);
  });
});
