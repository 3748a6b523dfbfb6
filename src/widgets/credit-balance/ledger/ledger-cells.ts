// Loaded on its own, while the accounts are read.
import { html, nothing, type TemplateResult } from 'lit';
import type { CreditEntry } from '../../../domain/credit.ts';
import { codeOf, labelOf } from '../../../domain/field.ts';
import { actorName, type Actor } from '../../../domain/operator.ts';
import type { Localization } from '../../../i18n/localization.ts';
import { badge } from '../../../ui/badge.ts';
import { returned } from '../../../ui/icons.ts';
import { identifier } from '../../../ui/identifier.ts';
import { name, openly } from '../../../ui/text.ts';
import { wordsOf } from '../account-words.ts';
import { creditEntryWords } from './entry-words.en.ts';
import type { LedgerRow } from './ledger.ts';

const entryWords = (l10n: Localization) => l10n.words(creditEntryWords);

/** Renders the button at the end of the text, where it is never truncated with it. */
const reverse = (row: LedgerRow, l10n: Localization, onReverse: (entry: CreditEntry) => void): TemplateResult =>
  html`<button
    type="button"
    class="link reverse"
    part="reverse"
    aria-label=${l10n.text(entryWords(l10n).reverseEntry, { entry: wholeText(row, l10n) })}
    @click=${() => onReverse(row.entry)}
  >
    ${entryWords(l10n).reverse}
  </button>`;

/** Renders the time. The time of day is secondary and hidden in narrow layouts. */
export function when(at: string, l10n: Localization): TemplateResult {
  const { brief } = l10n.moment(at);
  const time = l10n.time(new Date(at));
  if (!brief.endsWith(time)) return html`${brief}`;
  const day = brief.slice(0, -time.length).replace(/[,\s]+$/, '');
  return html`${day}<span class="quiet time">${brief.slice(day.length)}</span>`;
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
  const words = entryWords(l10n);
  const { kind, reference, description, reason, expiresAt } = entry;
  const code = codeOf(kind);
  const given = reason ? (labelOf(reason) ?? codeOf(reason)) : undefined;
  const within = (instant: string) => ({ time: l10n.moment(instant, { within: true }).brief });
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
  const words = entryWords(l10n);
  const isOver = Date.parse(at) < l10n.now.getTime();
  return l10n.text(isOver ? words.lapsedOn : words.lapsesOn, { date: l10n.shortDay(at) });
}

/** Renders what happened, and the button that reverses it. */
export function what(row: LedgerRow, l10n: Localization, onReverse?: (entry: CreditEntry) => void): TemplateResult {
  const { lead, rest } = partsOf(row, l10n);
  const [before = '', after] = lead === entryWords(l10n).spentOn ? lead.split('{what}') : [lead];
  const quiet = rest
    .filter(Boolean)
    .map((text) => html` <bdi class="quiet" translate="no">${openly(text!, l10n)}</bdi>`);
  const start = after === undefined ? name(lead, l10n) : html`${before.trimEnd()}${quiet.shift() ?? nothing}${after}`;
  const button = onReverse ? reverse(row, l10n, onReverse) : nothing;
  return html`${start}${row.reversed ? html` ${mark(l10n)}` : nothing}${quiet}${button}`;
}

/** Returns the parts as plain text, for tooltips and accessible names. */
export function wholeText(row: LedgerRow, l10n: Localization): string {
  const { lead, rest } = partsOf(row, l10n);
  const texts = rest.filter((text) => typeof text === 'string');
  const start = lead === entryWords(l10n).spentOn ? lead.replace('{what}', () => texts.shift() ?? '') : lead;
  return [start, ...texts].join(' ');
}

const mark = (l10n: Localization): TemplateResult =>
  badge('neutral', returned, entryWords(l10n).reversed, { directed: true });

/** Returns the kind of an entry in words: the platform's or ours. */
export function kindOf({ kind }: CreditEntry, l10n: Localization): string {
  const words = entryWords(l10n);
  const known = new Map([
    ['adjustment', words.adjustment],
    ['spent', words.spent],
    ['refund', words.refund],
    ['lapsed', words.lapsed],
    ['gift-card', wordsOf(l10n).giftCard],
    ['reversal', words.reversal],
  ]);
  return labelOf(kind) ?? known.get(codeOf(kind)) ?? codeOf(kind);
}

/** Renders the actor of an entry: a person by name and id, an automated actor by its word. */
export function by(actor: Actor, l10n: Localization): TemplateResult | string {
  const { id } = actor;
  const agent = agentOf(id, l10n);
  if (agent) return agent;
  const known = identifier(id, l10n);
  const called = actorName(actor);
  return called === undefined ? known : html`${name(called, l10n)} <span class="quiet">${known}</span>`;
}

/** Returns the word for an automated actor; undefined for a person. */
export function agentOf(id: string, l10n: Localization): string | undefined {
  const words = entryWords(l10n);
  const agents = new Map([
    ['checkout', words.checkout],
    ['rule', words.rule],
    ['customer', words.customer],
  ]);
  return agents.get(id);
}
