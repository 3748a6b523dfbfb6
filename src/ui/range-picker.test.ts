import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import type { DayRange } from '../domain/time.ts';
import { DashboardElement } from '../element/dashboard-element.ts';
import { define } from '../element/define.ts';
import { loadLocale } from '../i18n/locales.ts';
import { Localization } from '../i18n/localization.ts';
import { axeFaults } from '../testing/axe.ts';
import { part, until } from '../testing/kit.ts';
import { frozenNow, frozenZone } from '../testing/scenario.ts';
import { Popovers, popoverStyles } from './popover.ts';
import { rangePicker, rangeText } from './range-picker.ts';
import { widgetStyles } from './styles.ts';

class RangeOwner extends DashboardElement {
  static readonly tag = 'range-owner';
  static override styles = [...widgetStyles, popoverStyles];
  static override properties = { range: {} };
  declare range: DayRange;
  readonly popovers = new Popovers(this);
  readonly chosen: string[] = [];

  constructor() {
    super();
    this.range = {};
  }

  override refresh(): void {}

  protected override render() {
    return rangePicker(this.popovers, {
      label: 'Order date',
      value: this.range,
      onChange: (range) => {
        this.chosen.push(`${range.from ?? ''}/${range.to ?? ''}`);
        this.range = range;
      },
    });
  }
}
define(RangeOwner);

async function put(locale = 'en-GB', timeZone = frozenZone) {
  const root = document.body.appendChild(document.createElement('div'));
  provideDashboard(root, { adapter: {}, customerId: 'A', locale: { locale, timeZone, now: frozenNow } });
  const element = root.appendChild(document.createElement('range-owner') as RangeOwner);
  await element.updateComplete;
  return element;
}

const press = (keys: string) => executeServerCommand('press', keys);
const button = (element: Element) => part(element, 'popover-button')!;
const focused = (element: Element) => element.shadowRoot!.activeElement;
const fields = (element: Element) => [...element.shadowRoot!.querySelectorAll('input')];
const choices = (element: Element) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.choice')];
const choice = (element: Element, text: string) =>
  choices(element).find(({ textContent }) => textContent?.includes(text))!;
const message = (element: Element) => part(element, 'message')?.textContent?.trim();

async function open(element: RangeOwner): Promise<void> {
  button(element).click();
  await until(() => choices(element).length, 'the choices');
}

function enter(field: HTMLInputElement | undefined, day: string): void {
  field!.value = day;
  field!.dispatchEvent(new Event('input', { bubbles: true }));
}

const closed = (element: RangeOwner) => until(() => !element.popovers.isOpen('range'), 'closed');

