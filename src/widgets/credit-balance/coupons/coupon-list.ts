import { html, nothing, type TemplateResult } from 'lit';
import type { List } from '../../../data/snapshot.ts';
import type { Coupon } from '../../../domain/coupon.ts';
import { CopyController } from '../../../element/copy-controller.ts';
import { ListController } from '../../../element/query-controller.ts';
import type { WidgetController } from '../../../element/widget-host.ts';
import type { Localization } from '../../../i18n/localization.ts';
import * as icons from '../../../ui/icons.ts';
import { moreRows } from '../../../ui/more-rows.ts';
import { footer } from '../../../ui/panel.ts';
import { RowWindow } from '../../../ui/row-window.ts';
import { line, stateView, warningNotices } from '../../../ui/state-view.ts';
import { table, type TableShape } from '../../../ui/table.ts';
import type { CouponHost } from '../shown-credit.ts';
import { couponShape, type CouponRow } from './coupon-table.ts';
import { wordsOf } from './coupon-words.ts';
import { couponsOf, usable } from '../credit-balance.data.ts';
import { lapsingDaysOf } from '../shown-credit.ts';

/** The table of a customer's coupons: the usable ones, or all. */
export class CouponList implements WidgetController {
  readonly #host: CouponHost;
  readonly #getRevoke: () => ((coupon: Coupon) => void) | undefined;
  readonly #list: ListController<Coupon>;
  readonly #window: RowWindow<CouponRow>;
  #all = false;
  readonly #copies: CopyController;
  #made = new WeakMap<Coupon, CouponRow>();
  #shape: { readonly l10n: Localization; readonly may: boolean; readonly table: TableShape<CouponRow> } | undefined;

  /** `getRevoke` returns the function that revokes a coupon; undefined without the permission. */
  constructor(host: CouponHost, getRevoke: () => ((coupon: Coupon) => void) | undefined) {
    this.#host = host;
    this.#copies = new CopyController(host);
    host.addController(this);
    this.#getRevoke = getRevoke;
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

  hostCustomerChanged(): void {
    this.#all = false;
  }

  render(): TemplateResult {
    const { l10n } = this.#host;
    const words = wordsOf(l10n);
    return stateView(this.#list.snapshot, {
      l10n,
      retry: () => this.#list.refresh(),
      signIn: this.#host.stateOptions.signIn,
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

  /** Renders the number of coupons, and the button that shows the others. */
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

  /** Returns the same row object for the same coupon, so that it is not rendered again. */
  #rowOf(coupon: Coupon): CouponRow {
    const copied = this.#copies.outcome(coupon.id);
    const known = this.#made.get(coupon);
    if (known && known.copied === copied) return known;
    const row = { coupon, copied };
    this.#made.set(coupon, row);
    return row;
  }

  /** Returns the shape of the table. It is created again only for another language or permission. */
  #shapeIn(l10n: Localization): TableShape<CouponRow> {
    const onRevoke = this.#getRevoke();
    const may = onRevoke !== undefined;
    if (this.#shape?.l10n !== l10n || this.#shape.may !== may) {
      const soon = new Date(Date.parse(l10n.today) + lapsingDaysOf(this.#host) * 86_400_000).toISOString().slice(0, 10);
      const onCopy = ({ id }: Coupon, code: string) => void this.#copies.copy(id, code);
      this.#shape = { l10n, may, table: couponShape(this.#window, { l10n, soon, onCopy, onRevoke }) };
    }
    return this.#shape.table;
  }

  readonly #toggle = (): void => {
    this.#all = !this.#all;
    this.#host.requestUpdate();
  };
}
