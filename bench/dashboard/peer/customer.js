// The head of the page: who the customer is, four figures, four columns of details.
import { day, full, html, moment, money, number } from './format.js';
import { badge, icon, iconButton } from './icons.js';

/** @typedef {import('../../../src/domain/customer.ts').Customer} Customer */
/** @typedef {{ display?: string, number?: unknown, type?: string }} Phone */
/** @typedef {import('../../../src/domain/stats.ts').CustomerStats} Stats */

/**
 * Renders a figure with its label and its basis.
 * @param {string} label
 * @param {string} figure
 * @param {unknown} basis
 */
export const metric = (label, figure, basis) =>
  html`<div class="metric">
    <dt class="label">${label} ${iconButton('info', `About ${label}`)}</dt>
    <dd class="figure">${figure}</dd>
    <dd class="basis">${basis}</dd>
  </div>`;

/** @param {Customer['defaultBilling']} address */
function addressLines(address) {
  if (!address || 'withheld' in address) return html`<p class="quiet">none</p>`;
  const { name, company, lines, city, postalCode } = address;
  const all = [name, company, ...(lines ?? []), `${city} ${postalCode}`, 'United Kingdom'].filter(Boolean);
  return html`<address>${all.map((line) => html`<div><bdi>${line}</bdi></div>`)}</address>`;
}

/** @param {unknown} value */
const masked = (value) => (value && typeof value === 'object' && 'display' in value ? value.display : value);

/**
 * @param {Customer} customer
 * @param {Stats} stats
 */
export function customerPanel(customer, stats) {
  const { name, id, level, createdAt, lastLoginAt, consent, login, businessAccounts } = customer;
  const phones = /** @type {Phone[]} */ (customer.phones ?? []);
  const { lifetimeTotal, averageOrderValue, orders, returns, canceled, firstOrderAt, lastOrderAt } = stats;
  return html`<div class="identity">
      <div>
        <div class="who">
          <h1 class="name"><bdi>${name}</bdi></h1>
          ${level && badge('', 'check', String(level.name))}
          ${customer.verification === 'verified' && badge('success', 'check', 'Verified')}
          ${customer.taxExempt && badge('', 'check', 'Tax exempt')}
        </div>
        <p class="meta">
          <span>${id}</span><span>Customer since ${day(createdAt ?? '')}</span>
          <span>Last login <time title="${full(lastLoginAt ?? '')}">${moment(lastLoginAt ?? '')}</time></span>
        </p>
      </div>
      <button type="button" class="button">${icon('pencil')}Edit</button>
    </div>
    <dl class="columns">
      ${metric('Lifetime total', money(lifetimeTotal?.amounts?.[0]), 'All lines, net of returns')}
      ${metric('Orders', number(orders?.value ?? 0), `${returns?.value} returns; ${canceled?.value} cancelled`)}
      ${metric('Average order', money(averageOrderValue?.amounts?.[0]), `Sales ÷ ${orders?.value} orders`)}
      ${metric('First order', day(firstOrderAt ?? ''), `Last ${moment(lastOrderAt ?? '')}`)}
    </dl>
    <div class="columns details">
      <section>
        <h2 class="label">Contact</h2>
        <p><bdi>${masked(customer.email)}</bdi> <button type="button" class="link">${icon('eye')} Reveal</button></p>
        ${phones.map(
          (phone) =>
            html`<p>
              <a class="link" href="tel:${masked(phone.number)}">${masked(phone.number)}</a>
              <span class="quiet">${phone.type}</span> ${iconButton('copy', 'Copy')}
            </p>`,
        )}
        <p class="quiet">E-mail news agreed ${day(consent?.email?.since ?? '')}</p>
      </section>
      <section>
        <h2 class="label">Default billing <a class="link" href="#billing">Edit</a></h2>
        ${addressLines(customer.defaultBilling)}
      </section>
      <section>
        <h2 class="label">Default shipping <a class="link" href="#shipping">Edit</a></h2>
        ${addressLines(customer.defaultShipping)}
      </section>
      <section>
        <h2 class="label">Account</h2>
        <dl class="fields">
          <dt>Login</dt>
          <dd><bdi>${login}</bdi> <button type="button" class="link">Change password</button></dd>
          <dt>Recovery</dt>
          <dd><bdi>${masked(customer.recoveryEmail)}</bdi> ${iconButton('eye', 'Reveal')}</dd>
          <dt>Business</dt>
          <dd><bdi>${businessAccounts?.[0]?.name}</bdi></dd>
          <dt>Tax</dt>
          <dd>Exempt to ${day(customer.taxExemptUntil ?? '')}</dd>
        </dl>
      </section>
    </div>`;
}
