import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { axeFaults } from './axe.ts';
import { part, type, unmountAll, until, mount } from './kit.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { scripted, type MethodName } from './scripted.ts';
import { knownCustomers, shopAdapter } from './shop.ts';
import '../define-all.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

const find = <E extends HTMLElement = Field>(element: Element, selector: string): E | null =>
  element.shadowRoot!.querySelector<E>(selector);
const press = async (element: Element, name: string): Promise<void> =>
  (await until(() => part(element, name), name)).click();

interface Limit {
  readonly what: string;
  readonly tag: string;
  /** Opens the form. */
  readonly open?: (element: Element) => Promise<void> | void;
  /** The selector of the field within the form. */
  readonly field: string;
  readonly most: number;
  /** The part of the save button. */
  readonly save: string;
  readonly method: MethodName;
  /** Default: the customer of the design. */
  readonly customerId?: string;
  /** Values of the other required fields. */
  readonly others?: Readonly<Record<string, string>>;
  /** Creates a text that is one character too long, if not any text will do. */
  readonly text?: (length: number) => string;
}

const openAddress = (element: Element) => press(element, 'add');
const openCustomer = (element: Element) => press(element, 'edit');
const openAdjust = (element: Element) => press(element, 'adjust');
const adjusting = { '#adjust-amount': '5', '#adjust-reason': 'goodwill', '#adjust-description': 'Late parcel' };
const openCoupon = async (element: Element): Promise<void> => {
  (
    await until(
      () => [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('.ledger-bar input')].at(-1),
      'the choice',
    )
  ).click();
  await press(element, 'issue');
};

const openSubscription = async (element: Element): Promise<void> => {
  await press(element, 'create');
  (await until(() => part(element, 'choice'), 'products')).click();
};

const limits: readonly Limit[] = [
  {
    what: 'a note',
    tag: 'notes-panel',
    open: async (element) => void (await until(() => part(element, 'note'), 'notes')),
    field: '#new-note',
    most: 10_000,
    save: 'save',
    method: 'notes.create',
  },
  {
    what: 'an edit of a note',
    tag: 'notes-panel',
    open: async (element) => {
      (await until(() => find<HTMLElement>(element, '[part~=note] [aria-label^=Edit]'), 'edit')).click();
    },
    field: '[id^=edit-]',
    most: 10_000,
    save: 'save',
    method: 'notes.update',
  },
  ...(['name', 'company', 'lines', 'city', 'postalCode', 'phone'] as const).map((name): Limit => ({
    what: `an address: ${name}`,
    tag: 'address-book',
    open: openAddress,
    field: `#address-${name}`,
    most: { postalCode: 40, phone: 60 }[name as string] ?? 200,
    save: 'save',
    method: 'addresses.create',
    others: {
      '#address-country': 'GB',
      '#address-name': 'A',
      '#address-lines': 'B 1',
      '#address-city': 'C',
      '#address-postalCode': 'SE21 8EZ',
    },
  })),
  {
    // A country whose regions are free text.
    what: 'an address: region',
    tag: 'address-book',
    open: openAddress,
    field: '#address-region',
    most: 200,
    save: 'save',
    method: 'addresses.create',
    others: {
      '#address-country': 'EE',
      '#address-name': 'A',
      '#address-lines': 'B 1',
      '#address-city': 'C',
      '#address-postalCode': '10111',
    },
  },
  ...(
    [
      ['name', 200],
      ['firstName', 200],
      ['lastName', 200],
      ['email', 320],
      ['company', 200],
      ['login', 200],
      ['recoveryEmail', 320],
    ] as const
  ).map(([name, most]): Limit => ({
    what: `a customer: ${name}`,
    tag: 'customer-info',
    // Nothing of hers is withheld.
    customerId: knownCustomers.additional,
    open: openCustomer,
    field: `#edit-${name}`,
    most,
    save: 'save',
    method: 'customers.update',
    ...(/email/i.test(name) && {
      text: (length) => {
        const domain = `@${'a.'.repeat(100)}example`;
        return `${'x'.repeat(length - domain.length)}${domain}`;
      },
    }),
  })),
  {
    what: 'a password',
    tag: 'customer-info',
    open: (element) => press(element, 'change-password'),
    field: '#password-password',
    most: 200,
    save: 'save',
    method: 'customers.setPassword',
  },
  {
    what: 'why a datum is revealed',
    tag: 'customer-info',
    open: (element) => press(element, 'reveal'),
    field: '#reveal-reason',
    most: 300,
    save: 'confirm',
    method: 'customers.reveal',
  },
  ...(
    [
      ['description', 500],
      ['reference', 100],
    ] as const
  ).map(([name, most]): Limit => ({
    what: `credit: ${name}`,
    tag: 'credit-balance',
    open: openAdjust,
    field: `#adjust-${name}`,
    most,
    save: 'review',
    method: 'credit.adjust',
    others: adjusting,
  })),
  {
    what: 'credit: amount',
    tag: 'credit-balance',
    open: openAdjust,
    field: '#adjust-amount',
    most: 60,
    save: 'review',
    method: 'credit.adjust',
    others: adjusting,
    text: (length) => '5'.padStart(length, '0'),
  },
  {
    what: 'a coupon: name',
    tag: 'credit-balance',
    open: openCoupon,
    field: '#coupon-name',
    most: 200,
    save: 'review',
    method: 'coupons.issue',
    others: { '#coupon-value': '5' },
  },
  ...(['value', 'minimum'] as const).map((name): Limit => ({
    what: `a coupon: ${name}`,
    tag: 'credit-balance',
    open: openCoupon,
    field: `#coupon-${name}`,
    most: 60,
    save: 'review',
    method: 'coupons.issue',
    others: { '#coupon-name': 'Sorry', '#coupon-value': '5' },
    text: (length) => '5'.padStart(length, '0'),
  })),
  {
    what: 'a subscription: quantity',
    tag: 'subscriptions-panel',
    open: openSubscription,
    field: '#create-quantity',
    most: 9,
    save: 'review',
    method: 'subscriptions.create',
    text: (length) => '5'.padStart(length, '0'),
  },
];

