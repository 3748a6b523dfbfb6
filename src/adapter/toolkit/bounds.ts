import { isDayRange, type DayRange } from '../../domain/time.ts';
import { AdapterError } from '../adapter-error.ts';

/** The bounds of a filter, both included. An absent bound is open. */
export interface Bounds {
  readonly from?: string;
  readonly to?: string;
}

/** Bounds of amounts in one currency. */
export interface MoneyBounds extends Bounds {
  readonly currency: string;
}

const bounds = /^(?<from>[^/]*)\/(?<to>[^/]*)$/;
const decimal = /^-?\d{1,15}(\.\d{1,9})?$/;

/** Parses the bounds of a filter for numbers: `10/20`, `10/`, `/20`. Throws `validation` for any other text. */
export function readBounds(filter: string, text: string): Bounds {
  const { from = '', to = '' } = bounds.exec(text)?.groups ?? {};
  const given = [from, to].filter(Boolean);
  if (!given.length || !given.every((bound) => decimal.test(bound)))
    throw new AdapterError('validation', { fieldErrors: { [`filter[${filter}]`]: 'numbers as 10/20, 10/ or /20' } });
  return { ...(from && { from }), ...(to && { to }) };
}

/** Parses the bounds of a filter for amounts: `GBP:1000/`. Throws `validation` for any other text. */
export function readMoneyBounds(filter: string, text: string): MoneyBounds {
  const { currency, rest } = /^(?<currency>[A-Z]{3}):(?<rest>.+)$/.exec(text)?.groups ?? {};
  if (currency === undefined || rest === undefined)
    throw new AdapterError('validation', { fieldErrors: { [`filter[${filter}]`]: 'amounts as GBP:1000/5000' } });
  return { currency, ...readBounds(filter, rest) };
}

/** Parses the bounds of a filter for days: `2026-01-01/2026-01-31`. Throws `validation` for any other text. */
export function readDayBounds(filter: string, text: string): DayRange {
  const { from = '', to = '' } = bounds.exec(text)?.groups ?? {};
  const range = { ...(from && { from }), ...(to && { to }) };
  if ((from || to) && isDayRange(range) && !(from && to && from > to)) return range;
  throw new AdapterError('validation', { fieldErrors: { [`filter[${filter}]`]: 'days as 2026-01-01/2026-01-31' } });
}
