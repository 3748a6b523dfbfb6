// Numbers, dates and escaped markup.
import { bench } from '../adapter.js';

const locale = 'en-GB';
const timeZone = 'Europe/London';
const now = new Date(bench.now);

/** @typedef {{ html: string }} Markup */
/** @typedef {{ value: string, currency?: string, unit?: string }} Amount */

/** @type {Record<string, string>} */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** @param {unknown} value @returns {string} */
function toHtml(value) {
  if (Array.isArray(value)) return value.map(toHtml).join('');
  if (value === undefined || value === null || value === false) return '';
  if (typeof value === 'object') return /** @type {Markup} */ (value).html;
  return escape(`${/** @type {string | number | boolean} */ (value)}`);
}

/**
 * Markup in which every inserted value is escaped, except markup that this function returned.
 * @param {TemplateStringsArray} strings
 * @param {...unknown} values
 * @returns {Markup}
 */
export const html = (strings, ...values) => ({
  html: strings.reduce((all, text, index) => all + toHtml(values[index - 1]) + text),
});

/** @type {Map<string, Intl.NumberFormat>} */
const formatters = new Map();

/** @param {string | undefined} currency */
function formatterOf(currency) {
  const known = formatters.get(currency ?? '');
  if (known) return known;
  const made = new Intl.NumberFormat(locale, currency ? { style: 'currency', currency } : {});
  formatters.set(currency ?? '', made);
  return made;
}

/** @param {Amount | null | undefined} amount */
export function money(amount) {
  if (!amount) return '–';
  return formatterOf(amount.currency).format(Number(amount.value)).replace('-', '−');
}
export const number = (/** @type {number} */ value) => formatterOf(undefined).format(value);

const percents = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1 });
export const percent = (/** @type {number} */ ratio) => percents.format(ratio);

const times = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
const days = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short' });
const datesWithYear = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' });
const whole = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'long' });
const yearOf = (/** @type {Date} */ at) => datesWithYear.format(at).slice(-4);

export const shortDay = (/** @type {string} */ instant) => days.format(new Date(instant));
export const day = (/** @type {string} */ instant) => datesWithYear.format(new Date(instant));
export const full = (/** @type {string} */ instant) => whole.format(new Date(instant));

/** Today's time, this year's day and time, or the date. @param {string} instant */
export function moment(instant) {
  const at = new Date(instant);
  if (yearOf(at) !== yearOf(now)) return datesWithYear.format(at);
  const date = days.format(at);
  return `${date === days.format(now) ? 'Today' : date}, ${times.format(at)}`;
}
