// An operator who adds credit once, with mouse and keyboard, whatever happens meanwhile.
import type { Page } from 'puppeteer-core';
import { createRandom, type Random } from '../../src/adapters/memory/random.ts';
import type { Fault, Gateway } from './gateway.ts';
import type { Seen, waits } from './page.ts';

/** The operator's conclusion at the end. */
export type Conclusion = 'added' | 'not-added';

export interface Run {
  readonly customerId: string;
  readonly token: string;
  readonly description: string;
  readonly amount: string;
  readonly random: Random;
}

/** The result of a run: the operator's conclusion, and the violated promises. */
export interface RunOutcome {
  readonly conclusion: Conclusion;
  readonly faults: readonly string[];
}

/** The faults of the first attempt and of the attempts after it, by the browser or the operator. */
const plans: readonly (readonly Fault[])[] = [
  ['none'],
  ['slow'],
  ['lost'],
  ['lost', 'limited'],
  ['lost', 'forbidden'],
  ['lost', 'signedOut'],
  ['lost', 'tooLarge', 'limited'],
  ['lost', 'redirected'],
  ['lost', 'down', 'forbidden'],
  ['lost', 'ownLimit'],
  ['lost', 'lost', 'lost', 'limited'],
  ['torn'],
  ['torn', 'limited'],
  ['gone'],
  ['gone', 'forbidden'],
  ['gone', 'ownLimit'],
  ['late', 'limited'],
  ['late', 'ownLimit'],
  ['limited'],
  ['forbidden', 'late'],
  ['signedOut'],
  ['redirected'],
  ['down'],
  ['ownLimit'],
  ['ownLimit', 'lost', 'forbidden'],
  ['slow', 'slow'],
];

/** Creates the random generator of a run. A run can be repeated alone with its seed and number. */
export const createRunRandom = (seed: number, run: number): Random => createRandom(seed * 1_000_003 + run);

export class Operator {
  readonly #page: Page;
  readonly #gateway: Gateway;
  readonly #run: Run;
  readonly #faults: string[] = [];
  /** The number of dialogs that the browser has shown before leaving the page. */
  #confirmations = 0;
  /** Releases the request that the gateway holds. */
  #releaseHeld = (): void => {};

  constructor(page: Page, gateway: Gateway, run: Run) {
    this.#page = page;
    this.#gateway = gateway;
    this.#run = run;
  }

  async add(): Promise<RunOutcome> {
    const { random } = this.#run;
    this.#gateway.queue = [...random.pick(plans)];
    const reloads = random.chance(0.3) ? random.pick(['idle', 'draft', 'under-way', 'unknown'] as const) : undefined;
    if (reloads === 'under-way') {
      this.#gateway.queue.unshift('held');
      this.#releaseHeld = this.#gateway.hold();
    }
    const conclusion = await this.#attempt(reloads);
    this.#gateway.queue = [];
    await this.#gateway.idle();
    return { conclusion, faults: this.#faults };
  }

  async #attempt(reloads: 'idle' | 'draft' | 'under-way' | 'unknown' | undefined): Promise<Conclusion> {
    if (reloads === 'idle') await this.#reload(false, true);
    await this.#fillIn();
    if (reloads === 'draft' && (await this.#reload(true))) return this.#attempt(undefined);
    await this.#review();
    const held = await this.#confirm();
    if (reloads === 'under-way') {
      await this.#release(held);
      if (await this.#reload(true)) return this.#continueAfterReload();
      return this.#settle(undefined, false);
    }
    return this.#settle(held, reloads === 'unknown');
  }

  /** Continues until the outcome is known. */
  async #settle(held: Held, reloads: boolean): Promise<Conclusion> {
    const { random } = this.#run;
    for (let attempts = 0; attempts < 12; attempts++) {
      const { outcome, step } = await this.#wait('outcome');
      if (outcome === 'added') {
        await this.#expectStable(held);
        return 'added';
      }
      if (outcome === 'unknown') {
        if (step) this.#fault('a dialog over an unknown outcome');
        await this.#expectStable(held);
        held = undefined;
        if (reloads) {
          reloads = false;
          if (await this.#reload(true)) return this.#continueAfterReload();
        }
        held = await this.#press('[part~=check]');
        continue;
      }
      // The page says that the credit was not added, so the operator repeats it or gives up.
      await this.#release(held);
      held = undefined;
      if (random.chance(0.25)) {
        await this.#giveUp();
        return 'not-added';
      }
      if (step === undefined) await this.#open();
      if ((await this.#readState()).step !== 'confirmation') await this.#review();
      held = await this.#press('[part~=confirm]');
    }
    await this.#release(held);
    throw new Error('The outcome never became known');
  }

  /**
   * Continues after a reload that the operator confirmed: the operator reads the ledger, and repeats the adjustment if
   * it is not there.
   */
  async #continueAfterReload(): Promise<Conclusion> {
    return (await this.#isInLedger()) ? 'added' : this.#attempt(undefined);
  }

  async #fillIn(): Promise<void> {
    const { amount, description } = this.#run;
    await this.#open();
    await this.#type('#adjust-amount', amount);
    await this.#type('#adjust-description', description);
  }

  async #open(): Promise<void> {
    if (this.#run.random.chance(0.5)) await this.#click('[part~=adjust]');
    else {
      await this.#focus('[part~=adjust]');
      await this.#page.keyboard.press('Enter');
    }
    await this.#wait('form');
  }

  async #review(): Promise<void> {
    const { random } = this.#run;
    const before = this.#gateway.adjustments;
    const how = random.pick(['click', 'double click', 'enter', 'held'] as const);
    if (how === 'click') await this.#click('[part~=review]');
    else if (how === 'double click') await this.#click('[part~=review]', 2);
    else {
      await this.#focus('#adjust-description');
      for (let times = 0; times < (how === 'held' ? 8 : 1); times++) await this.#page.keyboard.down('Enter');
      await this.#wait('confirmation');
      if (how === 'held') for (let times = 0; times < 4; times++) await this.#page.keyboard.down('Enter');
      await this.#page.keyboard.up('Enter');
    }
    const { step } = await this.#wait('confirmation');
    // Dry runs do not count as adjustments; the gateway recognizes them by their path.
    if (step !== 'confirmation' || this.#gateway.adjustments !== before) this.#fault(`${how} on "Review" confirms`);
  }

  async #confirm(): Promise<Held> {
    if (!this.#run.random.chance(0.5)) return this.#press('[part~=confirm]');
    // Moves the focus as the keyboard does, past "Back". A click on "Review" may have left the focus elsewhere.
    await this.#focus('#adjust-confirmation');
    await this.#page.keyboard.press('Tab');
    await this.#page.keyboard.press('Tab');
    await this.#page.keyboard.down('Enter');
    return 'Enter';
  }

  /** Presses the button that sends: with the mouse, once or twice, or with Enter, which may be held down. */
  async #press(selector: string): Promise<Held> {
    const how = this.#run.random.pick(['click', 'double click', 'enter', 'held', 'held'] as const);
    if (how === 'click') await this.#click(selector);
    else if (how === 'double click') await this.#click(selector, 2);
    else {
      await this.#focus(selector);
      await this.#page.keyboard.down('Enter');
      if (how === 'held') return 'Enter';
      await this.#page.keyboard.up('Enter');
    }
    return undefined;
  }

  /** The displayed outcome must stay visible while a key is held down for a while. */
  async #expectStable(held: Held): Promise<void> {
    const before = await this.#readState();
    if (held) for (let times = 0; times < 12; times++) await this.#page.keyboard.down(held);
    await this.#release(held);
    const after = await this.#readState();
    if (after.step || after.outcome !== before.outcome) this.#fault(`a held key covers "${before.outcome}"`);
  }

  async #release(held: Held): Promise<void> {
    if (held) await this.#page.keyboard.up(held);
  }

  async #giveUp(): Promise<void> {
    const { step } = await this.#readState();
    if (step === 'confirmation') await this.#click('[part~=back]');
    else if (step === undefined) await this.#open();
    await this.#wait('form');
    await this.#click('[part~=discard]');
    await this.#click('[part~=cancel]');
    await this.#wait('closed');
  }

