import { expect } from 'chai';
import { AdapterError } from '../../adapter/adapter-error.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import { click, fill, find, ready, status, strip } from '../../testing/credit-kit.ts';
import { asksBeforeLeaving, deferred, part, repeatKey, unmountAll, until } from '../../testing/kit.ts';
import './define.ts';

const goodwill = {
  'adjust-amount': '25',
  'adjust-reason': 'goodwill',
  'adjust-description': 'Cups came late',
};

type Ready = Awaited<ReturnType<typeof ready>>;

/** Sets how each write but a dry run ends. */
function ends(script: Ready['script'], end: (carryOut: () => Promise<unknown>) => Promise<unknown>): void {
  script.always('credit.adjust', {
    answer: async (carryOut) => {
      const options = script.callsTo('credit.adjust').at(-1)?.args.at(-1) as WriteOptions;
      return options.dryRun ? carryOut() : end(carryOut);
    },
  });
}

/** Goes on to the second step and focuses the button that confirms it. */
async function review({ element }: Ready): Promise<HTMLElement> {
  part(element, 'adjust')!.focus();
  await click(element, 'adjust');
  await fill(element, goodwill);
  await click(element, 'review');
  const confirm = await until(() => part(element, 'confirm'), 'confirmation');
  await until(() => find(element, '#adjust-confirmation')?.matches(':focus'), 'focus');
  confirm.focus();
  return confirm;
}

describe('credit-balance: the confirmation before the page is left', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('covers a draft, a pending write and an unknown outcome until it is resolved', async () => {
    const stage = await ready();
    const { element, script } = stage;
    const held = deferred();
    ends(script, async (carryOut) => {
      await held.promise;
      await carryOut();
      throw new AdapterError('offline');
    });
    await click(element, 'adjust');
    await until(() => part(element, 'form'), 'form');
    expect(asksBeforeLeaving()).to.equal(false);
    await fill(element, { 'adjust-description': 'Cups' });
    expect(asksBeforeLeaving()).to.equal(true);
    await click(element, 'discard');
    await element.updateComplete;
    expect(asksBeforeLeaving()).to.equal(false);
    (await review(stage)).click();
    await element.updateComplete;
    expect(asksBeforeLeaving()).to.equal(true);
    held.resolve();
    await until(() => strip(element).startsWith('We do not know whether'), 'doubt');
    expect(asksBeforeLeaving()).to.equal(true);
    ends(script, (carryOut) => carryOut());
    await click(element, 'check');
    await until(() => status(element) === '£25.00 added. The balance is £111.50.', 'done');
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('covers the draft of a coupon, and of a reversal', async () => {
    const { element } = await ready();
    await click(element, 'reverse');
    await until(() => part(element, 'form'), 'form');
    expect(asksBeforeLeaving()).to.equal(false);
    await fill(element, { 'adjust-description': 'By mistake' });
    expect(asksBeforeLeaving()).to.equal(true);
    await click(element, 'discard');
    await click(element, 'cancel');
    await element.updateComplete;
    expect(asksBeforeLeaving()).to.equal(false);
    find<HTMLInputElement>(element, 'input[value=coupons]')!.click();
    await click(element, 'issue');
    await until(() => find(element, '#coupon-form'), 'form');
    await fill(element, { 'coupon-name': 'Sorry' });
    expect(asksBeforeLeaving()).to.equal(true);
  });
});

describe('credit-balance: Enter held down', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  it('does not open the form over the outcome', async () => {
    const stage = await ready();
    const { element } = stage;
    (await review(stage)).click();
    await until(() => {
      repeatKey(element);
      return status(element) === '£25.00 added. The balance is £111.50.';
    }, 'done');
    await until(() => part(element, 'adjust')!.matches(':focus'), 'focus back');
    for (let times = 0; times < 20; times++) {
      repeatKey(element);
      await element.updateComplete;
    }
    expect(part(element, 'dialog') === null).to.equal(true);
    expect(status(element)).to.equal('£25.00 added. The balance is £111.50.');
  });

  it('checks an unknown outcome once, and leaves the result on screen', async () => {
    const stage = await ready();
    const { element, script } = stage;
    ends(script, async (carryOut) => {
      await carryOut();
      throw new AdapterError('offline');
    });
    (await review(stage)).click();
    await until(() => strip(element).startsWith('We do not know whether'), 'doubt');
    await until(() => part(element, 'check')!.matches(':focus'), 'focus');
    const callCount = script.callsTo('credit.adjust').length;
    for (let times = 0; times < 20; times++) {
      repeatKey(element);
      await element.updateComplete;
    }
    expect(script.callsTo('credit.adjust')).to.have.length(callCount);
  });
});
