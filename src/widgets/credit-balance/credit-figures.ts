import type { TemplateResult } from 'lit';
import type { CreditAccount } from '../../domain/credit.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { creditLedgerWords } from './ledger/ledger-words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { adopt } from '../../ui/styles.ts';
import { explain } from '../../ui/explain.ts';
import { Popovers, popoverStyles } from '../../ui/popover.ts';
import { accountLabel, wordsOf } from './account-words.ts';
import type { ShownCredit } from './shown-credit.ts';

const explainedIn = (l10n: Localization) => l10n.words(creditLedgerWords);

/** The explanations of the figures. The module is loaded after the figures. */
export class CreditFigures {
  readonly #shown: ShownCredit;
  readonly #popovers: Popovers;

  constructor(host: DashboardElement, shown: ShownCredit) {
    adopt(host, popoverStyles);
    this.#shown = shown;
    this.#popovers = new Popovers(host);
  }

  /** Renders the explanation of a balance: what it counts, the time of the data, what lapses next and when. */
  balance(account: CreditAccount, place: number): TemplateResult {
    const { l10n } = this.#popovers.host;
    const what = accountLabel(account, this.#shown.list, l10n);
    return explain(this.#popovers, `balance-${place}`, what, () => ({
      what,
      counts: explainedIn(l10n).balanceCounts,
      further: [[explainedIn(l10n).lapsesNext, lapsing(account, l10n)]],
      asOf: asOf(this.#shown.accounts),
    }));
  }

  /** Renders the explanation of the coupons. */
  coupons(): TemplateResult {
    const { l10n } = this.#popovers.host;
    const what = wordsOf(l10n).coupons;
    return explain(this.#popovers, 'coupons', what, () => ({
      what,
      counts: explainedIn(l10n).couponsCount,
      asOf: asOf(this.#shown.coupons),
    }));
  }

  /** Renders the explanation of the running balance in a ledger. `name` is unique among the ledgers on screen. */
  running(name: string): TemplateResult {
    const { l10n } = this.#popovers.host;
    const what = explainedIn(l10n).balance;
    return explain(this.#popovers, name, what, () => ({ what, counts: explainedIn(l10n).runningCounts }));
  }
}

function lapsing({ lapsing: next }: CreditAccount, l10n: Localization): string {
  if (next === undefined) return l10n.common.unknown;
  if (next === null) return wordsOf(l10n).nothingLapses;
  const time = l10n.moment(next.at, { within: true });
  return l10n.text(explainedIn(l10n).lapsesNextAt, { amount: l10n.amount(next.amount, { exact: true }), time });
}

/** Returns the time of the data: the platform's, otherwise the time of the fetch. */
function asOf({ snapshot }: ShownCredit['accounts'] | ShownCredit['coupons']): string | undefined {
  if (snapshot.phase !== 'ready') return undefined;
  return snapshot.data.asOf ?? new Date(snapshot.readAt).toISOString();
}
