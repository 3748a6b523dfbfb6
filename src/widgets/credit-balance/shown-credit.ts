import { html, nothing, type TemplateResult } from 'lit';
import { codeOf } from '../../domain/field.ts';
import type { Coupon } from '../../domain/coupon.ts';
import {
  isSameOpening,
  kindOf,
  openingOf,
  type CreditAccount,
  type CreditEntry,
  type CreditOpening,
} from '../../domain/credit.ts';
import { isMoney } from '../../domain/money.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { ListController } from '../../element/query-controller.ts';
import type { WidgetController, WidgetHost } from '../../element/widget-host.ts';
import { segmented } from '../../ui/segmented.ts';
import type { UnknownColumns } from '../../ui/table.ts';
import { name } from '../../ui/text.ts';
import { shortLabels, wordsOf } from './account-words.ts';
import { accountsOf, couponsOf, usable } from './credit-balance.data.ts';

/** The kind that stands for coupons in the host's list of kinds. */
const couponKind = 'coupons';

/** A widget whose host can choose the kinds to show. */
export interface CreditHost extends DashboardElement {
  kinds?: string;
  unknownColumns: UnknownColumns;
  lapsingDays: number;
}

/** A widget whose host can forbid writes. */
export interface CouponHost extends CreditHost {
  readonly: boolean;
}

/** Returns the number of days from which lapsing credit is marked. The attribute can have any value. */
export const lapsingDaysOf = ({ lapsingDays }: CreditHost): number => (lapsingDays >= 0 ? lapsingDays : 30);

/** The credit of a customer: the queries, the accounts to show, and the account that the operator has selected. */
export class ShownCredit implements WidgetController {
  readonly accounts: ListController<CreditAccount>;
  readonly coupons: ListController<Coupon>;
  readonly #host: CreditHost;
  #chosen: string | undefined;

  constructor(host: CreditHost) {
    this.#host = host;
    host.addController(this);
    this.accounts = new ListController(host, accountsOf);
    this.coupons = new ListController(host, (customerId) =>
      this.hasCoupons ? couponsOf(customerId, usable) : undefined,
    );
  }

  /** The loaded accounts. */
  get known(): readonly CreditAccount[] {
    const { snapshot } = this.accounts;
    return snapshot.phase === 'ready' ? snapshot.data.items : [];
  }

  /** The currencies of the accounts. */
  get currencies(): readonly string[] {
    return this.known.flatMap(({ balance }) => (isMoney(balance) ? [balance.currency] : []));
  }

  /** The accounts that can be opened: of the kinds to show, without those that the customer has. */
  get openings(): readonly CreditOpening[] {
    const { open, openings = [] } = this.#host.client?.adapter.credit ?? {};
    if (!open || this.accounts.snapshot.phase !== 'ready') return [];
    return openings.filter(
      (opening) =>
        (this.#kinds?.includes(codeOf(kindOf(opening))) ?? true) &&
        !this.known.some((account) => isSameOpening(openingOf(account), opening)),
    );
  }

  /** The accounts to show, in order. */
  get list(): readonly CreditAccount[] {
    return this.#kinds?.flatMap((kind) => this.known.filter((account) => codeOf(account.kind) === kind)) ?? this.known;
  }

  /** The account whose ledger is shown. */
  get account(): CreditAccount | undefined {
    const { list } = this;
    return list.find(({ id }) => id === this.#chosen) ?? list[0];
  }

  /** True if coupons are shown at all. */
  get hasCoupons(): boolean {
    return this.#host.client?.adapter.coupons?.list !== undefined && (this.#kinds?.includes(couponKind) ?? true);
  }

  /** The position of the coupons among the accounts. */
  get couponPlace(): number {
    const kinds = this.#kinds;
    const before = kinds?.slice(0, kinds.indexOf(couponKind));
    const { list } = this;
    return before ? list.filter(({ kind }) => before.includes(codeOf(kind))).length : list.length;
  }

  /** True if the coupons are shown in place of a ledger. */
  get showsCoupons(): boolean {
    const isKnown = this.accounts.snapshot.phase === 'ready' && !this.isEmpty;
    return this.hasCoupons && isKnown && (this.#chosen === couponKind || !this.list.length);
  }

  /** True if there is neither an account nor a usable coupon, and the operator has not opened the other coupons. */
  get isEmpty(): boolean {
    const { snapshot } = this.coupons;
    const hasNone = snapshot.phase === 'error' || (snapshot.phase === 'ready' && !snapshot.data.items.length);
    return !this.list.length && (!this.hasCoupons || (hasNone && this.#chosen !== couponKind));
  }

  /** True until the coupons are loaded: before that, the widget must not say that it is empty. */
  get awaitsCoupons(): boolean {
    return !this.list.length && this.hasCoupons && ['idle', 'loading'].includes(this.coupons.snapshot.phase);
  }

  /** Selects an account; without an id, the coupons. */
  choose(accountId = couponKind): void {
    this.#chosen = accountId;
    this.#host.requestUpdate();
  }

  hostCustomerChanged(): void {
    this.#chosen = undefined;
  }

  /** Renders the choice of the account or the coupons; nothing if there is only one option. */
  choice(): TemplateResult | typeof nothing {
    const { l10n } = this.#host;
    const { account, list } = this;
    const words = wordsOf(l10n);
    const labels = shortLabels(list, l10n);
    const segments = list.map(({ id }, index) => ({ value: `account ${id}`, label: name(labels[index]!, l10n) }));
    if (this.hasCoupons) segments.splice(this.couponPlace, 0, { value: couponKind, label: html`${words.coupons}` });
    if (segments.length < 2) return nothing;
    return segmented({
      name: 'account',
      label: words.account,
      segments,
      value: this.showsCoupons ? couponKind : `account ${account!.id}`,
      onChange: (value) => this.choose(value === couponKind ? undefined : value.slice('account '.length)),
    });
  }

  /** The kinds that the host has chosen, in order; undefined if it has not chosen. */
  get #kinds(): readonly string[] | undefined {
    const kinds = this.#host.kinds?.split(/[\s,]+/).filter(Boolean);
    return kinds?.length ? kinds : undefined;
  }
}

export interface AdjustHost extends WidgetHost {
  allowDebit: boolean;
  readonly: boolean;
}

/** The part of the ledger on screen that an adjustment needs. */
export interface Ledger {
  newestOf(account: CreditAccount): CreditEntry | undefined;
  reread(): void;
}

/** Returns true if the platform can adjust one of the accounts and the host allows it. */
export const canAdjust = ({ client, readonly }: AdjustHost, { list }: ShownCredit): boolean =>
  client?.adapter.credit?.adjust !== undefined && list.length > 0 && !readonly;

/** Returns true if this operator has the permission, too. */
export const mayAdjust = (host: AdjustHost, shown: ShownCredit): boolean =>
  canAdjust(host, shown) && host.can('credit.adjust');
