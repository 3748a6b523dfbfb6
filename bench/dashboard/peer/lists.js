// The four lists of the page.
import { metric } from './customer.js';
import { day, full, html, moment, money, number, percent, shortDay } from './format.js';
import { badge, icon, iconButton } from './icons.js';

/** @typedef {import('./format.js').Markup} Markup */
/** @typedef {import('../../../src/domain/order.ts').OrderEntry} OrderEntry */
/** @typedef {import('../../../src/domain/note.ts').Note} Note */
/** @typedef {import('../../../src/domain/cross-sell.ts').CrossSellRow} Product */
/** @typedef {import('../../../src/domain/cross-sell.ts').CrossSellTotals} Totals */
/** @typedef {import('../../../src/domain/credit.ts').CreditAccount} Account */
/** @typedef {import('../../../src/domain/credit.ts').CreditEntry} Entry */
/** @typedef {import('../../../src/domain/coupon.ts').Coupon} Coupon */
/**
 * @template T, S
 * @typedef {import('../../../src/domain/page.ts').Page<T, S>} Page
 */

/**
 * @param {string} id
 * @param {string} heading
 * @param {number | undefined} count
 * @param {Markup} [actions]
 */
const header = (id, heading, count, actions) =>
  html`<header>
    <h2 id="${id}">${heading}</h2>
    ${count !== undefined && html`<span class="quiet">${number(count)}</span>`}${actions}
  </header>`;

/**
 * @param {string} text
 * @param {string} link
 */
const footer = (text, link) => html`<footer><span>${text}</span><a class="link" href="#all">${link}</a></footer>`;

/**
 * @param {string} label
 * @param {readonly string[]} columns those that end with a `>` hold amounts
 * @param {readonly Markup[]} rows
 * @param {Markup} [foot]
 */
