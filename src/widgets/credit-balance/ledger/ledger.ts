import { html, nothing, type TemplateResult } from 'lit';
import { codeOf, labelOf } from '../../../domain/field.ts';
import type { CreditEntry } from '../../../domain/credit.ts';
import { actorName, type Actor } from '../../../domain/operator.ts';
import { type Localization, longestMoments } from '../../../i18n/localization.ts';
import { badge } from '../../../ui/badge.ts';
import { returned } from '../../../ui/icons.ts';
import { identifier } from '../../../ui/identifier.ts';
import type { RowWindow } from '../../../ui/row-window.ts';
import { tableShape, type Column, type TableShape } from '../../../ui/table.ts';
import { maybe, name, openly } from '../../../ui/text.ts';
import { agentOf, wordsOf } from '../account-words.ts';

/** A row: an entry with the facts that come from other entries. */
export interface LedgerRow {
  readonly entry: CreditEntry;
  /** The time of the entry that this one reverses, if that one is loaded. */
  readonly reverses?: string | undefined;
  /** The time of the reversal; absent if the reversing entry is not loaded. */
  readonly reversedAt?: string | undefined;
  /** True if a later entry reverses this one. */
  readonly reversed: boolean;
}

/** The lengths of amounts, in characters, above which the columns are `wide` and `large`. */
const long = 8;
const longer = 12;

/** Creates rows from entries. An unchanged entry keeps its row object, so that it is not rendered again. */
export class LedgerRows {
  #entries: readonly CreditEntry[] = [];
  #rows: readonly LedgerRow[] = [];
  /** The width that the amounts need. */
  room: '' | 'wide' | 'large' = '';
  #made = new WeakMap<CreditEntry, LedgerRow>();

  of(entries: readonly CreditEntry[]): readonly LedgerRow[] {
    if (entries === this.#entries) return this.#rows;
    const times = new Map(entries.map(({ id, at }) => [id, at]));
    const reversals = new Map(entries.flatMap(({ id, reverses }) => (reverses ? [[reverses, id]] : [])));
    this.#entries = entries;
    const longest = entries.reduce(
      (length, { amount, balanceAfter = amount }) => Math.max(length, amount.value.length, balanceAfter.value.length),
      0,
    );
    this.room = longest > longer ? 'large' : longest > long ? 'wide' : '';
    return (this.#rows = entries.map((entry) => {
      const by = entry.reversedBy ?? reversals.get(entry.id);
      const reverses = times.get(entry.reverses ?? '');
      const reversedAt = times.get(by ?? '');
      const known = this.#made.get(entry);
      const reversed = by !== undefined;
      if (known?.reverses === reverses && known?.reversed === reversed && known.reversedAt === reversedAt) return known;
      const row = { entry, reverses, reversed, reversedAt };
      this.#made.set(entry, row);
      return row;
    }));
  }
}

/** Returns the columns of the ledger in one language. With `onReverse`, entries can be reversed. */
export function ledgerShape(
  window: RowWindow<LedgerRow>,
  l10n: Localization,
  onReverse?: (entry: CreditEntry) => void,
): TableShape<LedgerRow> {
  const words = wordsOf(l10n);
  const columns: readonly Column<LedgerRow>[] = [
    {
      name: 'date',
      heading: words.date,
      longest: longestMoments(l10n),
      text: ({ entry }) => l10n.moment(entry.at),
      title: ({ entry }) => l10n.fullMoment(entry.at),
      isData: true,
      cell: ({ entry }) => when(entry.at, l10n),
    },
    {
      name: 'entry',
      heading: words.entry,
      title: (row) => wholeText(row, l10n),
      cell: (row) => html`${what(row, l10n)}${canReverse(row) && onReverse ? reverse(row, l10n, onReverse) : nothing}`,
    },
    {
      name: 'by',
      heading: words.by,
      knows: ({ entry }) => entry.actor !== undefined,
      cell: ({ entry }) => maybe(entry.actor, l10n, by(l10n)),
    },
    {
      name: 'change',
      heading: words.change,
      numeric: true,
      text: ({ entry }) => l10n.amount(entry.amount, { exact: true, signed: true }),
    },
    {
      name: 'balance',
      heading: words.balance,
      numeric: true,
      className: 'strong',
      knows: ({ entry }) => entry.balanceAfter !== undefined,
      text: ({ entry }) => (entry.balanceAfter ? l10n.amount(entry.balanceAfter, { exact: true }) : ''),
      isData: true,
      cell: ({ entry }) => maybe(entry.balanceAfter, l10n, (balance) => l10n.amount(balance, { exact: true })),
    },
  ];
  return tableShape(window, columns, (row) =>
    row.reversed ? 'reversed' : onReverse && canReverse(row) ? 'reversible acts' : '',
  );
}

const canReverse = ({ entry, reversed }: LedgerRow): boolean => entry.reversible === true && !reversed;