/** Shows a widget with an open form. */
async function opened({ tag, open, field, customerId = knownCustomers.ingrid, others = {} }: Limit) {
  const script = scripted<Adapter>(shopAdapter());
  const root = document.body.appendChild(document.createElement('div'));
  root.style.inlineSize = '900px';
  const locale = { locale: 'en-GB', timeZone: frozenZone, now: frozenNow };
  provideDashboard(root, { adapter: script.adapter, customerId, locale });
  const element = mount<DashboardElement>(tag, {}, root);
  await open?.(element);
  for (const [selector, value] of Object.entries(others)) {
    const control = await until(() => find<HTMLInputElement | HTMLSelectElement>(element, selector), selector);
    if (control instanceof HTMLSelectElement) {
      control.value = value;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    } else type(control, value);
    await element.updateComplete;
  }
  await until(() => find(element, field), field);
  return { element, script };
}

describe('texts over the limit', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  for (const limit of limits)
    it(`${limit.what} of more than ${limit.most} characters is neither cut nor saved, and shows the excess`, async () => {
      const { element, script } = await opened(limit);
      const field = () => find(element, limit.field)!;
      // A page may show several forms, such as that of a new note and that of an edit.
      const save = async () =>
        (
          await until(
            () =>
              field().closest('form')?.querySelector<HTMLElement>(`[part~=${limit.save}]`) ?? part(element, limit.save),
            limit.save,
          )
        ).click();
      const make = limit.text ?? ((length: number) => 'x'.repeat(length));
      type(field(), make(limit.most + 2001));
      await element.updateComplete;
      const described = () => find<HTMLElement>(element, `#${field().getAttribute('aria-describedby')?.split(' ')[0]}`);
      const said = () => described()?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
      await until(() => said() === 'Too long: 2,001 characters too many', `it is said: ${said()}`);
      expect(field().value.length, 'nothing is cut').to.equal(limit.most + 2001);
      expect(field().getAttribute('aria-invalid')).to.equal('true');
      const alert = described()!.querySelector('[role=alert]')!;
      expect(alert.textContent, 'announced').to.equal('Too long');
      expect(await axeFaults(element)).to.deep.equal([]);

      type(field(), make(limit.most + 1));
      await until(() => said() === 'Too long: 1 character too many', 'one too many');
      expect(described()!.querySelector('[role=alert]') === alert, 'announced once').to.equal(true);
      await save();
      field().closest('form')!.requestSubmit();
      await element.updateComplete;
      expect(script.callsTo(limit.method)).to.deep.equal([]);
      expect(field().value.length, 'still there').to.equal(limit.most + 1);

      type(field(), make(limit.most));
      await until(() => !said().startsWith('Too long'), 'not too long any more');
      await save();
      // A form with a confirmation sends the write after it.
      await until(
        () => (limit.save === 'review' ? part(element, 'confirm') : script.callsTo(limit.method).length),
        'sent',
      );
    });

  it('an address of more than six lines is not saved, and shows how many lines are too many', async () => {
    const limit = limits.find(({ field }) => field === '#address-lines')!;
    const { element, script } = await opened(limit);
    type(find(element, '#address-lines')!, Array.from({ length: 8 }, (_, index) => `Line ${index}`).join('\n'));
    await until(
      () => find<HTMLElement>(element, '#address-lines-message')?.textContent?.includes('2 lines too many'),
      'said',
    );
    await press(element, 'save');
    expect(script.callsTo('addresses.create')).to.deep.equal([]);
  });

  it('a search of more than 200 characters is not cut, and runs when it is shorter', async () => {
    const script = scripted<Adapter>(shopAdapter());
    const root = document.body.appendChild(document.createElement('div'));
    const locale = { locale: 'en-GB', timeZone: frozenZone, now: frozenNow };
    provideDashboard(root, { adapter: script.adapter, customerId: knownCustomers.ingrid, locale });
    const element = mount('order-history', { toolbar: 'search' } as Partial<DashboardElement>, root);
    const field = await until(() => find(element, 'input[type=search]'), 'the field');
    await until(() => script.callsTo('orders.list').length, 'the latest');
    const calls = script.callsTo('orders.list').length;
    type(field, 'x'.repeat(212));
    const message = () =>
      find<HTMLElement>(element, `#${field.getAttribute('aria-describedby')}`)
        ?.textContent?.replace(/\s+/g, ' ')
        .trim();
    await until(() => message() === 'Too long: 12 characters too many', 'the message');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    await element.updateComplete;
    expect(field.value.length).to.equal(212);
    expect(script.callsTo('orders.list').length, 'no request').to.equal(calls);
    type(field, 'x'.repeat(200));
    await until(() => script.callsTo('orders.list').length > calls, 'searched');
    expect(field.hasAttribute('aria-invalid')).to.equal(false);
  });
});
