import { html, nothing, type TemplateResult } from 'lit';
import type { List } from '../../data/snapshot.ts';
import type { Coupon } from '../../domain/coupon.ts';
import { ListController } from '../../element/query-controller.ts';
import type { Localization } from '../../i18n/localization.ts';
import * as icons from '../../ui/icons.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { footer } from '../../ui/panel.ts';
import { RowWindow } from '../../ui/row-window.ts';
import { line, stateView } from '../../ui/state-view.ts';
import { table, type TableShape } from '../../ui/table.ts';
import { warningNotices } from '../../ui/warnings.ts';
import type { CouponHost } from './coupon-access.ts';
import { couponShape, type CouponRow } from './coupon-table.ts';
import { wordsOf } from './coupon-words.ts';
import { couponsOf, usable } from './credit-balance.data.ts';

export interface CouponListNeeds {
  /** Says once what has happened, to those who do not see it. */
  readonly say: (text: string) => void;
  readonly signIn: () => string | null | undefined;
  readonly lapsingDays: () => number;
  /** Revokes one; nothing where nobody may. */
  readonly onRevoke: () => ((coupon: Coupon) => void) | undefined;
}

/** A customer's coupons in a table: those that can be used, or all. */
export class CouponList {
  readonly #host: CouponHost;
  readonly #needs: CouponListNeeds;
  readonly #list: ListController<Coupon>;
  readonly #window: RowWindow<CouponRow>;
  #all = false;
  #copied: { readonly id: string; readonly done: boolean } | undefined;
  #made = new WeakMap<Coupon, CouponRow>();
  #shape: { readonly l10n: Localization; readonly may: boolean; readonly table: TableShape<CouponRow> } | undefined;

  constructor(host: CouponHost, needs: CouponListNeeds) {
    this.#host = host;
    this.#needs = needs;
    this.#list = new ListController(
      host,
      (customerId) =>
        host.client?.adapter.coupons?.list ? couponsOf(customerId, this.#all ? undefined : usable) : undefined,
      { keepPreviousData: true },
    );
    this.#window = new RowWindow(host, () => this.#list.more());
  }

  refresh(): void {
    this.#list.refresh();
  }

  /** For another customer. */
  close(): void {
    this.#all = false;
    this.#copied = undefined;
  }

  render(): TemplateResult {
    const { l10n } = this.#host;
    const words = wordsOf(l10n);
    return stateView(this.#list.snapshot, {
      l10n,
      retry: () => this.#list.refresh(),
      signIn: this.#needs.signIn(),
      what: words.heading,
      isPart: true,
      skeleton: () => html`<div class="coupon-wait">${line(60)}${line(44)}${line(60)}</div>`,
      isEmpty: ({ items }) => !items.length,
      empty: () => ({
        path: icons.tag,
        title: this.#all ? words.noneAtAll : words.none,
        help: this.#all ? undefined : words.noneHelp,
      }),
      ready: (list) => this.#table(list),
    }).content;
  }

  /** How many there are, and the way to the others. */
  footer(): TemplateResult | typeof nothing {
    const { l10n } = this.#host;
    const words = wordsOf(l10n);
    const { snapshot } = this.#list;
    if (snapshot.phase !== 'ready') return nothing;
    const { items, total, hasMore } = snapshot.data;
    const count = total ?? items.length;
    const said = hasMore && total === undefined ? words.allSoFar : this.#all ? words.all : words.usable;
    return footer(
      typeof said === 'string' ? l10n.text(said, { count }) : l10n.text(said, { count }),
      html`<button type="button" class="link" part="view-all" @click=${this.#toggle}>
        ${this.#all ? words.showUsable : words.showAll}
      </button>`,
    );
  }

  #table(list: List<Coupon>): TemplateResult {
    const { l10n } = this.#host;
    const content = table({
      label: wordsOf(l10n).heading,
      shape: this.#shapeIn(l10n),
      window: this.#window,
      items: list.items.map((coupon) => this.#rowOf(coupon)),
      total: list.total,
      unknownColumns: this.#host.unknownColumns,
    });
    return html`${warningNotices(list.warnings, l10n)}
      <div class="coupons" part="coupons">${content}</div>
      ${moreRows(list, l10n, (again) => this.#list.more(again))}`;
  }

  /** The same row for the same coupon, so that it is not drawn again. */
  #rowOf(coupon: Coupon): CouponRow {
    const copied = this.#copied?.id === coupon.id ? this.#copied.done : undefined;
    const known = this.#made.get(coupon);
    if (known && known.copied === copied) return known;
    const row = { coupon, copied };
    this.#made.set(coupon, row);
    return row;
  }

  /** Made anew only for another language or permission. */
  #shapeIn(l10n: Localization): TableShape<CouponRow> {
    const onRevoke = this.#needs.onRevoke();
    const may = onRevoke !== undefined;
    if (this.#shape?.l10n !== l10n || this.#shape.may !== may) {
      const soon = new Date(Date.parse(l10n.today) + this.#needs.lapsingDays() * 86_400_000).toISOString().slice(0, 10);
      const onCopy = (...code: [Coupon, string]) => void this.#copy(...code);
      this.#shape = { l10n, may, table: couponShape(this.#window, { l10n, soon, onCopy, onRevoke }) };
    }
    return this.#shape.table;
  }

  readonly #toggle = (): void => {
    this.#all = !this.#all;
    this.#host.requestUpdate();
  };

  async #copy(coupon: Coupon, code: string): Promise<void> {
    const { activeCustomer } = this.#host;
    let done = true;
    try {
      // Not there on a page served over plain http.
      await navigator.clipboard.writeText(code);
    } catch {
      done = false;
    }
    if (activeCustomer !== this.#host.activeCustomer) return;
    this.#copied = { id: coupon.id, done };
    this.#needs.say(done ? this.#host.l10n.common.copied : this.#host.l10n.common.notCopied);
    this.#host.requestUpdate();
  }
}
