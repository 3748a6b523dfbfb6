import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { Adapter } from '../../../adapter/adapter.ts';
import { AdapterError, type AdapterErrorCode } from '../../../adapter/adapter-error.ts';
import type { WriteOptions } from '../../../adapter/options.ts';
import { createShop, memoryAdapter, MemoryStore } from '../../../adapters/memory/index.ts';
import { provideDashboard } from '../../../dashboard/provide-dashboard.ts';
import type { CreditAccount, CreditAdjustment, CreditOutcome } from '../../../domain/credit.ts';
import { loadLocale } from '../../../i18n/locales.ts';
import { axeFaults } from '../../../testing/axe.ts';
import { deferred, mount, part, parts, textOf, type, unmountAll, until } from '../../../testing/kit.ts';
import { frozenNow, frozenZone } from '../../../testing/scenario.ts';
import { scripted, type Scripted, type Step } from '../../../testing/scripted.ts';
import { adminLinks, knownCustomers, shopAdapter } from '../../../testing/shop.ts';
import '../define.ts';
import type { CreditBalance } from '../credit-balance.ts';

const { ingrid, noOrders } = knownCustomers;
const gbp = 'cr-20817-gbp';
const points = 'cr-20817-points';
const shop = createShop({ customers: Object.keys(knownCustomers).length });
const withAccounts = (...accounts: readonly CreditAccount[]) =>
  memoryAdapter({ store: new MemoryStore({ ...shop, accounts, entries: [] }) });

const text = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const press = (key: string) => executeServerCommand('press', key);
const isDry = (call: { readonly args: readonly unknown[] } | undefined) =>
  (call?.args.at(-1) as WriteOptions | undefined)?.dryRun === true;

/** Returns the submitted writes: the adjustment and the options of each. */
const sent = (script: Scripted<Adapter>) =>
  script
    .callsTo('credit.adjust')
    .filter((call) => !isDry(call))
    .map(({ args: [customerId, adjustment, options] }) => ({
      customerId: customerId as string,
      adjustment: adjustment as CreditAdjustment,
      options: options as WriteOptions,
    }));
const tried = (script: Scripted<Adapter>) => script.callsTo('credit.adjust').filter(isDry);

/** Sets the outcomes of the writes, in order. Remaining writes and dry runs go through. */
function writes(script: Scripted<Adapter>, ...[first, ...more]: Step[] | [Step[]]): void {
  const steps = Array.isArray(first) ? first : ([first, ...more] as Step[]);
  script.always('credit.adjust', {
    answer: async (carryOut, args) => {
      if (isDry(script.callsTo('credit.adjust').at(-1))) return carryOut();
      const { until: held, answer, written, ...rest } = steps.shift() ?? {};
      await held;
      if ('fail' in rest) {
        if (written) await carryOut();
        throw rest.fail;
      }
      return answer ? answer(carryOut, args) : carryOut();
    },
  });
}

/** Adjusts the account as another operator. */
const meanwhile = (adapter: Adapter, value: string, accountId = gbp) =>
  adapter.credit!.adjust!(
    ingrid,
    { accountId, amount: { value, currency: 'GBP' }, description: 'Somebody else', reason: 'goodwill' },
    { idempotencyKey: `other ${value}` },
  );

async function ready(adapter: Adapter = shopAdapter(), locale = 'en-GB') {
  const script = scripted<Adapter>(adapter);
  const root = document.body.appendChild(document.createElement('div'));
  root.style.inlineSize = '900px';
  const dashboard = provideDashboard(root, {
    adapter: script.adapter,
    customerId: ingrid,
    locale: { locale, timeZone: frozenZone, now: frozenNow },
  });
  const element = mount<CreditBalance>('credit-balance', {}, root);
  await until(() => parts(element, 'figure').length && part(element, 'adjust'), 'accounts');
  await until(() => !element.shadowRoot!.querySelector('[aria-busy=true]'), 'entries');
  return { element, script, dashboard, root };
}

const find = <E extends HTMLElement = HTMLInputElement>(element: Element, selector: string) =>
  element.shadowRoot!.querySelector<E>(selector);
const field = (element: Element, name: string) => find(element, `#adjust-${name}`)!;
const errorAt = (element: Element, name: string) => text(find(element, `#adjust-${name}-message`));
const after = (element: Element) => text(part(element, 'balance-after'));
const strip = (element: Element) => text(find(element, '.notice.uncertain p'));
const status = (element: Element) => text(find(element, '.widget > [role=status]'));
const balance = (element: Element) => text(part(element, 'figure'));
const focused = (element: Element) => element.shadowRoot!.activeElement;
const heading = (element: Element) => text(part(element, 'dialog-heading'));

/** Opens the dialog and fills it in, with the first reason if one is required. */
async function fill(element: CreditBalance, values: Record<string, string>, direction?: 'take'): Promise<void> {
  if (!part(element, 'form')) {
    part(element, 'adjust')!.focus();
    part(element, 'adjust')!.click();
    await until(() => part(element, 'form'), 'form');
  }
  if (direction) find(element, 'dialog label:last-child input[type=radio]')!.click();
  const reason = { ...(find(element, '#adjust-reason') && { reason: 'goodwill' }), ...values };
  for (const [name, value] of Object.entries({ ...(values['accountId'] ? values : reason) })) {
    const control = field(element, name);
    if (control instanceof HTMLInputElement) type(control, value);
    else (control as HTMLSelectElement).value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
  }
}