describe('date range picker', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the selected dates, and names what they apply to', async () => {
    const element = await put();
    expect(button(element).textContent!.replace(/\s+/g, ' ').trim()).to.equal('Order date: All dates');
    element.range = { from: '2026-11-01', to: '2026-11-18' };
    await element.updateComplete;
    expect(button(element).textContent).to.contain('1 Nov to 18 Nov');
  });

  it('offers presets, marks the active one, and closes on a choice', async () => {
    const element = await put();
    await open(element);
    expect(choices(element).map(({ textContent }) => textContent!.trim())).to.deep.equal([
      'All dates',
      'Today',
      'Last 7 days',
      'Last 30 days',
      'This month',
      'Last month',
      'This year',
      'Last year',
    ]);
    choice(element, 'Last month').click();
    await closed(element);
    expect(element.chosen).to.deep.equal(['2026-10-01/2026-10-31']);
    await open(element);
    const pressed = choices(element).filter((one) => one.getAttribute('aria-pressed') === 'true');
    expect(pressed.map(({ textContent }) => textContent!.trim())).to.deep.equal(['Last month']);
    expect(fields(element).map(({ value }) => value)).to.deep.equal(['2026-10-01', '2026-10-31']);
  });

  it('counts days in the displayed time zone, and names it', async () => {
    const element = await put('en-GB', 'Pacific/Auckland');
    await open(element);
    expect(element.shadowRoot!.textContent).to.contain('Days begin at midnight in Auckland.');
    choice(element, 'Today').click();
    await closed(element);
    expect(element.chosen, 'it is past midnight there').to.deep.equal(['2026-11-19/2026-11-19']);
  });

  it('accepts two days, one day, and open ends', async () => {
    const element = await put();
    for (const [from, to] of [
      ['2026-02-03', '2026-03-04'],
      ['2026-02-03', '2026-02-03'],
      ['2026-02-03', ''],
      ['', '2026-03-04'],
      ['', ''],
    ] as const) {
      await open(element);
      const [first, last] = fields(element);
      enter(first, from);
      enter(last, to);
      part(element, 'apply')!.click();
      await closed(element);
      expect(element.chosen.at(-1)).to.equal(`${from}/${to}`);
    }
  });

  it('rejects a first day after the last, keeps the input, and accepts it once corrected', async () => {
    const element = await put();
    await open(element);
    const [first, last] = fields(element);
    enter(first, '2026-11-20');
    enter(last, '2026-11-18');
    part(element, 'apply')!.click();
    await until(() => message(element) === 'The first day is after the last. Change one of them.', 'said');
    expect(element.chosen).to.deep.equal([]);
    expect(fields(element).map((field) => field.getAttribute('aria-invalid'))).to.deep.equal(['true', 'true']);
    expect(element.popovers.isOpen('range')).to.equal(true);
    await press('Escape');
    await closed(element);
    await open(element);
    expect(fields(element).map(({ value }) => value)).to.deep.equal(['2026-11-20', '2026-11-18']);
    enter(fields(element)[0], '2026-11-17');
    part(element, 'apply')!.click();
    await closed(element);
    expect(element.chosen).to.deep.equal(['2026-11-17/2026-11-18']);
    await open(element);
    expect(message(element)).to.equal(undefined);
  });

  it('does not take half a date for an empty one', async () => {
    const element = await put();
    await open(element);
    const [first] = fields(element);
    // Simulates the `badInput` that some browsers report; the value alone equals that of an empty field.
    Object.defineProperty(first, 'validity', { value: { valid: false, badInput: true } });
    part(element, 'apply')!.click();
    await until(() => message(element) === 'This is not a whole date.', 'said');
    expect(element.chosen).to.deep.equal([]);
  });

  it('works by keyboard: arrow keys wrap around, Enter in a field applies', async () => {
    const element = await put();
    button(element).focus();
    await press('Enter');
    await until(() => focused(element) === choice(element, 'All dates'), 'on what is in force');
    await press('ArrowDown');
    await press('ArrowDown');
    expect(focused(element) === choice(element, 'Last 7 days'), 'two down').to.equal(true);
    await press('ArrowUp');
    await press('ArrowUp');
    await press('ArrowUp');
    expect(focused(element) === choice(element, 'Last year'), 'round').to.equal(true);
    await press('Enter');
    await closed(element);
    expect(element.chosen).to.deep.equal(['2025-01-01/2025-12-31']);
    await until(() => focused(element) === button(element), 'back');
    await press('Enter');
    await until(() => focused(element) === choice(element, 'Last year'), 'on what is in force');
    fields(element)[1]!.focus();
    await press('Enter');
    await closed(element);
    expect(element.chosen.length).to.equal(2);
  });

  it('is available in Indonesian and passes axe, also with an error', async () => {
    await loadLocale('id');
    const element = await put('id');
    await open(element);
    await until(() => choice(element, '7 hari terakhir'), 'words');
    expect(await axeFaults(element)).to.deep.equal([]);
    const [first, last] = fields(element);
    enter(first, '2026-11-20');
    enter(last, '2026-11-18');
    part(element, 'apply')!.click();
    await until(() => message(element), 'said');
    expect(await axeFaults(element)).to.deep.equal([]);
  });
});

describe('the text of a date range', () => {
  const l10n = Localization.of({ locale: 'en-GB', timeZone: 'America/Los_Angeles', now: frozenNow });

  it('names its days in any time zone, and the year if it is not the current one', () => {
    expect(rangeText({}, l10n)).to.equal('All dates');
    expect(rangeText({ from: '2026-11-18', to: '2026-11-18' }, l10n)).to.equal('18 Nov');
    expect(rangeText({ from: '2026-11-01', to: '2026-11-18' }, l10n)).to.equal('1 Nov to 18 Nov');
    expect(rangeText({ from: '2025-01-01', to: '2025-12-31' }, l10n)).to.equal('1 Jan 2025 to 31 Dec 2025');
    expect(rangeText({ from: '2025-12-01', to: '2026-01-01' }, l10n)).to.equal('1 Dec 2025 to 1 Jan 2026');
    expect(rangeText({ from: '2026-01-01' }, l10n)).to.equal('From 1 Jan');
    expect(rangeText({ to: '2025-12-31' }, l10n)).to.equal('Until 31 Dec 2025');
  });
});
