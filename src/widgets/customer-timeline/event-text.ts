import { codeOf, labelOf, type Coded } from '../../domain/field.ts';
import type { StoredValue } from '../../domain/money.ts';
import { actorName, type Actor } from '../../domain/operator.ts';
import { isRequestedReturn } from '../../domain/order.ts';
import type { TimelineEvent } from '../../domain/timeline.ts';
import { changedCell, changeLabel } from '../../features/profile-changes/changed-values.ts';
import type { Localization } from '../../i18n/localization.ts';
import { customerTimelineWords } from './words.en.ts';

const wordsOf = (l10n: Localization) => l10n.words(customerTimelineWords);

/** Returns the label of a code: the platform's, the library's, or the code itself. */
function labelFor<W extends object>(coded: Coded, words: W): string {
  const code = codeOf(coded);
  return labelOf(coded) ?? (Object.hasOwn(words, code) ? String(words[code as keyof W]) : code);
}

/** Returns what happened in one line: `Purchase #10512`, `Login failed`, `Email changed`. */
export function titleText(event: TimelineEvent, l10n: Localization): string {
  const words = wordsOf(l10n);
  switch (event.kind) {
    case 'purchase':
    case 'return':
      return `${words[event.kind]} ${event.order.number}`;
    case 'note':
      return words.note;
    case 'login':
      return labelFor(event.login.outcome, {
        succeeded: words.succeeded,
        failed: words.failed,
        blocked: words.blocked,
      });
    case 'change':
      return l10n.text(words.changed, { field: changeLabel(event.change.field, l10n) });
    case 'credit':
      return labelFor(event.entry.kind, {
        adjustment: words.adjustment,
        spent: words.spent,
        refund: words.refund,
        lapsed: words.lapsed,
        'gift-card': words.giftCard,
        reversal: words.reversal,
      });
  }
}

/** Returns the details of an event as text, if it has any. */
export function detailText(event: TimelineEvent, l10n: Localization): string | undefined {
  const words = wordsOf(l10n);
  const joined = (...texts: readonly (string | null | undefined)[]) => texts.filter(Boolean).join(', ') || undefined;
  switch (event.kind) {
    case 'purchase':
    case 'return': {
      const { summary } = event.order;
      if (!summary) return undefined;
      return summary.more > 0 ? l10n.text(words.andMore, { title: summary.title, count: summary.more }) : summary.title;
    }
    case 'note':
      return event.note.body;
    case 'login':
      return joined(event.login.device, event.login.place);
    case 'change': {
      const { field, oldValue, newValue } = event.change;
      const text = (value: typeof oldValue) =>
        changedCell(value, field, l10n) ?? (value === null ? l10n.common.none : l10n.common.unknown);
      return `${text(oldValue)} → ${text(newValue)}`;
    }
    case 'credit':
      return joined(event.entry.description, event.entry.reference);
  }
}

/** Returns who did it, if the record says so. */
export function whoText(event: TimelineEvent, l10n: Localization): string | undefined {
  const who = (actor: Actor | null | undefined) =>
    actor === null ? wordsOf(l10n).automatic : actor && (actorName(actor) ?? actor.id);
  switch (event.kind) {
    case 'note':
      return who(event.note.author);
    case 'change':
      return who(event.change.actor);
    case 'credit':
      return who(event.entry.actor);
    default:
      return undefined;
  }
}

/** Returns the amount of an event: what the customer has to pay, what came back, or what moved in an account. */
export function amountOf(event: TimelineEvent): StoredValue | undefined {
  if (event.kind === 'credit') return event.entry.amount;
  return event.kind === 'purchase' || event.kind === 'return' ? event.order.total : undefined;
}

/** Returns the name of a state that is not the usual one: a canceled order, a return that is only requested. */
export function unusualState(event: TimelineEvent): 'canceled' | 'requested' | 'failed' | 'blocked' | undefined {
  if (event.kind === 'login') {
    const outcome = codeOf(event.login.outcome);
    return outcome === 'failed' || outcome === 'blocked' ? outcome : undefined;
  }
  if (event.kind !== 'purchase' && event.kind !== 'return') return undefined;
  if (isRequestedReturn(event.order)) return 'requested';
  const { cancellation } = event.order.status;
  return cancellation && codeOf(cancellation.status) === 'full' ? 'canceled' : undefined;
}
