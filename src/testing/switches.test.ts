import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import { createRandom, type Random } from '../adapters/memory/random.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import '../define-all.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import { isChromium, sampledTags } from './engines.ts';
import { nextTask, withFastTimers, type as typeInto } from './kit.ts';
import { markerDigits, markedShop, markerWord, owners, type Ending, type Owner } from './marked-shop.ts';
import { frozenNow, frozenZone } from './scenario.ts';
import { operations } from '../adapter/operations.ts';
import { widgets } from '../widgets/registry.ts';

/**
 * Reads a setting. `SWITCH_RUNS=2000 SWITCH_SEED=1 wtr --files src/testing/switches.test.ts` sets the number of runs
 * per widget and the seed; `SWITCH_WIDGETS=notes-panel` selects one widget.
 */
const setting = async (name: string, usual: string): Promise<string> =>
  (await executeServerCommand<string, string>('environment', name)) || usual;

const steps = 30;

/** Attributes that make everything reachable within the widget. */
const attributes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'notes-panel': { searchable: '' },
  'reseller-details': { editable: '' },
  'order-history': { toolbar: '', 'open-as': 'dialog' },
  'cross-sell-table': { toolbar: '' },
};

/** Returns the usable controls for a selector; those behind an open modal dialog are not. */
function usable<E extends HTMLElement>(element: Element, selector: string): E[] {
  const root = element.shadowRoot!;
  const modal = [...root.querySelectorAll('dialog:modal')].at(-1);
  return [...(modal ?? root).querySelectorAll<E>(selector)].filter(
    (control) => control.checkVisibility() && !control.matches(':disabled'),
  );
}

/** Reads everything in a widget: text, attributes, and field values. */
class Reader {
  readonly #root: ShadowRoot;
  readonly #changes = new MutationObserver(() => (this.#markup = undefined));
  /** The cached markup. It is read again only after a mutation, because a run checks it hundreds of times. */
  #markup: string | undefined;