/** Renders the button at the end of the text, where it is never truncated with it. */
const reverse = (row: LedgerRow, l10n: Localization, onReverse: (entry: CreditEntry) => void): TemplateResult =>
  html`<button
    type="button"
    class="link reverse on-row"
    part="reverse"
    aria-label=${l10n.text(wordsOf(l10n).reverseEntry, { entry: wholeText(row, l10n) })}
    @click=${() => onReverse(row.entry)}
  >
    ${wordsOf(l10n).reverse}
  </button>`;

/** Renders the time. The time of day is secondary and hidden in narrow layouts. */
function when(at: string, l10n: Localization): TemplateResult {
  const text = l10n.moment(at);
  const time = l10n.time(new Date(at));
  if (!text.endsWith(time)) return html`${text}`;
  const day = text.slice(0, -time.length).replace(/[,\s]+$/, '');
  return html`${day}<span class="quiet time">${text.slice(day.length)}</span>`;
}

/**
 * The parts of the description of an entry: its kind, in the platform's words or ours, its reference and its reason.
 */
interface Parts {
  /** The first part. `{what}` is the place of the first of the `rest`. */
  readonly lead: string;
  readonly rest: readonly (string | null | undefined)[];
}

function partsOf({ entry, reverses, reversedAt }: LedgerRow, l10n: Localization): Parts {
  const words = wordsOf(l10n);
  const { kind, reference, description, reason, expiresAt } = entry;
  const code = codeOf(kind);
  const given = reason ? (labelOf(reason) ?? codeOf(reason)) : undefined;
  const within = (instant: string) => ({ time: l10n.moment(instant, { within: true }) });
  // The kind of the entry comes first, then the reason, then the expiry.
  const tail = (lead: string, ...rest: Parts['rest']): Parts => ({
    lead,
    rest: [
      ...rest,
      given === lead || given === description ? undefined : given,
      expiresAt && !reversedAt ? lapses(expiresAt, l10n) : undefined,
    ],
  });
  // The description of an adjustment identifies it better than its kind.
  if (code === 'adjustment' && description && labelOf(kind) === undefined)
    return tail(description, reversedAt && l10n.text(words.onMoment, within(reversedAt)), reference);
  if (code === 'spent' && reference) return tail(words.spentOn, reference, description);
  return tail(
    kindOf(entry, l10n),
    reverses ? l10n.text(words.ofMoment, within(reverses)) : reference,
    reversedAt && l10n.text(words.onMoment, within(reversedAt)),
    description,
  );
}

function lapses(at: string, l10n: Localization): string {
  const words = wordsOf(l10n);
  const isOver = Date.parse(at) < l10n.now.getTime();
  return l10n.text(isOver ? words.lapsedOn : words.lapsesOn, { date: l10n.shortDay(at) });
}

function what(row: LedgerRow, l10n: Localization): TemplateResult {
  const { lead, rest } = partsOf(row, l10n);
  const [before = '', after] = lead === wordsOf(l10n).spentOn ? lead.split('{what}') : [lead];
  const quiet = rest
    .filter(Boolean)
    .map((text) => html` <bdi class="quiet" translate="no">${openly(text!, l10n)}</bdi>`);
  const start = after === undefined ? name(lead, l10n) : html`${before.trimEnd()}${quiet.shift() ?? nothing}${after}`;
  return html`${start}${row.reversed ? html` ${mark(l10n)}` : nothing}${quiet}`;
}

/** Returns the parts as plain text, for tooltips and accessible names. */
function wholeText(row: LedgerRow, l10n: Localization): string {
  const { lead, rest } = partsOf(row, l10n);
  const texts = rest.filter((text) => typeof text === 'string');
  const start = lead === wordsOf(l10n).spentOn ? lead.replace('{what}', () => texts.shift() ?? '') : lead;
  return [start, ...texts].join(' ');
}

const mark = (l10n: Localization): TemplateResult =>
  badge('neutral', returned, wordsOf(l10n).reversed, { directed: true });

/** Returns the kind of an entry in words: the platform's or ours. */
export function kindOf({ kind }: CreditEntry, l10n: Localization): string {
  const words = wordsOf(l10n);
  const known = new Map([
    ['adjustment', words.adjustment],
    ['spent', words.spent],
    ['refund', words.refund],
    ['lapsed', words.lapsed],
    ['gift-card', words.giftCard],
    ['reversal', words.reversal],
  ]);
  return labelOf(kind) ?? known.get(codeOf(kind)) ?? codeOf(kind);
}

/** Returns the actor of an entry: a person by name and id, an automated actor by its word. */
const by =
  (l10n: Localization) =>
  (actor: Actor): TemplateResult | string => {
    const { id } = actor;
    const agent = agentOf(id, l10n);
    if (agent) return agent;
    const known = identifier(id, l10n);
    const called = actorName(actor);
    return called === undefined ? known : html`${name(called, l10n)} <span class="quiet">${known}</span>`;
  };