const goodwill = { amount: '25', reference: 'CS-8930', description: 'Cups came late' };

/** Fills in the dialog and goes on to the second step. */
async function review(element: CreditBalance, values: Record<string, string> = goodwill, direction?: 'take') {
  await fill(element, values, direction);
  part(element, 'review')!.click();
  return until(() => part(element, 'confirm'), 'confirmation');
}

async function confirm(element: CreditBalance, values?: Record<string, string>, direction?: 'take'): Promise<void> {
  (await review(element, values, direction)).click();
}

/** Submits an adjustment whose outcome is unknown. */
async function doubted(element: CreditBalance) {
  await until(() => strip(element).startsWith('We do not know whether'), 'doubt');
  return part<HTMLButtonElement>(element, 'check')!;
}

describe('credit-balance: adjusting', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  describe('in two steps', () => {
    it('asks for confirmation, writes once, shows the server’s balance, refetches, fires the event', async () => {
      const { element, script } = await ready();
      const events: string[] = [];
      element.addEventListener('credit-adjust', ({ customerId, accountId }) => {
        events.push(`adjust ${customerId} ${accountId}, sent ${sent(script).length}`);
      });
      element.addEventListener('credit-adjusted', ({ accountId, entryId }) =>
        events.push(`adjusted ${accountId} ${entryId}`),
      );
      await fill(element, goodwill);
      expect(heading(element)).to.equal('Adjust credit');
      expect(after(element)).to.equal('£111.50');
      expect(focused(element)).to.equal(field(element, 'amount'));
      part(element, 'review')!.click();
      await until(() => part(element, 'confirm'), 'confirmation');
      expect(heading(element)).to.equal('Add £25.00 of store credit?');
      expect(text(part(element, 'confirmation'))).to.equal(
        'Customer Ingrid Vasquez-Holm C-20817 Account Store credit, GBP Reason Goodwill Reference CS-8930 ' +
          'Description Cups came late Balance now £86.50 Added +£25.00 Balance after £111.50',
      );
      expect(text(part(element, 'confirm'))).to.equal('Add £25.00');
      expect(sent(script)).to.deep.equal([]);

      const seen: string[] = [];
      new MutationObserver(() => seen.push(textOf(element))).observe(element.shadowRoot!, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      const held = deferred();
      writes(script, { until: held.promise });
      part(element, 'confirm')!.click();
      await element.updateComplete;
      // The old balance stays: there is no optimistic update.
      expect([balance(element), text(part(element, 'confirm'))]).to.deep.equal(['£86.50', 'Sending']);
      const reads = script.callsTo('credit.accounts').length;
      const ledgers = script.callsTo('credit.entries').length;
      const unread = deferred();
      script.next('credit.accounts', { until: unread.promise });
      held.resolve();
      await until(() => !part(element, 'dialog'), 'closed');
      await element.updateComplete;
      expect(balance(element)).to.equal('£111.50');
      expect(status(element)).to.equal('£25.00 added. The balance is £111.50.');
      expect(focused(element)).to.equal(part(element, 'adjust'));
      expect(part<HTMLButtonElement>(element, 'adjust')!.disabled).to.equal(false);
      unread.resolve();
      await until(() => textOf(element).includes('Latest 9 of 32 entries'), 'the new entry');
      expect(text(part(element, 'row')))
        .to.contain('Cups came late CS-8930')
        .and.contain('+£25.00')
        .and.contain('£111.50');
      expect(script.callsTo('credit.accounts').length).to.equal(reads + 1);
      expect(script.callsTo('credit.entries').length).to.equal(ledgers + 1);

      // The widget never said that the adjustment had failed.
      expect(seen).to.not.have.length(0);
      expect(seen.filter((shown) => shown.includes('was not added'))).to.deep.equal([]);

      const [write, ...more] = sent(script);
      expect(more).to.deep.equal([]);
      expect(write!.customerId).to.equal(ingrid);
      expect(write!.adjustment).to.deep.equal({
        accountId: gbp,
        amount: { value: '25.00', currency: 'GBP' },
        reason: 'goodwill',
        reference: 'CS-8930',
        description: 'Cups came late',
      });
      expect(write!.options.ifVersion).to.equal('31');
      expect(write!.options.idempotencyKey).to.match(/^[0-9a-f]{32}$/);
      expect(events[0]).to.equal(`adjust ${ingrid} ${gbp}, sent 0`);
      expect(events[1]).to.match(new RegExp(`^adjusted ${gbp} credit`));
      // A completed adjustment leaves no draft.
      part(element, 'adjust')!.click();
      await until(() => part(element, 'form'), 'form');
      expect(field(element, 'amount').value).to.equal('');
    });

    it('debits with a minus sign', async () => {
      const { element, script } = await ready();
      await fill(element, { amount: '20', description: 'Paid out' }, 'take');
      expect(text(part(element, 'preview'))).to.equal('Balance now £86.50 Taken away −£20.00 Balance after £66.50');
      part(element, 'review')!.click();
      const button = await until(() => part(element, 'confirm'), 'confirmation');
      expect([heading(element), text(button)]).to.deep.equal(['Take away £20.00 of store credit?', 'Take away £20.00']);
      button.click();
      await until(() => balance(element) === '£66.50', 'less');
      expect(sent(script)[0]!.adjustment.amount).to.deep.equal({ value: '-20.00', currency: 'GBP' });
      expect(status(element)).to.equal('£20.00 taken away. The balance is £66.50.');
    });

    it('adjusts points, yen, dinars and 25 digits exactly', async () => {
      const of = (id: string, value: string, currency: string): CreditAccount => ({
        id,
        customerId: ingrid,
        version: '1',
        kind: 'store-credit',
        balance: { value, currency },
      });
      const adapter = withAccounts(
        { ...of('p', '0', ''), kind: 'points', balance: { value: '2340', unit: 'points' } },
        of('y', '1200', 'JPY'),
        of('d', '0.005', 'KWD'),
        of('g', '9999999999999999999999999.99', 'GBP'),
      );
      const { element, script } = await ready(adapter);
      for (const [accountId, typed, value, button, index, shown] of [
        ['p', '1,234', '1234', 'Add 1,234 points', 0, '3,574'],
        ['p', '1', '1', 'Add 1 point', 0, '3,575'],
        ['y', '300', '300', 'Add JP¥300', 1, 'JP¥1,500'],
        ['d', '0.001', '0.001', 'Add KWD\u00a00.001', 2, 'KWD\u00a00.006'],
        ['g', '0.02', '0.02', 'Add £0.02', 3, '£10,000,000,000,000,000,000,000,000.01'],
      ] as const) {
        const confirmation = await review(element, { accountId, amount: typed, description: 'x' });
        expect(confirmation.textContent.trim()).to.equal(button);
        confirmation.click();
        await until(() => parts(element, 'figure')[index]!.textContent === shown, shown);
        expect(sent(script).at(-1)!.adjustment.amount.value).to.equal(value);
        await until(() => !part(element, 'dialog'), 'closed');
      }
      // None of these accounts allows debits: there is no choice.
      await fill(element, {});
      expect(find(element, 'dialog input[type=radio]') === null).to.equal(true);
    });

    it('shows field errors on blur or review, and keeps the input', async () => {
      const { element, script } = await ready();
      await fill(element, {});
      type(field(element, 'amount'), '1,5');
      await element.updateComplete;
      expect(errorAt(element, 'amount')).to.equal('');
      expect(after(element)).to.equal('–not known');
      part(element, 'review')!.click();
      await until(() => errorAt(element, 'amount'), 'errors');
      await element.updateComplete;
      expect(errorAt(element, 'amount')).to.contain('This is not an amount.');
      expect(errorAt(element, 'description')).to.equal('Say what this is for.');
      const amount = field(element, 'amount');
      expect([amount.value, amount.getAttribute('aria-invalid')]).to.deep.equal(['1,5', 'true']);
      expect(amount.getAttribute('aria-describedby')).to.equal('adjust-amount-message');
      expect(focused(element)).to.equal(amount);
      expect(part(element, 'confirm') === null).to.equal(true);
      await fill(element, { amount: '1.5' });
      expect(errorAt(element, 'amount')).to.equal('');
      part(element, 'review')!.click();
      await until(() => focused(element) === field(element, 'description'), 'the next thing wrong');
      await fill(element, { amount: '120' }, 'take');
      expect(errorAt(element, 'amount')).to.equal('£86.50 is the most that can be taken away.');
      expect(text(part(element, 'preview'))).to.contain('−£120.00 Balance after –');
      expect(script.callsTo('credit.adjust')).to.deep.equal([]);
    });

    it('never turns a debit into a credit: an account without debits shows an error', async () => {
      const { element } = await ready();
      await fill(element, { amount: '20', description: 'x' }, 'take');
      await fill(element, { accountId: points });
      expect(errorAt(element, 'accountId')).to.equal('Nothing can be taken away from this account.');
      part(element, 'review')!.click();
      await element.updateComplete;
      expect(part(element, 'confirm') === null).to.equal(true);
      find(element, 'dialog label:first-child input[type=radio]')!.click();
      await element.updateComplete;
      expect(errorAt(element, 'accountId')).to.equal('');
      expect(find(element, 'dialog label:last-child input[type=radio]')!.disabled).to.equal(true);
    });

    it('sends nothing if the host prevents it, and keeps the form', async () => {
      const { element, script } = await ready();
      element.addEventListener('credit-adjust', (event) => event.preventDefault(), { once: true });
      await confirm(element);
      await element.updateComplete;
      expect(script.callsTo('credit.adjust').filter((call) => !isDry(call))).to.deep.equal([]);
      expect(text(part(element, 'confirm'))).to.equal('Add £25.00');
      part(element, 'back')!.click();
      await until(() => part(element, 'form'), 'form');
      expect(field(element, 'amount').value).to.equal('25');
      part(element, 'review')!.click();
      (await until(() => part(element, 'confirm'), 'confirmation')).click();
      await until(() => balance(element) === '£111.50', 'done');
    });

    it('sends once on a double click, and a double click on “Review” confirms nothing', async () => {
      const { element, script } = await ready();
      const button = await review(element);
      button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
      await element.updateComplete;
      expect(sent(script)).to.deep.equal([]);
      const held = deferred();
      writes(script, { until: held.promise });
      button.click();
      button.click();
      await element.updateComplete;
      part(element, 'confirm')!.click();
      part(element, 'back')!.click();
      await element.updateComplete;
      expect(text(part(element, 'confirm'))).to.equal('Sending');
      held.resolve();
      await until(() => balance(element) === '£111.50', 'done');
      expect(sent(script)).to.have.length(1);
    });

    it('works by keyboard: Enter reviews, focus follows, Escape closes and returns the focus', async () => {
      const { element } = await ready();
      part(element, 'adjust')!.focus();
      await press('Enter');
      await until(() => focused(element)?.id === 'adjust-amount', 'the amount has the focus');
      await press('2');
      await press('5');
      await press('Tab');
      expect(focused(element)?.id).to.equal('adjust-reason');
      await press('G');
      await press('Tab');
      await press('Tab');
      expect(focused(element)?.id).to.equal('adjust-description');
      await press('x');
      await press('Enter');
      await until(() => focused(element)?.id === 'adjust-confirmation', 'what is to be confirmed has the focus');
      // A key that is held down repeats Enter, which must not confirm anything.
      await press('Enter');
      expect(part(element, 'confirm') === null).to.equal(false);
      await press('Tab');
      expect(focused(element)).to.equal(part(element, 'back'));
      await press('Enter');
      await until(() => focused(element)?.id === 'adjust-amount', 'back in the form');
      await press('Escape');
      await until(() => !part(element, 'dialog'), 'closed');
      expect(focused(element)).to.equal(part(element, 'adjust'));
    });

    it('keeps a draft for each customer until it is discarded', async () => {
      const { element, dashboard } = await ready();
      await fill(element, { ...goodwill, amount: '1,5' });
      part(element, 'cancel')!.click();
      await until(() => !part(element, 'dialog'), 'closed');
      await fill(element, {});
      expect(field(element, 'amount').value).to.equal('1,5');
      dashboard.customerId = noOrders;
      await element.updateComplete;
      expect(part(element, 'dialog') === null).to.equal(true);
      await until(() => textOf(element).includes('No credit'), 'another customer');
      dashboard.customerId = ingrid;
      await until(() => part(element, 'adjust'), 'back');
      await fill(element, {});
      expect([field(element, 'amount').value, field(element, 'reference').value]).to.deep.equal(['1,5', 'CS-8930']);
      part(element, 'discard')!.click();
      await until(() => field(element, 'amount').value === '', 'discarded');
      expect(part(element, 'discard') === null).to.equal(true);
      expect(errorAt(element, 'amount')).to.equal('');
    });

    it('parses and formats amounts in the operator’s language', async () => {
      await loadLocale('id');
      const { element, script } = await ready(shopAdapter(), 'id');
      const button = await review(element, { amount: '1.234,50', description: 'Terlambat' });
      expect(heading(element)).to.equal('Tambah kredit toko £1.234,50?');
      expect(text(button)).to.equal('Tambah £1.234,50');
      button.click();
      await until(() => balance(element) === '£1.321,00', 'done');
      expect(sent(script)[0]!.adjustment.amount.value).to.equal('1234.50');
    });

    it('reports a missing account, and never replaces it with another', async () => {
      const shopped = shopAdapter();
      const { element, script } = await ready(shopped);
      await fill(element, { ...goodwill, accountId: 'cr-20817-eur' });
      await review(element, {});
      script.next('credit.accounts', {
        answer: async (carryOut) => {
          const page = (await carryOut()) as { items: readonly CreditAccount[] };
          return { ...page, items: page.items.filter(({ id }) => id !== 'cr-20817-eur') };
        },
      });
      element.refresh();
      await until(() => part(element, 'form'), 'back in the form');
      await element.updateComplete;
      expect(errorAt(element, 'accountId')).to.equal('The account has changed meanwhile. Look at the balance again.');
      expect(sent(script)).to.deep.equal([]);
    });

    it('closes if all accounts are gone, and keeps the draft', async () => {
      const { element, script } = await ready();
      await fill(element, goodwill);
      script.next('credit.accounts', { fail: new AdapterError('forbidden') });
      element.refresh();
      await until(() => textOf(element).includes('You may not see'), 'forbidden');
      await until(() => !part(element, 'dialog'), 'closed');
      element.refresh();
      await until(() => part(element, 'adjust'), 'accounts again');
      await fill(element, {});
      expect(field(element, 'amount').value).to.equal('25');
    });
  });

  describe('with the new balance from the server', () => {
    it('sends a dry run after a pause in typing, and shows its result', async () => {
      const { element, script } = await ready();
      script.always('credit.adjust', {
        answer: async (carryOut) => {
          const outcome = (await carryOut()) as CreditOutcome;
          // The server subtracts a fee that the browser does not know.
          return { ...outcome, account: { ...outcome.account, balance: { value: '110.50', currency: 'GBP' } } };
        },
      });
      await fill(element, { description: 'x', amount: '2' });
      type(field(element, 'amount'), '25');
      await element.updateComplete;
      expect([after(element), tried(script).length]).to.deep.equal(['£111.50', 0]);
      await until(() => after(element) === '£110.50', 'as the server says');
      expect(tried(script)).to.have.length(1);
      const [, adjustment, options] = tried(script)[0]!.args as [string, CreditAdjustment, WriteOptions];
      expect([adjustment.amount.value, options.ifVersion, options.dryRun]).to.deep.equal(['25.00', '31', true]);
      type(field(element, 'amount'), '26');
      await element.updateComplete;
      expect(after(element)).to.equal('£112.50');
      part(element, 'review')!.click();
      await until(() => part(element, 'confirmation') && after(element) === '£110.50', 'in the second step too');
      expect(balance(element)).to.equal('£86.50');
    });

    it('shows field errors of the dry run, also from the confirmation step', async () => {
      const { element, script } = await ready();
      const held = deferred();
      const fail = new AdapterError('validation', { fieldErrors: { amount: 'Up to £20.00 without approval.' } });
      script.always('credit.adjust', { until: held.promise, fail });
      await review(element);
      held.resolve();
      await until(() => part(element, 'form'), 'back in the form');
      expect(errorAt(element, 'amount')).to.equal('Up to £20.00 without approval.');
      expect(after(element)).to.equal('–not known');
      expect(field(element, 'amount').value).to.equal('25');
      await until(() => focused(element) === field(element, 'amount'), 'focus');
      part(element, 'review')!.click();
      await element.updateComplete;
      expect(part(element, 'confirm') === null).to.equal(true);
      script.always('credit.adjust', {});
      await fill(element, { amount: '20' });
      expect(errorAt(element, 'amount')).to.equal('');
      part(element, 'review')!.click();
      await until(() => part(element, 'confirm'), 'confirmation');
      expect(sent(script)).to.deep.equal([]);
    });

    it('computes the balance if dry runs are unsupported, and sends no further one', async () => {
      const { element, script } = await ready();
      script.always('credit.adjust', { fail: new AdapterError('unsupported') });
      await fill(element, goodwill);
      await until(() => tried(script).length, 'asked');
      await until(() => after(element) === '£111.50', 'computed');
      const answered = deferred();
      await fill(element, { amount: '30' });
      expect(after(element)).to.equal('£116.50');
      // The delay is longer than the debounce time.
      setTimeout(answered.resolve, 400);
      await answered.promise;
      expect(tried(script)).to.have.length(1);
    });

    it('shows the result of a dry run that was executed, and sends no further one', async () => {
      const { element, script } = await ready();
      script.always('credit.adjust', {
        answer: (carryOut) => {
          const options = script.callsTo('credit.adjust').at(-1)!.args.at(-1) as { dryRun?: boolean };
          delete options.dryRun;
          return carryOut();
        },
      });
      await fill(element, goodwill);
      await until(() => balance(element) === '£111.50', 'the truth');
      await fill(element, { amount: '30' });
      const rested = deferred();
      setTimeout(rested.resolve, 400);
      await rested.promise;
      expect(script.callsTo('credit.adjust')).to.have.length(1);
    });

    it('repeats the dry run if the balance has changed meanwhile', async () => {
      const shopped = shopAdapter();
      const { element, script } = await ready(shopped);
      await meanwhile(shopped, '10.00');
      await fill(element, goodwill);
      await until(() => text(part(element, 'preview')).startsWith('Balance now £96.50'), 'read again');
      await until(() => after(element) === '£121.50' && tried(script).length > 0, 'asked again');
      expect(sent(script)).to.deep.equal([]);
    });
  });

  it('passes axe in every step', async () => {
    const { element, script, root } = await ready();
    await fill(element, { amount: '1,5' });
    expect(await axeFaults(root)).to.deep.equal([]);
    writes(script, { fail: new AdapterError('rate-limited') }, { fail: new AdapterError('timeout') });
    await confirm(element, goodwill);
    await until(() => find(element, 'dialog [role=alert]'), 'refused');
    expect(await axeFaults(root)).to.deep.equal([]);
    part(element, 'confirm')!.click();
    await doubted(element);
    expect(await axeFaults(root)).to.deep.equal([]);
  });

  describe('rejected', () => {
    it('by validation: returns to the form with the field error, and the next attempt has a new key', async () => {
      const { element, script } = await ready();
      writes(script, {
        fail: new AdapterError('validation', {
          fieldErrors: { amount: 'exceeds what you may give', description: 'names no case' },
        }),
      });
      await confirm(element);
      await until(() => part(element, 'form'), 'form');
      expect(errorAt(element, 'amount')).to.equal('exceeds what you may give');
      expect(errorAt(element, 'description')).to.equal('names no case');
      expect(text(find(element, 'dialog [role=alert]'))).to.equal('£25.00 was not added.');
      expect(field(element, 'description').value).to.equal('Cups came late');
      await until(() => focused(element) === field(element, 'amount'), 'focus');
      await fill(element, { amount: '20' });
      // The message of another field stays.
      expect([errorAt(element, 'amount'), errorAt(element, 'description')]).to.deep.equal(['', 'names no case']);
      await confirm(element, { description: 'CS-1' });
      await until(() => balance(element) === '£106.50', 'done');
      const [first, second] = sent(script);
      expect(first!.options.idempotencyKey).to.not.equal(second!.options.idempotencyKey);
    });

    it('by conflict: refetches the accounts and asks for another review', async () => {
      const shopped = shopAdapter();
      const { element, script } = await ready(shopped);
      await review(element);
      await until(() => tried(script).length, 'dry run');
      await meanwhile(shopped, '-50.00');
      part(element, 'confirm')!.click();
      await until(() => part(element, 'form'), 'form');
      await until(() => text(part(element, 'preview')).startsWith('Balance now £36.50'), 'read again');
      await until(() => text(find(element, 'dialog [role=alert]')).includes('Latest entry'), 'what has changed');
      expect(text(find(element, 'dialog [role=alert]'))).to.equal(
        '£25.00 was not added. The account has changed meanwhile. Look at the balance again. ' +
          'The balance was £86.50 and is now £36.50. Latest entry: −£50.00, Dana Whitlock, today, 11:20.',
      );
      expect(field(element, 'amount').value).to.equal('25');
      (await review(element, {})).click();
      await until(() => balance(element) === '£61.50', 'done');
      expect(sent(script).map(({ options }) => options.ifVersion)).to.deep.equal(['31', '32']);
    });

    it('does not send a review that is outdated', async () => {
      const shopped = shopAdapter();
      const { element, script } = await ready(shopped);
      await review(element);
      await meanwhile(shopped, '-50.00');
      element.refresh();
      await until(() => part(element, 'form'), 'back in the form');
      expect(text(find(element, 'dialog [role=alert]'))).to.contain('The account has changed meanwhile.');
      expect(text(part(element, 'preview'))).to.equal('Balance now £36.50 Added +£25.00 Balance after £61.50');
      expect(sent(script)).to.deep.equal([]);
    });

    it('for another reason: shows it at the confirmation, and may be retried with the same key', async () => {
      const { element, script } = await ready(shopAdapter({ links: adminLinks }));
      const steps: Step[] = [
        { fail: new AdapterError('rate-limited', { retryAfter: 7 }) },
        { fail: new AdapterError('unauthenticated') },
        { fail: new AdapterError('forbidden', { reason: 'Only “Finance” adjusts credit.' }) },
      ];
      writes(script, steps);
      await confirm(element);
      const alert = () => text(find(element, 'dialog [role=alert]'));
      await until(() => alert() === '£25.00 was not added. The service asks to wait 7 s.', 'rate-limited');
      const held = deferred();
      steps[0] = { ...steps[0]!, until: held.promise };
      part(element, 'confirm')!.click();
      await until(() => !alert(), 'no longer said while it is tried again');
      held.resolve();
      await until(() => alert().startsWith('£25.00 was not added. You are signed out.'), 'signed out');
      expect(find<HTMLAnchorElement>(element, 'dialog [role=alert] a')!.href).to.equal(
        'https://admin.example/sign-in?',
      );
      part(element, 'confirm')!.click();
      await until(() => alert() === '£25.00 was not added. Only “Finance” adjusts credit.', 'forbidden');
      await press('Escape');
      await until(() => !part(element, 'dialog'), 'closed');
      // The message stays until something changes.
      expect(text(find(element, '.notice.warning'))).to.contain('Only “Finance” adjusts credit.');
      find(element, '.notice.warning button')!.click();
      (await review(element, {})).click();
      await until(() => balance(element) === '£111.50', 'done');
      const keys = sent(script).map(({ options }) => options.idempotencyKey);
      expect(keys.slice(0, 3)).to.deep.equal([keys[0], keys[0], keys[0]]);
      expect(find(element, '.notice') === null).to.equal(true);
    });
  });

  describe('with an unknown outcome', () => {
    for (const code of ['offline', 'timeout', 'unavailable', 'internal', 'malformed'] satisfies AdapterErrorCode[]) {
      it(`${code}: never reports a failure, resolves with the same key, and writes once`, async () => {
        const { element, script } = await ready();
        writes(script, { fail: new AdapterError(code), written: true }, { fail: new AdapterError(code) });
        await confirm(element);
        const check = await doubted(element);
        expect(strip(element)).to.match(/^We do not know whether £25\.00 was added\. Do not add it again\./);
        expect(textOf(element)).to.not.match(/was not added|fail|Not saved/i);
        expect(part(element, 'dialog') === null).to.equal(true);
        expect(part<HTMLButtonElement>(element, 'adjust')!.disabled).to.equal(true);
        expect(balance(element)).to.equal('£86.50');
        await until(() => focused(element) === check, 'the focus is where it goes on');
        expect(status(element)).to.equal(strip(element));
        part(element, 'adjust')!.click();
        await element.updateComplete;
        expect(part(element, 'dialog') === null).to.equal(true);
        check.click();
        check.click();
        await until(() => sent(script).length === 2, 'asked');
        await doubted(element);
        part(element, 'check')!.click();
        await until(() => balance(element) === '£111.50', 'done');
        await until(() => textOf(element).includes('Latest 9 of 32 entries'), 'one entry');
        // A live update may have shown the balance before the answer arrived.
        await until(() => strip(element) === '', 'the outcome');
        expect(status(element)).to.equal('£25.00 added. The balance is £111.50.');
        expect(part<HTMLButtonElement>(element, 'adjust')!.disabled).to.equal(false);
        await until(() => focused(element) === part(element, 'adjust'), 'focus');
        const [first, ...further] = sent(script);
        expect(further).to.have.length(2);
        for (const again of further) {
          expect(again.adjustment).to.deep.equal(first!.adjustment);
          expect(again.options).to.deep.equal(first!.options);
        }
      });
    }

    it('shows that it is checking, and does not check twice at once', async () => {
      const { element, script } = await ready();
      const held = deferred();
      writes(script, { fail: new AdapterError('timeout') }, { until: held.promise });
      await confirm(element, { amount: '20', description: 'x' }, 'take');
      const check = await doubted(element);
      expect(strip(element)).to.contain('£20.00 was taken away. Do not take it away again.');
      check.click();
      await until(() => strip(element).includes('Checking'), 'checking');
      expect(strip(element)).to.equal(
        'We do not know yet whether £20.00 was taken away. Checking; do not take it away again.',
      );
      expect(focused(element)).to.equal(part(element, 'check'));
      part(element, 'check')!.click();
      held.resolve();
      await until(() => balance(element) === '£66.50', 'done');
      expect(sent(script)).to.have.length(2);
    });

    it('resolves to “rejected”: nothing was written, and the draft is kept', async () => {
      const { element, script } = await ready();
      writes(
        script,
        { fail: new AdapterError('timeout') },
        { fail: new AdapterError('validation', { fieldErrors: { amount: 'too much' } }) },
      );
      await confirm(element);
      (await doubted(element)).click();
      await until(() => find(element, '.notice.warning'), 'refused');
      expect(text(find(element, '.notice.warning p'))).to.equal('£25.00 was not added.');
      expect(strip(element)).to.equal('');
      expect(part<HTMLButtonElement>(element, 'adjust')!.disabled).to.equal(false);
      find(element, '.notice.warning button')!.click();
      await until(() => part(element, 'form'), 'form');
      expect([field(element, 'amount').value, errorAt(element, 'amount')]).to.deep.equal(['25', 'too much']);
    });

    for (const code of ['unauthenticated', 'rate-limited', 'forbidden'] satisfies AdapterErrorCode[]) {
      it(`remains unknown if the server did not check the key: ${code}`, async () => {
        const { element, script } = await ready();
        writes(script, { fail: new AdapterError('timeout'), written: true }, { fail: new AdapterError(code) });
        await confirm(element);
        (await doubted(element)).click();
        await until(() => sent(script).length === 2, 'asked');
        const check = await doubted(element);
        expect(textOf(element)).to.not.contain('was not added');
        check.click();
        await until(() => textOf(element).includes('Latest 9 of 32 entries'), 'one entry, not two');
        expect(new Set(sent(script).map(({ options }) => options.idempotencyKey)).size).to.equal(1);
      });
    }

    it('remains unknown for an answer about another account or customer', async () => {
      const { element, script } = await ready();
      const other = (change: (outcome: CreditOutcome) => unknown): Step => ({
        answer: async (carryOut) => change((await carryOut()) as CreditOutcome),
      });
      writes(
        script,
        other((outcome) => ({ ...outcome, customerId: noOrders })),
        other(({ account, ...outcome }) => ({ ...outcome, account: { ...account, id: points } })),
        other(({ account, ...outcome }) => ({ ...outcome, account: { ...account, balance: { value: 5 } } })),
      );
      await confirm(element);
      for (const name of ['customerId', 'account', 'account.balance']) {
        const check = await doubted(element);
        await until(() => strip(element).endsWith(`Not as expected: ${name}`), name);
        // As it was, or as it is now, if a live change has brought the entry already.
        expect(['£86.50', '£111.50']).to.include(balance(element));
        check.click();
      }
      await until(() => textOf(element).includes('Latest 9 of 32 entries'), 'one entry');
    });

    it('does not send again without idempotency: the operator checks and decides', async () => {
      const shopped = shopAdapter();
      const adapter: Adapter = {
        ...shopped,
        credit: { ...shopped.credit, guarantees: { idempotency: false, versions: true } },
      };
      const { element, script } = await ready(adapter);
      writes(script, { fail: new AdapterError('timeout'), written: true });
      await confirm(element);
      const read = await doubted(element);
      expect(strip(element)).to.contain('look for it among the entries');
      expect(text(read)).to.equal('Read entries again');
      read.click();
      await until(() => textOf(element).includes('Latest 9 of 32 entries'), 'read again');
      expect(strip(element)).to.contain('We do not know');
      expect(sent(script)).to.have.length(1);
      part(element, 'looked')!.click();
      await until(() => !strip(element), 'settled');
      expect(part<HTMLButtonElement>(element, 'adjust')!.disabled).to.equal(false);
      await fill(element, {});
      expect(field(element, 'amount').value).to.equal('25');
    });

    it('closed while pending: shows the outcome in the panel, and blocks other writes until then', async () => {
      const { element, script } = await ready();
      const held = deferred();
      writes(script, { until: held.promise });
      await confirm(element);
      await press('Escape');
      await until(() => !part(element, 'dialog'), 'closed');
      expect(strip(element)).to.equal('£25.00 is being added.');
      expect(part<HTMLButtonElement>(element, 'adjust')!.disabled).to.equal(true);
      await until(() => focused(element) === part(element, 'check'), 'focus');
      part(element, 'check')!.click();
      held.resolve();
      await until(() => balance(element) === '£111.50', 'done');
      expect(sent(script)).to.have.length(1);
      await until(() => focused(element) === part(element, 'adjust'), 'focus comes back');
    });
  });

  describe('with another customer on screen', () => {
    it('reports the outcome for the customer of the write', async () => {
      const { element, script, dashboard } = await ready();
      const events: string[] = [];
      element.addEventListener('credit-adjusted', ({ customerId }) => events.push(customerId));
      const held = deferred();
      let lost = false;
      writes(script, {
        until: held.promise,
        answer: async (carryOut) => {
          await carryOut();
          lost = true;
          throw new AdapterError('timeout');
        },
      });
      await confirm(element);
      dashboard.customerId = noOrders;
      await until(() => textOf(element).includes('No credit'), 'another customer');
      held.resolve();
      await until(() => lost, 'the answer is lost');
      await element.updateComplete;
      expect(textOf(element)).to.not.match(/£|know/);
      dashboard.customerId = ingrid;
      const check = await doubted(element);
      await until(() => part(element, 'adjust'), 'accounts');
      expect(part<HTMLButtonElement>(element, 'adjust')!.disabled).to.equal(true);
      check.click();
      dashboard.customerId = noOrders;
      await until(() => events.length, 'told');
      expect(events).to.deep.equal([ingrid]);
      await element.updateComplete;
      expect([status(element), textOf(element).includes('£')]).to.deep.equal(['', false]);
      dashboard.customerId = ingrid;
      await until(() => textOf(element).includes('Latest 9 of 32 entries'), 'as it is now');
      expect([balance(element), strip(element)]).to.deep.equal(['£111.50', '']);
    });

    it('shows a rejection when that customer returns', async () => {
      const { element, script, dashboard } = await ready();
      const held = deferred();
      writes(script, { until: held.promise, fail: new AdapterError('conflict') });
      await confirm(element);
      dashboard.customerId = noOrders;
      held.resolve();
      await until(() => textOf(element).includes('No credit'), 'another customer');
      expect(find(element, '.notice') === null).to.equal(true);
      dashboard.customerId = ingrid;
      await until(() => find(element, '.notice.warning'), 'the refusal');
      expect(text(find(element, '.notice.warning p'))).to.contain('£25.00 was not added.');
    });
  });

  describe('with another adapter', () => {
    it('neither shows nor sends anything there; the outcome appears when the first one is back', async () => {
      const { element, script, dashboard } = await ready();
      const held = deferred();
      let isRejected = false;
      writes(script, {
        until: held.promise,
        answer: () => {
          isRejected = true;
          throw new AdapterError('validation', { fieldErrors: { amount: 'no' } });
        },
      });
      await confirm(element);
      const other = scripted<Adapter>(shopAdapter());
      dashboard.adapter = other.adapter;
      await until(() => other.callsTo('credit.entries').length && part(element, 'adjust'), 'the other shop');
      expect([part(element, 'dialog') === null, find(element, '.notice') === null]).to.deep.equal([true, true]);
      await fill(element, { amount: '7' });
      held.resolve();
      await until(() => isRejected, 'refused');
      await element.updateComplete;
      expect([field(element, 'amount').value, errorAt(element, 'amount')]).to.deep.equal(['7', '']);
      dashboard.adapter = script.adapter;
      await until(() => find(element, '.notice.warning'), 'the refusal');
      expect(text(find(element, '.notice.warning p'))).to.equal('£25.00 was not added.');
      expect(strip(element)).to.equal('');
      await fill(element, {});
      expect([field(element, 'amount').value, errorAt(element, 'amount')]).to.deep.equal(['25', 'no']);
      expect(sent(other)).to.deep.equal([]);
    });
  });

  describe('without versions', () => {
    const noVersions = (): { shopped: Adapter; adapter: Adapter } => {
      const shopped = shopAdapter();
      const { credit } = shopped;
      const bare: Adapter = {
        ...shopped,
        credit: {
          ...credit,
          guarantees: { idempotency: true, versions: false },
          async accounts(customerId, page, options) {
            const answer = await credit.accounts(customerId, page, options);
            return { ...answer, items: answer.items.map((account) => ({ ...account, version: undefined })) };
          },
          adjust: (customerId, adjustment, options) =>
            credit.adjust(customerId, adjustment, { ...options, ifVersion: undefined }),
        },
      };
      return { shopped, adapter: bare };
    };

    it('compares with a fresh read before it writes, and says that this is no guarantee', async () => {
      const { shopped, adapter } = noVersions();
      const { element, script } = await ready(adapter);
      await review(element);
      expect(textOf(element)).to.contain('cannot tell whether somebody else adjusts this account');
      await meanwhile(shopped, '-50.00');
      part(element, 'confirm')!.click();
      await until(() => part(element, 'form'), 'back in the form');
      expect(sent(script)).to.deep.equal([]);
      await until(() => text(part(element, 'preview')).startsWith('Balance now £36.50'), 'read again');
      (await review(element, {})).click();
      await until(() => balance(element) === '£61.50', 'done');
      expect(sent(script)).to.have.length(1);
    });

    it('sends nothing if it cannot compare, and reports that as a failure', async () => {
      const { element, script } = await ready(noVersions().adapter);
      await review(element);
      script.next('credit.accounts', { fail: new AdapterError('timeout', { retryable: false }) });
      part(element, 'confirm')!.click();
      await until(() => text(find(element, 'dialog [role=alert]')).startsWith('£25.00 was not added.'), 'said');
      expect(sent(script)).to.deep.equal([]);
      expect(strip(element)).to.equal('');
      part(element, 'confirm')!.click();
      await until(() => balance(element) === '£111.50', 'done');
    });
  });
});