  constructor(root: ShadowRoot) {
    this.#root = root;
    this.#changes.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  }

  get text(): string {
    if (this.#changes.takeRecords().length) this.#markup = undefined;
    this.#markup ??= plain(this.#root.innerHTML);
    const fields = this.#root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    return [this.#markup, ...[...fields].map(({ value }) => plain(value))].join('\n');
  }
}

/**
 * Removes digit separators, Lit's marker comments and the milliseconds of fetch times: random numbers and the clock can
 * contain any digits.
 */
const plain = (text: string): string => text.replaceAll(/<!--[^>]*-->|[,\u00a0\u202f ]|\.\d{3}(?=Z")/g, '');

/** Runs one random sequence, determined by the seed, with a widget between two shops of two customers each. */
async function run(
  tag: string,
  random: Random,
  ends: Map<string, number>,
): Promise<{ checks: number; wrong: string[] }> {
  const shops = { P: markedShop('P'), Q: markedShop('Q') };
  const pages = (['P', 'Q'] as const).map((name) => {
    const root = document.body.appendChild(document.createElement('div'));
    const locale = { locale: 'en-GB', timeZone: frozenZone, now: frozenNow };
    return { root, provider: provideDashboard(root, { adapter: shops[name].adapter, customerId: 'A', locale }) };
  });
  const element = document.createElement(tag) as DashboardElement;
  for (const [name, value] of Object.entries(attributes[tag] ?? {})) element.setAttribute(name, value);
  const prevent = (event: Event) => event.preventDefault();
  element.addEventListener('export', prevent);
  pages[0]!.root.append(element);

  const wrong: string[] = [];
  let checks = 0;
  let reader: Reader | undefined;
  const currentOwner = (): Owner | undefined =>
    owners.find(
      ({ shop, customerId }) =>
        element.client?.adapter === shops[shop].adapter && element.activeCustomer === customerId,
    );
  const check = (after: string) => {
    if (!element.isConnected || element.isUpdatePending || !element.hasUpdated) return;
    checks += 1;
    const current = currentOwner();
    reader ??= new Reader(element.shadowRoot!);
    const { text } = reader;
    for (const owner of owners) {
      if (owner.shop === current?.shop && owner.customerId === current.customerId) continue;
      const found = [markerWord(owner), markerDigits(owner)].find((mark) => text.includes(mark));
      if (!found) continue;
      const index = text.indexOf(found);
      const who = current ? current.shop + current.customerId : 'nobody';
      wrong.push(`${who} on screen, after ${after}: ${text.slice(Math.max(0, index - 300), index + 60)}`);
    }
  };
  /** Waits for a number of microtasks, and checks after each. */
  const microtasks = async (count: number, after: string) => {
    for (; count > 0; count--) {
      await Promise.resolve();
      check(after);
    }
  };

  const end = (how: Ending) => {
    const { waiting } = shops[random.pick(['P', 'Q'] as const)];
    if (!waiting.length) return;
    // Prefers the latest call: earlier ones may be obsolete by now.
    const index = random.chance(0.6) ? waiting.length - 1 : random.int(0, waiting.length - 1);
    const [one] = waiting.splice(index, 1);
    const key = `${one!.method} ${how}`;
    ends.set(key, (ends.get(key) ?? 0) + 1);
    one!.end(how, random);
  };
  const fill = (field: HTMLInputElement | HTMLTextAreaElement) => {
    const current = currentOwner();
    if (!current) return;
    const text = {
      date: '2026-12-24',
      email: `${markerWord(current)}@x.example`,
      number: markerDigits(current),
      password: `${markerWord(current)} password`,
    }[field.type];
    typeInto(field, text ?? (field.inputMode === 'decimal' ? markerDigits(current) : `${markerWord(current)} typed`));
  };
  const fields = 'input:not([type=radio], [type=checkbox], [type=search]), textarea';
  const click = (selector: string) => {
    const buttons = usable(element, selector);
    if (buttons.length) random.pick(buttons).click();
  };
  const choose = (select: HTMLSelectElement) => {
    select.selectedIndex = random.int(0, select.options.length - 1);
    for (const name of ['input', 'change']) select.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
  };
  /** The operator's actions. Each is a task of its own, after everything pending has been painted. */
  const operator = {
    type() {
      const inputs = usable<HTMLInputElement>(element, fields);
      if (inputs.length) fill(random.pick(inputs));
    },
    search() {
      const inputs = usable<HTMLInputElement>(element, 'input[type=search]');
      if (!inputs.length) return;
      const input = random.pick(inputs);
      fill(input);
      if (random.chance(0.5)) input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    },
    press: () => click('button'),
    choose() {
      const selects = usable<HTMLSelectElement>(element, 'select');
      if (selects.length) choose(random.pick(selects));
    },
    tick: () => click('input[type=checkbox], input[type=radio]'),
    /** Fills in all empty fields and presses a button that leads to the next step. */
    proceed() {
      for (const field of usable<HTMLInputElement>(element, fields)) if (!field.value) fill(field);
      for (const select of usable<HTMLSelectElement>(element, 'select')) if (!select.value) choose(select);
      const buttons = usable<HTMLButtonElement>(element, 'button');
      const forward = buttons.filter(
        ({ title, textContent }) => !/close|cancel|back|discard/i.test(title + textContent),
      );
      if (forward.length) random.pick(forward).click();
    },
  };
  const page = () => pages.find(({ root }) => root.contains(element))!;
  const customer = () => random.pick(['A', 'B'] as const);
  const move = () => random.pick(pages).root.append(element);
  /** The changes that a host may make at any time. */
  const host = {
    switch: () => void (page().provider.customerId = customer()),
    'switch by its own property': () => void (element.customerId = random.pick(['A', 'B', undefined])),
    adapter: () => void (element.adapter = random.pick([shops.P.adapter, shops.Q.adapter, undefined])),
    'adapter of the page': () => void (page().provider.adapter = random.pick([shops.P.adapter, shops.Q.adapter])),
    move,
    refresh: () => element.refresh(),
    clear: () => page().provider.clear(),
  };
  const names = <T extends object>(of: T) => Object.keys(of) as (keyof T & string)[];

  const answer = (): string => {
    const how = random.pick(['own', 'own', 'own', 'own', 'own', 'foreign', 'foreign', 'failure', 'conflict'] as const);
    end(how);
    return `an answer: ${how}`;
  };
  const operate = async (): Promise<string> => {
    await nextTask();
    check('a task');
    const name = random.pick([...names(operator), 'proceed', 'proceed', 'proceed', 'search'] as const);
    operator[name]();
    return name;
  };
  /** Takes several steps toward a write, and answers the reads that they need. */
  const takeStepsTowardWrite = async (): Promise<string> => {
    for (let step = random.int(2, 5); step > 0; step--) {
      await nextTask();
      check('a task');
      operator.proceed();
      await microtasks(random.int(2, 12), 'proceeding');
      // Lazily loaded chunks arrive some tasks later.
      for (let tasks = random.int(1, 3); tasks > 0; tasks--) await nextTask();
      if (random.chance(0.6)) end('own');
      await microtasks(random.int(2, 12), 'the reads');
    }
    return 'steps toward a write';
  };
  const leaveAndReturn = async (): Promise<string> => {
    const { provider } = page();
    const from = provider.customerId;
    provider.customerId = from === 'A' ? 'B' : 'A';
    await microtasks(random.int(0, 12), 'leaving');
    provider.customerId = from;
    return 'there and back';
  };
  const changeHost = (): string => {
    const name = random.pick([...names(host), 'switch', 'switch'] as const);
    host[name]();
    return name;
  };

  // In most runs the data arrives before anything else happens.
  if (random.chance(0.8)) {
    await microtasks(12, 'the beginning');
    for (const { waiting } of Object.values(shops)) while (waiting.length) waiting.pop()!.end('own', random);
  }
  for (let step = 0; step < steps; step++) {
    const chance = random.next();
    const act =
      chance < 0.4
        ? answer
        : chance < 0.6
          ? operate
          : chance < 0.75
            ? takeStepsTowardWrite
            : chance < 0.8
              ? leaveAndReturn
              : changeHost;
    const what = await act();
    await microtasks(random.int(0, 12), what);
    if (random.chance(0.25)) {
      await nextTask();
      check(`a task after ${what}`);
    }
    if (random.chance(0.02)) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      check(`a frame after ${what}`);
    }
  }
  for (const { waiting } of Object.values(shops)) while (waiting.length) waiting.pop()!.end('own', random);
  await microtasks(60, 'the end');
  await nextTask();
  check('the end');
  element.remove();
  for (const { root } of pages) root.remove();
  return { checks, wrong };
}

describe('one customer is never shown under another', () => {
  // A widget of the platform shows all customers.
  for (const tag of sampledTags.filter((one) => operations[widgets[one].reads].scope === 'customer'))
    it(`${tag}: holds after every microtask, for random switches, moves, input and answers`, async function () {
      this.timeout(3_600_000);
      if (!(await setting('SWITCH_WIDGETS', tag)).split(',').includes(tag)) return;
      // Checking after every microtask takes five times as long in WebKit, so other engines run fewer sequences.
      const usual = isChromium ? '5' : '3';
      const runs = Number(await setting('SWITCH_RUNS', usual));
      const seed = Number(await setting('SWITCH_SEED', '1'));
      const wrong: string[] = [];
      const ends = new Map<string, number>();
      let checks = 0;
      // Debounce timers must fire within a run.
      await withFastTimers(50, async () => {
        for (let index = 0; index < runs; index++) {
          const result = await run(tag, createRandom(seed * 100_003 + index), ends);
          checks += result.checks;
          const [first] = result.wrong;
          if (first !== undefined) wrong.push(`run ${index}: ${first}`);
        }
      });
      if (runs > 100) console.log(tag, runs, 'runs of seed', seed, checks, 'checks', JSON.stringify([...ends]));
      expect(wrong.length, wrong.slice(0, 4).join('\n\n')).to.equal(0);
      expect(checks).to.be.greaterThan(runs * 50);
    });
});
