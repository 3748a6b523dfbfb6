import { expect } from 'chai';
import type { Adapter } from '../../../adapter/adapter.ts';
import { AdapterError } from '../../../adapter/adapter-error.ts';
import type { WriteOptions } from '../../../adapter/options.ts';
import type { CreditAdjustment } from '../../../domain/credit.ts';
import { deferred, part, parts, textOf, unmountAll, until } from '../../../testing/kit.ts';
import type { Scripted } from '../../../testing/scripted.ts';
import { click, fill, find, ready, rows, status, strip, text } from '../../../testing/credit-kit.ts';
import { knownCustomers, shopAdapter } from '../../../testing/shop.ts';
import type { CreditBalance } from '../credit-balance.ts';
import '../define.ts';

const { ingrid, noOrders } = knownCustomers;
const isDry = (args: readonly unknown[]) => (args.at(-1) as WriteOptions).dryRun === true;
const sent = (script: Scripted<Adapter>) =>
  script
    .callsTo('credit.adjust')
    .flatMap(({ args }) =>
      isDry(args) ? [] : [{ adjustment: args[1] as CreditAdjustment, options: args[2] as WriteOptions }],
    );
const why = { 'adjust-reason': 'correction', 'adjust-description': 'Given twice' };

/** Goes on to the second step. */
async function review(element: CreditBalance): Promise<void> {
  await click(element, 'reverse');
  await fill(element, why);
  await click(element, 'review');
  await until(() => part(element, 'confirm'), 'confirmation');
}

