import { displayFractionDigits } from '../domain/amounts.ts';
import { isMoney, unitOf, type StoredValue } from '../domain/money.ts';
import type { Words } from './define-words.ts';
import { commonWords } from './words.en.ts';
import { formattingLocale } from './locale-tag.ts';
import { wordingOf, wordsRevision } from './locales.ts';
import { fill, type Message, type Section, type Values } from './message.ts';

/** The locale settings of a provider or of the page. */
export interface LocaleSettings {
  /** The locale for words and formats, as a BCP 47 tag. If absent, the nearest `lang` attribute applies. */
  readonly locale?: string | undefined;
  /** The time zone in which times are shown, as an IANA name. If absent, the browser's. */
  readonly timeZone?: string | undefined;
  /** Returns the current time. For tests and screenshots. */
  readonly now?: (() => Date) | undefined;
}

const cache = new Map<string, Localization>();
const cacheLimit = 8;

/**
 * The words and formats of one locale in one time zone. Every use of `Intl` in the library is in this class or, if few
 * modules need it, in a module beside it. Each formatter is created once.
 */
export class Localization {
  /**
   * Returns the localization for some settings: the same object for the same locale and time zone, until further words
   * load or its day ends.
   */
  static of({ locale = 'en', timeZone, now }: LocaleSettings): Localization {
    const revision = wordsRevision();
    const key = `${locale} ${timeZone}`;
    const known = cache.get(key);
    if (known && known.#revision === revision && known.#now === now && !known.#isOver) return known;
    const made = new Localization(locale, daysIn(timeZone), revision, now);
    cache.delete(key);
    cache.set(key, made);
    if (cache.size > cacheLimit) cache.delete(cache.keys().next().value!);
    return made;
  }

  readonly locale: string;
  readonly timeZone: string;
  readonly #requested: string;
  readonly #revision: number;
  readonly #now: (() => Date) | undefined;
  readonly #words = new Map<Words, Section>();
  readonly #formatters = new Map<string, unknown>();
  readonly #plurals: Intl.PluralRules;
  readonly #days: Intl.DateTimeFormat;
  #isOver = false;

  private constructor(locale: string, days: Intl.DateTimeFormat, revision: number, now: (() => Date) | undefined) {
    this.locale = formattingLocale(locale);
    this.timeZone = days.resolvedOptions().timeZone;
    this.#days = days;
    this.#requested = locale;
    this.#revision = revision;
    this.#now = now;
    this.#plurals = new Intl.PluralRules(this.locale);
  }

  get now(): Date {
    return this.#now?.() ?? new Date();
  }

  /** Marks its day as over: later renders use a new localization. */
  expire(): void {
    this.#isOver = true;
  }

  /** Returns the messages of a widget, with English for those that the language lacks. */
  words<E extends Section>(words: Words<E>): E {
    let section = this.#words.get(words);
    if (!section) this.#words.set(words, (section = wordingOf(words, this.#requested, this.locale)));
    return section as E;
  }

  /** The messages that all widgets share. */
  get common(): (typeof commonWords)['english'] {
    return this.words(commonWords);
  }

  /** Formats a message with its placeholders filled in. Numbers are localized; `count` selects the plural form. */
  text<M extends Message>(message: M, ...[values]: Values<M>): string {
    return fill(
      message,
      values ?? {},
      (count) => this.#plurals.select(count),
      (value) => this.number(value),
    );
  }

  /** Returns a heading in the form that it has inside a sentence. */
  withinSentence(heading: string): string {
    return heading.charAt(0).toLocaleLowerCase(this.locale) + heading.slice(1);
  }

  number(value: number): string {
    return minus(this.numbers('number').format(value));
  }

  /** Formats a ratio as a percentage with one decimal: `0.314` is 31.4%. */
  percent(ratio: number): string {
    const options = {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    } as const;
    return minus(this.numbers('percent', options).format(ratio));
  }

  /**
   * Formats an amount exactly, with its symbol or unit, rounding halves away from zero. `signed` adds the plus sign,
   * for ledgers.
   */
  amount(amount: StoredValue, { signed = false, exact = false } = {}): string {
    const all = exact ? (amount.value.split('.')[1]?.length ?? 0) : 0;
    const places = Math.min(Math.max(displayFractionDigits(amount), all), maxFractionDigits);
    const options: Intl.NumberFormatOptions = {
      ...(isMoney(amount) ? { style: 'currency', currency: amount.currency } : {}),
      signDisplay: signed ? 'exceptZero' : 'negative',
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    };
    const format = this.numbers(`${unitOf(amount)} ${isMoney(amount)} ${signed} ${places}`, options);
    // The value is passed as a string, because a number would lose digits.
    return minus(format.format(amount.value as Intl.StringNumericLiteral));
  }

  /**
   * Formats an instant: with the time for today, without the year for this year, and without the time for earlier
   * years. With `within`, it does not begin with a capital, for use in a sentence.
   */
  moment(instant: string, { within = false } = {}): string {
    const date = new Date(instant);
    const { now, common } = this;
    if (apart(date, now) < twoDays && this.calendarDay(date) === this.today)
      return this.text(within ? common.todayWithin : common.today, { time: this.time(date) });
    if (!this.#isThisYear(instant)) return this.day(instant);
    return this.text(common.dayAndTime, { day: this.#day(instant, 'day', monthDay), time: this.time(date) });
  }

  /** Formats an instant with its weekday, seconds and time zone, for details. */
  fullMoment(instant: string): string {
    return this.#dates('full', { dateStyle: 'full', timeStyle: 'long' }).format(new Date(instant));
  }

  /** Formats the day of an instant, or a plain day: `14 Mar 2019`. */
  day(instantOrDay: string): string {
    return this.#day(instantOrDay, 'long day', dayStyle);
  }

  /** The current day in the time zone, as `YYYY-MM-DD`. */
  get today(): string {
    return this.calendarDay(this.now);
  }

  /** Formats the day of an instant, or a plain day, without the year if it is the current one: `30 Nov`. */
  shortDay(instantOrDay: string): string {
    return this.#isThisYear(instantOrDay) ? this.#day(instantOrDay, 'day', monthDay) : this.day(instantOrDay);
  }

  /** Returns whether a day is in the current year of the locale's calendar. Persian years begin in March. */
  #isThisYear(instantOrDay: string): boolean {
    const { now } = this;
    const year = (of: string): string => this.#day(of, 'year', { year: 'numeric' });
    return (
      apart(dateOf(instantOrDay), now) < longYear &&
      year(instantOrDay) === year(isDay(instantOrDay) ? this.today : now.toISOString())
    );
  }

  #day(instantOrDay: string, key: string, options: Intl.DateTimeFormatOptions): string {
    const format = isDay(instantOrDay)
      ? this.#dates(`plain ${key}`, { ...options, timeZone: 'UTC' })
      : this.#dates(key, options);
    return format.format(dateOf(instantOrDay));
  }

  /** Formats the time of day, to the minute. */
  time(date: Date): string {
    return this.#dates('time', { hour: '2-digit', minute: '2-digit' }).format(date);
  }

  /** The common name of the time zone: its city. */
  get zoneName(): string {
    return this.timeZone.split('/').at(-1)!.replaceAll('_', ' ');
  }

  /** Returns the day of an instant in the time zone, as `YYYY-MM-DD`. */
  calendarDay(date: Date): string {
    const { year, month, day } = Object.fromEntries(
      this.#days.formatToParts(date).map(({ type, value }) => [type, value]),
    );
    return `${year?.padStart(4, '0')}-${month}-${day}`;
  }

  /** Returns a number format. `key` must be unique for the options. */
  numbers(key: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
    return this.formatter(`n ${key}`, () => new Intl.NumberFormat(this.locale, options));
  }

  #dates(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const { locale, timeZone } = this;
    return this.formatter(`d ${key}`, () => new Intl.DateTimeFormat(locale, { timeZone, ...options }));
  }

  /** Returns a formatter or collator for this locale, created once for each `key`. For the modules beside this one. */
  formatter<F>(key: string, make: () => F): F {
    let format = this.#formatters.get(key) as F | undefined;
    if (!format) this.#formatters.set(key, (format = make()));
    return format;
  }
}

/** The maximum that `Intl` accepts. */
const maxFractionDigits = 100;

/** Instants that are further apart are not of one day, or of one year in any calendar, and `Intl` is not asked. */
const twoDays = 172_800_000;
const longYear = 200 * twoDays;

const apart = (one: Date, other: Date): number => Math.abs(one.getTime() - other.getTime());

const monthDay = { day: 'numeric', month: 'short' } as const;
const dayStyle = { ...monthDay, year: 'numeric' } as const;

const isDay = ({ length }: string): boolean => length === 10;

/** A plain day has no time zone: noon in UTC, formatted in UTC, is the same day everywhere. */
const dateOf = (instantOrDay: string): Date => new Date(isDay(instantOrDay) ? `${instantOrDay}T12:00Z` : instantOrDay);

/** Engines write a hyphen for negative numbers. The minus sign is as wide as a digit. */
const minus = (text: string): string => text.replace('-', '\u2212');

/**
 * Returns the format of plain days in a time zone, or in the browser's if there is no such zone. It is the same in every
 * language, because the first format of a language takes milliseconds.
 */
function daysIn(timeZone: string | undefined): Intl.DateTimeFormat {
  const format = (zone?: string) =>
    new Intl.DateTimeFormat('en', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      calendar: 'iso8601',
      numberingSystem: 'latn',
    });
  try {
    return format(timeZone);
  } catch {
    return format();
  }
}