const table = (label, columns, rows, foot) =>
  html`<div class="scroll" role="group" aria-label="${label}">
    <table aria-label="${label}">
      <thead>
        <tr>
          ${columns.map((name) => html`<th scope="col" class="${name.endsWith('>') && 'amount'}">${name.replace('>', '')}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
      ${foot}
    </table>
  </div>`;

/** @param {string} instant */
const date = (instant) => html`<td class="date"><time title="${full(instant)}">${moment(instant)}</time></td>`;
/** @param {unknown} text */
const amount = (text) => html`<td class="amount">${text}</td>`;

/** @param {OrderEntry['status']} status */
function statusOf({ payment, fulfillment, cancellation, exchange, return: back }) {
  const extent = (/** @type {any} */ axis) =>
    axis?.extent && html` <span class="quiet">${axis.extent.done} of ${axis.extent.of}</span>`;
  if (cancellation) return html`${badge('', 'cancel', 'Cancelled')} <span class="quiet">not charged</span>`;
  if (exchange) return html`${badge('warning', 'swap', 'Exchange asked')}${extent(exchange)}`;
  if (back?.status === 'full') return html`${badge('danger', 'back', 'Returned')} <span class="quiet">refunded</span>`;
  if (back) return html`${badge('', 'back', 'Partly returned')}${extent(back)}`;
  if (payment?.status === 'pending') return badge('warning', 'card', 'Payment due');
  if (fulfillment?.status === 'in-transit') return badge('accent', 'truck', 'In transit');
  if (fulfillment?.status === 'partial')
    return html`${badge('warning', 'box', 'Partly shipped')}${extent(fulfillment)}`;
  return html`<span class="settled">${icon('check')}Paid, delivered</span>`;
}

/** @param {OrderEntry} order */
function orderRow(order) {
  const { kind, number: name, placedAt, itemCount = 0, summary, total, status } = order;
  const items = `${itemCount} ${itemCount === 1 ? 'item' : 'items'}`;
  const more = summary?.more ? ` and ${summary.more} more` : '';
  const what =
    order.kind === 'return'
      ? html`Return from ${order.original?.number} <span class="quiet">${items}</span>`
      : html`${items} <span class="quiet"><bdi>${summary?.title}</bdi>${more}</span>`;
  const isNegative = total?.value.startsWith('-');
  return html`<tr class="${kind === 'return' ? 'return' : ''}">
    <td><a class="link" href="#${order.id}">${name}</a></td>
    ${date(placedAt)}
    <td class="clip">${what}</td>
    <td>${statusOf(status)}</td>
    <td class="amount total ${isNegative ? 'negative' : ''} ${status.cancellation ? 'void' : ''}">${money(total)}</td>
  </tr>`;
}

/** @param {Page<OrderEntry, unknown>} page */
export const ordersPanel = ({ items, total }) =>
  html`${header('orders-heading', 'Orders', total)}
  ${table('Orders', ['Order', 'Placed', 'Items', 'Status', 'Total>'], items.map(orderRow))}
  ${footer(`Latest ${items.length} of ${total}. Times in London`, 'View all orders')}`;

/** @param {Note} note */
const noteItem = ({ author, createdAt, body, pinned }) =>
  html`<li class="note ${pinned ? 'pinned' : ''}">
    <div class="by">
      ${pinned && icon('pin')}<strong><bdi>${author?.name}</bdi></strong> <span class="quiet">${author?.id}</span>
    </div>
    <div class="line">
      <time class="quiet" title="${full(createdAt)}">${moment(createdAt)}</time>
      <span class="tools"
        >${iconButton('pencil', 'Edit')}${iconButton('pin', 'Pin')}${iconButton('bin', 'Delete')}</span
      >
    </div>
    <p><bdi>${body}</bdi></p>
  </li>`;

/** The pinned notes and the latest. @param {Page<Note, unknown>} page @param {number} limit */
export function noteList({ items, total }, limit) {
  const pinned = items.filter((note) => note.pinned);
  const latest = items.filter((note) => !note.pinned).slice(0, limit);
  return html`<ul>
      ${[...pinned, ...latest].map(noteItem)}
    </ul>
    ${footer(`Latest ${latest.length} and ${pinned.length} pinned of ${total}`, 'View all notes')}`;
}

/** @param {Product} row @param {number} whole */
function productRow({ product, variants, revenue, orders, units, unitsReturned, ...rest }, whole) {
  const share = Number(revenue?.value) / whole;
  const beside = variants?.map(({ title, units }) => `${title} × ${units}`).join(' · ') ?? product.sku;
  return html`<tr>
    <th scope="row" class="clip"><bdi>${product.title}</bdi> <span class="sku">${beside}</span></th>
    ${amount(money(revenue))}
    <td class="amount"><meter value="${share}"></meter> ${percent(share)}</td>
    ${[orders, units, unitsReturned].map((count) => amount(number(count ?? 0)))}
    ${[rest.promoRevenue, rest.nonPromoRevenue, rest.promotions, rest.profit, rest.cogs, rest.fees].map((sum) => amount(money(sum)))}
  </tr>`;
}

const productColumns =
  'Product,Revenue>,Share>,Orders>,Units>,Returned>,Promo revenue>,Non-promo revenue>,Promotions>,Profit>,COGS>,Fees>';

/** @param {Page<Product, Totals>} page */
export function productsPanel({ items, total, totals }) {
  const sums = /** @type {any} */ (totals) ?? {};
  const sum = (/** @type {string} */ name) => sums[name]?.amounts?.[0] ?? sums[name]?.[0] ?? sums[name];
  const whole = Number(sum('revenue')?.value ?? 0);
  const cells = ['promoRevenue', 'nonPromoRevenue', 'promotions', 'profit', 'cogs', 'fees'];
  const foot = html`<tfoot>
    <tr>
      <th scope="row">All ${total} products</th>
      ${amount(money(sum('revenue')))}${amount('')}${amount('')}${amount(sum('units') ?? '')}${amount(sum('unitsReturned') ?? '')}
      ${cells.map((name) => amount(money(sum(name))))}
    </tr>
  </tfoot>`;
  return html`${header('products-heading', 'Products bought', total)}
    <dl class="columns">
      ${metric('Lifetime value', money(sum('revenue')), 'Product revenue, net of returns')}
      ${metric('Charges', money(sum('charges')), 'Postage, fees and discounts; in no row')}
      ${metric('Lifetime total', money(sum('lifetimeTotal')), 'Product revenue and charges')}
      ${metric('Profit', money(sum('profit')), 'Of the products whose cost is known')}
    </dl>
    ${table(
      'Products bought',
      productColumns.split(','),
      items.map((row) => productRow(row, whole)),
      foot,
    )}
    ${footer(`Top ${items.length} of ${total} by revenue`, 'View all products')}`;
}

/** @param {Account} account */
function accountMetric({ kind, balance, lapsing }) {
  const figure = 'currency' in balance ? money(balance) : number(Number(balance.value));
  const label = 'currency' in balance ? `Store credit, ${balance.currency}` : kind === 'points' ? 'Points' : 'Account';
  const next = lapsing
    ? `${'currency' in lapsing.amount ? money(lapsing.amount) : lapsing.amount.value} lapses ${shortDay(lapsing.at)}`
    : undefined;
  return metric(label, figure, next ? badge('warning', 'clock', next) : 'Nothing lapses');
}

/** @param {Entry} entry */
const entryRow = ({ at, kind, reference, description, amount: change, balanceAfter, actor, reversible, reversedBy }) =>
  html`<tr>
    ${date(at)}
    <td class="clip">
      <bdi>${description ?? (typeof kind === 'string' ? kind : kind.label)}</bdi> <bdi class="quiet">${reference}</bdi>
      ${reversedBy && badge('', 'back', 'Reversed')}
      ${reversible && html`<button type="button" class="link">Reverse</button>`}
    </td>
    <td class="clip"><bdi>${actor?.name}</bdi> <span class="quiet">${actor?.id}</span></td>
    <td class="amount ${reversedBy ? 'void' : ''}">${change.value.startsWith('-') ? '' : '+'}${money(change)}</td>
    <td class="amount total">${money(balanceAfter)}</td>
  </tr>`;

/**
 * @param {readonly Account[]} accounts
 * @param {Page<Coupon, unknown>} coupons
 * @param {Page<Entry, unknown>} entries
 */
export function creditPanel(accounts, coupons, entries) {
  const adjust = html`<button type="button" class="button">Adjust credit</button>`;
  const until = coupons.items.flatMap(({ validUntil }) => validUntil ?? []).sort()[0];
  const expiry = until ? badge('warning', 'clock', `1 expires ${day(until)}`) : 'None expires';
  const names = accounts.map(({ balance }) => ('currency' in balance ? balance.currency : 'Points'));
  return html`${header('credit-heading', 'Credit', undefined, adjust)}
    <dl class="columns">${accounts.map(accountMetric)}${metric('Coupons', number(coupons.items.length), expiry)}</dl>
    <div class="line bar">
      <div class="segmented" role="group" aria-label="Ledger">
        ${[...names, 'Coupons'].map((name, index) => html`<button type="button" aria-pressed="${index === 0}">${name}</button>`)}
      </div>
      <span class="quiet">Entries are never changed, only reversed ${iconButton('info', 'About entries')}</span>
    </div>
    ${table('Ledger', ['Date', 'Entry', 'By', 'Change>', 'Balance>'], entries.items.map(entryRow))}
    ${footer(`Latest ${entries.items.length} of ${entries.total} entries`, 'View full history')}`;
}