describe('credit-balance: reversing an entry', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('is offered for reversible entries only', async () => {
    const { element } = await ready();
    const offered = parts(element, 'row').filter((row) => row.querySelector('[part=reverse]'));
    expect(offered.map((row) => text(row.children[1]))).to.deep.equal(['Goodwill CS-8812 lapses 30 Nov Reverse']);
    expect(part(element, 'reverse')!.getAttribute('aria-label')).to.equal(
      'Reverse the entry Goodwill CS-8812 lapses 30 Nov',
    );
    const reader = await ready(shopAdapter(), { readonly: true });
    expect(part(reader.element, 'reverse') === null).to.equal(true);
    expect(part(reader.element, 'adjust') === null).to.equal(true);
    const denied = await ready(shopAdapter({ permissions: { 'credit.adjust': { state: 'denied' } } }));
    await until(() => part(denied.element, 'notice'), 'the reason');
    await until(() => !part(denied.element, 'reverse'), 'nothing to reverse');
  });

  it('writes the opposite amount with a reason once, after confirmation; both entries stay, linked', async () => {
    const { element, script } = await ready();
    const events: string[] = [];
    element.addEventListener('credit-adjust', ({ reverses }) => events.push(`asks ${reverses} ${sent(script).length}`));
    element.addEventListener('credit-adjusted', ({ reverses, entryId }) => events.push(`done ${reverses} ${entryId}`));
    await click(element, 'reverse');
    await until(() => part(element, 'form'), 'form');
    expect(find(element, '#adjust-amount') === null).to.equal(true);
    // Without a reason the form does not continue.
    await click(element, 'review');
    await element.updateComplete;
    expect(text(find(element, '#adjust-reason-message'))).to.equal('Choose a reason.');
    expect(text(find(element, '#adjust-description-message'))).to.equal('Say what this is for.');
    await fill(element, why);
    await click(element, 'review');
    await until(() => part(element, 'confirm'), 'confirmation');
    expect(text(part(element, 'dialog-heading'))).to.equal('Reverse +£25.00 of 4 Nov, 10:15?');
    expect(text(part(element, 'confirmation'))).to.equal(
      'Customer Ingrid Vasquez-Holm C-20817 Account Store credit, GBP Entry +£25.00, 4 Nov, 10:15 Reason Correction ' +
        'Description Given twice Balance now £86.50 Taken away −£25.00 Balance after £61.50',
    );
    expect(text(part(element, 'confirm'))).to.equal('Reverse +£25.00');
    part(element, 'confirm')!.click();
    part(element, 'confirm')!.click();
    await until(() => !part(element, 'dialog'), 'closed');
    expect(status(element)).to.equal('£25.00 taken away. The balance is £61.50.');
    await until(() => rows(element)[0]?.includes('Reversal of 4 Nov, 10:15'), 'the reversal');
    expect(rows(element)[2]).to.contain('Goodwill Reversed on').and.contain('+£25.00').and.contain('£126.50');
    expect(part(element, 'reverse') === null).to.equal(true);
    expect(sent(script).map(({ adjustment }) => adjustment)).to.deep.equal([
      {
        accountId: 'cr-20817-gbp',
        amount: { value: '-25.00', currency: 'GBP' },
        description: 'Given twice',
        reason: 'correction',
        reverses: 'cr-20817-gbp-30',
      },
    ]);
    expect(events[0]).to.equal('asks cr-20817-gbp-30 0');
    expect(events[1]).to.match(/^done cr-20817-gbp-30 credit-new/);
    expect(events).to.have.length(2);
  });

  it('sends nothing if the host prevents it', async () => {
    const { element, script } = await ready();
    element.addEventListener('credit-adjust', (event) => event.preventDefault());
    await review(element);
    part(element, 'confirm')!.click();
    await element.updateComplete;
    expect(sent(script)).to.deep.equal([]);
    expect(part(element, 'confirm') !== null).to.equal(true);
  });

  it('rejects an amount that has been spent since, before anything is sent', async () => {
    const shop = shopAdapter();
    const adjustment = {
      accountId: 'cr-20817-gbp',
      amount: { value: '-80.00', currency: 'GBP' },
      description: 'Spent',
    };
    await shop.credit.adjust(ingrid, { ...adjustment, reason: 'refund' }, { idempotencyKey: 'spent' });
    const { element, script } = await ready(shop);
    // A debit can be reversed. A credit cannot if a part of it is spent.
    expect(parts(element, 'reverse')).to.have.length(2);
    parts(element, 'reverse')[1]!.click();
    await fill(element, why);
    expect(text(find(element, 'dialog [role=alert]'))).to.contain('£6.50 is the most that can be taken away.');
    await click(element, 'review');
    await element.updateComplete;
    expect(part(element, 'confirm') === null).to.equal(true);
    expect(sent(script)).to.deep.equal([]);
  });

  it('reports an entry that somebody else has reversed meanwhile, and keeps the input', async () => {
    const shop = shopAdapter();
    const { watch: _watch, ...still } = shop as typeof shop & { watch?: unknown };
    const { element, script } = await ready(still);
    await review(element);
    await until(() => script.callsTo('credit.adjust').length, 'dry run');
    await shop.credit.adjust(
      ingrid,
      {
        accountId: 'cr-20817-gbp',
        amount: { value: '-25.00', currency: 'GBP' },
        description: 'Before you',
        reason: 'correction',
        reverses: 'cr-20817-gbp-30',
      },
      { idempotencyKey: 'other' },
    );
    part(element, 'confirm')!.click();
    await until(() => text(find(element, 'dialog [role=alert]')).includes('is now £61.50'), 'the conflict');
    expect(text(find(element, 'dialog [role=alert]'))).to.contain('The balance was £86.50 and is now £61.50.');
    expect(find(element, '#adjust-description')!.value).to.equal('Given twice');
    await until(() => rows(element)[0]?.includes('Reversal of 4 Nov'), 'read again');
    expect(sent(script)).to.have.length(1);
  });

  it('never reports an unknown outcome as failed, and resolves it with the same key', async () => {
    const { element, script } = await ready();
    let lost = false;
    script.always('credit.adjust', {
      answer: async (carryOut) => {
        const answer = await carryOut();
        if (lost || isDry(script.callsTo('credit.adjust').at(-1)!.args)) return answer;
        lost = true;
        throw new AdapterError('timeout');
      },
    });
    await review(element);
    part(element, 'confirm')!.click();
    await until(() => strip(element).startsWith('We do not know whether £25.00 was taken away'), 'doubt');
    expect(part<HTMLButtonElement>(element, 'adjust')!.disabled).to.equal(true);
    part(element, 'reverse')?.click();
    await element.updateComplete;
    expect(part(element, 'dialog') === null).to.equal(true);
    await click(element, 'check');
    await until(() => status(element) === '£25.00 taken away. The balance is £61.50.', 'settled');
    const keys = sent(script).map(({ options }) => options.idempotencyKey);
    expect(keys).to.have.length(2);
    expect(new Set(keys).size).to.equal(1);
    await until(() => rows(element)[0]?.includes('Reversal'), 'written once');
    expect(rows(element).filter((row) => row.includes('Reversal of 4 Nov'))).to.have.length(1);
  });

  it('keeps its draft apart from that of an adjustment, and for each customer', async () => {
    const { element, dashboard } = await ready();
    await click(element, 'adjust');
    await fill(element, { 'adjust-amount': '5', 'adjust-description': 'An adjustment' });
    await click(element, 'cancel');
    await click(element, 'reverse');
    await fill(element, why);
    dashboard.customerId = noOrders;
    await until(() => textOf(element).includes('No credit'), 'another customer');
    expect(textOf(element)).to.not.contain('Given twice');
    dashboard.customerId = ingrid;
    await until(() => part(element, 'reverse'), 'back');
    await click(element, 'reverse');
    await until(() => find(element, '#adjust-description')?.value === 'Given twice', 'the reversal');
    await click(element, 'cancel');
    await click(element, 'adjust');
    await until(() => find(element, '#adjust-description')?.value === 'An adjustment', 'the adjustment');
  });

  it('does not depend on allow-debit', async () => {
    const { element } = await ready(shopAdapter(), { allowDebit: false });
    expect(part(element, 'reverse') !== null).to.equal(true);
    await click(element, 'adjust');
    await until(() => part(element, 'form'), 'form');
    expect(find(element, 'dialog .segmented') === null).to.equal(true);
    element.setAttribute('allow-debit', 'true');
    await until(() => find(element, 'dialog .segmented'), 'two ways');
    element.setAttribute('allow-debit', 'false');
    await until(() => !find(element, 'dialog .segmented'), 'one way');
  });

  it('opens once while it is loading', async () => {
    const { element, script } = await ready();
    const held = deferred();
    script.next('customers.get', { until: held.promise });
    part(element, 'reverse')!.click();
    part(element, 'reverse')!.click();
    await until(() => part(element, 'dialog'), 'dialog');
    expect(parts(element, 'dialog')).to.have.length(1);
    held.resolve();
  });
});
