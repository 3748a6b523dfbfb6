import { html, nothing, type TemplateResult } from 'lit';
import { codeOf } from '../../domain/coded.ts';
import type { Coupon } from '../../domain/coupon.ts';
import type { CreditAccount } from '../../domain/credit.ts';
import { isMoney } from '../../domain/money.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { ListController } from '../../element/query-controller.ts';
import type { WidgetController } from '../../element/widget-host.ts';
import { segmented } from '../../ui/segmented.ts';
import type { UnknownColumns } from '../../ui/table.ts';
import { datum } from '../../ui/text.ts';
import { shortLabels, wordsOf } from './account-words.ts';
import { accountsOf, couponsOf, usable } from './credit-balance.data.ts';

/** Coupons stand among the kinds of account. */
const couponKind = 'coupons';

/** A widget whose host may say which kinds are shown. */
export interface CreditHost extends DashboardElement {
  kinds?: string;
  unknownColumns: UnknownColumns;
  lapsingDays: number;
}

/** From how many days before on it is marked what lapses: an attribute may say anything. */
export const lapsingDaysOf = ({ lapsingDays }: CreditHost): number => (lapsingDays >= 0 ? lapsingDays : 30);

/** What a customer has, which of it is shown, and which of that the operator has chosen to look into. */
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

  /** The accounts that are there, as far as they are known. */
  get known(): readonly CreditAccount[] {
    const { snapshot } = this.accounts;
    return snapshot.phase === 'ready' ? snapshot.data.items : [];
  }

  /** The currencies of the accounts. */
  get currencies(): readonly string[] {
    return this.known.flatMap(({ balance }) => (isMoney(balance) ? [balance.currency] : []));
  }

  /** Of these the ones that are shown, in their order. */
  get list(): readonly CreditAccount[] {
    return this.#kinds?.flatMap((kind) => this.known.filter((account) => codeOf(account.kind) === kind)) ?? this.known;
  }

  /** The account whose ledger is shown. */
  get account(): CreditAccount | undefined {
    const { list } = this;
    return list.find(({ id }) => id === this.#chosen) ?? list[0];
  }

  /** Whether coupons are shown at all. */
  get hasCoupons(): boolean {
    return this.#host.client?.adapter.coupons?.list !== undefined && (this.#kinds?.includes(couponKind) ?? true);
  }

  /** After how many accounts they stand. */
  get couponPlace(): number {
    const kinds = this.#kinds;
    const before = kinds?.slice(0, kinds.indexOf(couponKind));
    const { list } = this;
    return before ? list.filter(({ kind }) => before.includes(codeOf(kind))).length : list.length;
  }

  /** Whether coupons are looked at, and no ledger. */
  get showsCoupons(): boolean {
    return this.hasCoupons && !this.isEmpty && (this.#chosen === couponKind || !this.list.length);
  }

  /** Whether there is neither an account nor a coupon that can be used, and nobody has asked for the others. */
  get isEmpty(): boolean {
    const { snapshot } = this.coupons;
    const hasNone = snapshot.phase === 'error' || (snapshot.phase === 'ready' && !snapshot.data.items.length);
    return !this.list.length && (!this.hasCoupons || (hasNone && this.#chosen !== couponKind));
  }

  /** Until it is known whether there are coupons, it is not known that there is nothing. */
  get awaitsCoupons(): boolean {
    return !this.list.length && this.hasCoupons && ['idle', 'loading'].includes(this.coupons.snapshot.phase);
  }

  /** Looks into an account, or where none is named into the coupons. */
  choose(accountId = couponKind): void {
    this.#chosen = accountId;
    this.#host.requestUpdate();
  }

  hostCustomerChanged(): void {
    this.#chosen = undefined;
  }

  /** Which account, or the coupons: nothing where there is no choice. */
  choice(): TemplateResult | typeof nothing {
    const { l10n } = this.#host;
    const { account, list } = this;
    const words = wordsOf(l10n);
    const labels = shortLabels(list, l10n);
    const segments = list.map(({ id }, index) => ({ value: `account ${id}`, label: datum(labels[index]!) }));
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

  /** The kinds that the host asks for, in its order; none where it leaves it to the platform. */
  get #kinds(): readonly string[] | undefined {
    const kinds = this.#host.kinds?.split(/[\s,]+/).filter(Boolean);
    return kinds?.length ? kinds : undefined;
  }
}
