import { property } from 'lit/decorators.js';
import { listOperation } from '../../data/list-query.ts';
import { stockStatuses, WishlistItem } from '../../domain/wishlist-item.ts';
import { ListColumns, type ListColumn } from '../../list/list-columns.ts';
import type { ListPlace, ListTools } from '../../list/list-tools.ts';
import { ProductTableWidget } from '../../list/product-table-widget.ts';
import * as icons from '../../ui/icons.ts';
import { wishlistItemsWords } from './words.en.ts';

const badges = {
  'in-stock': ['success', icons.checkCircle],
  'low-stock': ['warning', icons.alert],
  preorder: ['accent', icons.clock],
  backorder: ['accent', icons.repeat],
  'out-of-stock': ['neutral', icons.cancel],
  discontinued: ['neutral', icons.cancel],
} as const;

/**
 * The products that a customer has put on a wishlist, those added last first: the price of today, whether they can be
 * bought, and when they were added. A product opens on a page of the shop or of the host.
 *
 * @summary A customer's wishlist
 * @tag wishlist-items
 * @fires {ExportEvent} export - The products are about to be exported. Cancelable.
 * @csspart badge - The availability of a product.
 */
export class WishlistItems extends ProductTableWidget<WishlistItem> {
  static readonly tag = 'wishlist-items';

  /** The number of products to show, those added last first. */
  @property({ type: Number }) limit = 5;

  constructor() {
    super({ operation: listOperation('wishlist.list', WishlistItem), intent: 'wishlist', icon: icons.tag, limit: 5 });
  }

  protected override get words() {
    return this.l10n.words(wishlistItemsWords);
  }

  protected override get tools(): ListTools<WishlistItem> {
    const { words } = this;
    const options = stockStatuses.map((value) => ({ value, label: words[value] }));
    return {
      search: { label: words.search },
      filter: { label: words.filter, groups: [{ name: 'availability', label: words.availability, options }] },
      file: this.file('wishlist', ['product', 'price', 'availability', 'added']),
    };
  }

  protected override columnsOf(place: ListPlace): readonly ListColumn<WishlistItem>[] {
    const { words } = this;
    const column = new ListColumns<WishlistItem>(this.l10n);
    return [
      ...this.productColumns(place),
      column.coded('availability', words.availability, ({ availability }) => availability, { badges, words }),
      column.amount('price', words.price, ({ price }) => price, { sortBy: 'price', absent: words.noPrice }),
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wishlist-items': WishlistItems;
  }
}