  /**
   * Reloads the page, and returns whether it was left. `isAsked`: the browser must ask first. The operator then stays
   * in half of the cases.
   */
  async #reload(isAsked: boolean, isIdle = false): Promise<boolean> {
    const { random } = this.#run;
    const leaves = isIdle || random.chance(0.5);
    const asked = this.#confirmations;
    const loaded = new Promise<void>((resolve) => this.#page.once('load', () => resolve()));
    const answered = new Promise<void>((resolve) => {
      const onDialog = async (dialog: { accept(): Promise<void>; dismiss(): Promise<void> }) => {
        this.#confirmations++;
        await (leaves ? dialog.accept() : dialog.dismiss());
        resolve();
      };
      this.#page.once('dialog', (dialog) => void onDialog(dialog));
      void loaded.then(() => {
        this.#page.removeAllListeners('dialog');
        resolve();
      });
    });
    await this.#page.evaluate(() => void setTimeout(() => location.reload()));
    await answered;
    this.#releaseHeld();
    const wasAsked = this.#confirmations > asked;
    if (isAsked !== wasAsked)
      this.#fault(wasAsked ? 'asked though nothing is to be lost' : 'not asked before it is left');
    if (wasAsked && !leaves) return false;
    await loaded;
    await this.#gateway.idle();
    const { customerId, token } = this.#run;
    await showCustomer(this.#page, customerId, token);
    return true;
  }

  async #isInLedger(): Promise<boolean> {
    return (await this.#readState()).text.includes(this.#run.description);
  }

  async #type(selector: string, text: string): Promise<void> {
    await this.#focus(selector);
    await this.#page.keyboard.type(text);
  }

  async #click(selector: string, count = 1): Promise<void> {
    const element = await this.#page.waitForSelector(`credit-balance >>> ${selector}`);
    await element!.click({ count });
    await element!.dispose();
  }

  async #focus(selector: string): Promise<void> {
    await this.#page.evaluate((wanted) => {
      document.querySelector('credit-balance')!.shadowRoot!.querySelector<HTMLElement>(wanted)!.focus();
    }, selector);
  }

  async #readState(): Promise<Seen> {
    return this.#page.evaluate(() => money.readState());
  }

  async #wait(what: keyof typeof waits): Promise<Seen> {
    return this.#page.evaluate((name) => money.waits[name](), what);
  }

  #fault(what: string): void {
    this.#faults.push(what);
  }
}

type Held = 'Enter' | undefined;

/** Shows a customer, and waits until the data is loaded. */
export async function showCustomer(page: Page, customerId: string, token: string): Promise<void> {
  await page.waitForFunction(() => 'money' in globalThis);
  await page.evaluate(
    async (id, bearer) => {
      money.show(id, bearer);
      await money.waits.read();
    },
    customerId,
    token,
  );
}

declare global {
  /** The exports of test/money/page.ts, in the page. */
  const money: typeof import('./page.ts');
}