/**
 * Returns the name of a country by its ISO 3166-1 code. Anything else, such as the platform's own name, is returned
 * unchanged.
 */
export function countryName(country: string, l10n: Localization): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  const names = l10n.formatter('regions', () => new Intl.DisplayNames(l10n.locale, { type: 'region' }));
  return names.of(country) ?? country;
}

export const compareNames = (a: string, b: string, l10n: Localization): number =>
  l10n.formatter('names', () => new Intl.Collator(l10n.locale, { numeric: true })).compare(a, b);

/** Returns a line for each form that a moment can have, one of which is at least as wide as any other moment. */
export const longestMoments = (l10n: Localization): string =>
  l10n.formatter('longest moments', () => {
    const year = l10n.now.getUTCFullYear();
    // Each month, with two-digit days and hours, before and after noon, with and without the year.
    const dates = [10, 22].flatMap((hour) =>
      Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(year, month, 28, hour, 58))),
    );
    const lines = [l10n.now, ...dates]
      .map((date) => date.toISOString())
      .flatMap((instant) => [l10n.moment(instant), l10n.day(instant)])
      // Most digits are as wide as a zero, so what differs in digits alone is one line.
      .map((line) => line.replace(/\d/g, '0'));
    return [...new Set(lines)].join('\n');
  });
