import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { numberColumn, textColumn } from '../../data/file-table.ts';
import { listOperation } from '../../data/list-query.ts';
import type { List } from '../../data/snapshot.ts';
import { CartItem, CartTotals, type OpenCart } from '../../domain/cart-item.ts';
import { requestEvent } from '../../element/events.ts';
import { pageLink } from '../../list/cells.ts';
import { ListColumns, type ListColumn } from '../../list/list-columns.ts';
import type { ListPlace, ListTools } from '../../list/list-tools.ts';
import { totalsRowStyles } from '../../list/totals-row.ts';
import { ProductTableWidget } from '../../list/product-table-widget.ts';
import * as icons from '../../ui/icons.ts';
import { totalsSkeleton } from '../../ui/table.ts';
import { datum, maybe, name } from '../../ui/text.ts';
import { cartItemsWords } from './words.en.ts';

/** A cart is about to be opened. */
export class CartOpenEvent extends requestEvent('cart-open', 'cartId') {}

/** Below the total of a row, where it is narrow: the quantity and the price of one. */
const styles = css`
  @container widget (inline-size < calc(720em / 14)) {
    .table tbody > tr:not(.spacer) {
      grid-template-columns: minmax(calc(var(--_unit) * 12), 1fr) auto auto;
    }

    .table tbody .cell-total {
      grid-area: 1 / 2 / auto / span 2;
    }

    .table tbody .cell-quantity {
      grid-area: 2 / 2;
    }

    .table tbody .cell-quantity::after {
      content: '\\00a0×';
    }

    .table tbody .cell-price {
      grid-area: 2 / 3;
    }

    .table tbody .cell-cart {
      grid-area: 3 / 1 / auto / span 3;
      text-align: start;
    }
  }
`;

/** A page of products with the carts that they are in. */
type Cart = List<CartItem, CartTotals>;

/**
 * The products in a customer's open carts, those added last first, and what each cart comes to. A cart opens on a page of
 * the host, a product on a page of the shop or of the host.
 *
 * @summary A customer's cart
 * @tag cart-items
 * @fires {CartOpenEvent} cart-open - A cart is about to be opened. Cancelable.
 * @fires {ExportEvent} export - The products are about to be exported. Cancelable.
 * @csspart link - The name of a cart that opens.
 * @csspart totals - The row of a cart with its total.
 */
export class CartItems extends ProductTableWidget<CartItem, CartTotals> {
  static readonly tag = 'cart-items';
  static override styles = [ProductTableWidget.styles, totalsRowStyles, styles];

  /** The number of products to show, those added last first. */
  @property({ type: Number }) limit = 5;

  constructor() {
    const operation = { ...listOperation('cart.list', CartItem), totals: CartTotals };
    super({ operation, intent: 'cart', icon: icons.cart, limit: 5 });
  }

  protected override get words() {
    return this.l10n.words(cartItemsWords);
  }

  protected override get tools(): ListTools<CartItem> {
    const { words } = this;
    const cart = textColumn<CartItem>(words.cart, ({ cartId }) => cartId);
    return {
      search: { label: words.search },
      file: this.file('cart', ['product', 'quantity', 'price', 'total', 'added', cart]),
    };
  }

  protected override reasonsOf(place: ListPlace) {
    return [...super.reasonsOf(place), JSON.stringify(this.listOf(place)?.totals)];
  }

  protected override columnsOf(place: ListPlace): readonly ListColumn<CartItem>[] {
    const { words, l10n } = this;
    const carts = this.listOf(place)?.totals?.carts ?? [];
    const column = new ListColumns<CartItem>(l10n);
    return [
      ...this.productColumns(place),
      {
        name: 'cart',
        heading: words.cart,
        className: 'beside',
        knows: () => carts.length > 1,
        cell: ({ cartId }) => this.#cartName(carts.find(({ id }) => id === cartId)),
      },
      {
        name: 'quantity',
        heading: words.quantity,
        numeric: true,
        sortBy: 'quantity',
        text: ({ quantity }) => l10n.number(quantity),
        file: [numberColumn(words.quantity, ({ quantity }) => quantity)],
      },
      column.amount('price', words.unitPrice, ({ unitPrice }) => unitPrice, {
        ...{ className: '', absent: words.noPrice },
        file: [numberColumn(words.unitPrice, ({ unitPrice }) => unitPrice?.value)],
      }),
      column.amount('total', words.total, ({ lineTotal }) => lineTotal, { sortBy: 'lineTotal', absent: words.noPrice }),
    ];
  }

  /** Most customers have one open cart. */
  protected override totalsSkeleton = totalsSkeleton;

  protected override totalsOf(_items: readonly CartItem[], _place: ListPlace, { totals }: Cart) {
    if (!totals?.carts.length) return undefined;
    return (columns: readonly unknown[]) =>
      html`${totals.carts.map((cart) => this.#totalsRow(cart, columns.length - 1))}`;
  }

  #totalsRow(cart: OpenCart, columns: number): TemplateResult {
    const { words, l10n } = this;
    const { total, units, updatedAt } = cart;
    const label = this.#cartName(cart);
    const request = (customerId: string) => new CartOpenEvent(customerId, cart.id);
    const link = pageLink(this, { intent: 'cart', params: { cartId: cart.id }, label, request });
    const facts = [
      ...(units === undefined ? [] : [l10n.text(words.units, { count: units })]),
      ...(updatedAt === undefined
        ? []
        : [l10n.text(words.updated, { time: l10n.moment(updatedAt, { within: true }) })]),
    ];
    return html`<tr role="row" part="totals">
      <th scope="row" role="rowheader" part="cell" colspan=${columns}>
        ${link ?? label}${facts.map((fact) => html` <span class="small quiet">${datum(fact)}</span>`)}
      </th>
      <td role="cell" part="cell" class="amount">
        ${total === null ? html`<span class="quiet">${words.noPrice}</span>` : maybe(total, l10n, (amount) => datum(l10n.amount(amount)))}
      </td>
    </tr>`;
  }

  /** Renders the name of a cart. Carts without one are all called the same. */
  #cartName(cart: OpenCart | undefined): TemplateResult {
    return cart?.name ? name(cart.name, this.l10n) : html`${this.words.cart}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cart-items': CartItems;
  }
  interface GlobalEventHandlersEventMap {
    'cart-open': CartOpenEvent;
  }
}
