import { displayPlaces } from '../domain/amounts.ts';
import { isMoney, unitOf, type StoredValue } from '../domain/money.ts';
import type { Catalogue } from './catalogue.ts';
import { common } from './en/common.ts';
import { catalogueOf, type PartialCatalogue } from './locales.ts';
import { fill, type Message, type Section, type Values } from './message.ts';

/** What a provider, or the page itself, says of language and time. */
export interface LocaleSettings {
  /** BCP 47: words and formats. Where it is absent, the nearest `lang` says. */
  readonly locale?: string | undefined;
  /** IANA: the zone that times are shown in. Where it is absent, the browser's. */
  readonly timeZone?: string | undefined;
  /** What counts as now. For tests and pictures. */
  readonly now?: (() => Date) | undefined;
}

/** When something was: in brief for the eye, in full for who wants to know. */
export interface Moment {
  readonly brief: string;
  readonly full: string;
}

const cache = new Map<string, Localization>();
const cacheLimit = 8;

/**
 * Words, numbers, amounts and times of one locale in one zone. Every use of `Intl` in the library is here, and each
 * formatter is made once.
 */
export class Localization {
  /** The localization of these settings; the same object for the same locale, zone and catalogue. */
  static of({ locale = 'en', timeZone, now }: LocaleSettings): Localization {
    const catalogue = catalogueOf(locale);
    const key = `${locale} ${timeZone}`;
    const known = cache.get(key);
    if (known && known.#catalogue === catalogue && known.#now === now) return known;
    const made = new Localization(supported(locale), knownZone(timeZone), catalogue, now);
    cache.delete(key);
    cache.set(key, made);
    if (cache.size > cacheLimit) cache.delete(cache.keys().next().value!);
    return made;
  }

  readonly locale: string;
  readonly timeZone: string;
  readonly #catalogue: PartialCatalogue | undefined;
  readonly #now: (() => Date) | undefined;
  readonly #sections = new Map<string, Section>();
  readonly #formatters = new Map<
    string,
    Intl.NumberFormat | Intl.DateTimeFormat | Intl.DisplayNames | Intl.RelativeTimeFormat
  >();
  readonly #plurals: Intl.PluralRules;
  #collator: Intl.Collator | undefined;

  private constructor(
    locale: string,
    timeZone: string,
    catalogue: PartialCatalogue | undefined,
    now: (() => Date) | undefined,
  ) {
    this.locale = locale;
    this.timeZone = timeZone;
    this.#catalogue = catalogue;
    this.#now = now;
    this.#plurals = new Intl.PluralRules(this.locale);
  }

  get now(): Date {
    return this.#now?.() ?? new Date();
  }

  /** The messages of a widget, in English where this language lacks one. */
  section<S extends Section>(name: keyof Catalogue, english: S): S {
    let section = this.#sections.get(name);
    if (!section) this.#sections.set(name, (section = { ...english, ...this.#catalogue?.[name] }));
    return section as S;
  }

  /** What every widget says. */
  get common(): typeof common {
    return this.section('common', common);
  }

  /** A message with its places filled in. Numbers are formatted; `count` decides a plural's form. */
  text<M extends Message>(message: M, ...[values]: Values<M>): string {
    return fill(
      message,
      values ?? {},
      (count) => this.#plurals.select(count),
      (value) => this.number(value),
    );
  }

  /** A heading as it stands inside a sentence. */
  withinSentence(heading: string): string {
    return heading.charAt(0).toLocaleLowerCase(this.locale) + heading.slice(1);
  }

  number(value: number): string {
    return minus(this.numbers('number').format(value));
  }

  /** A share of one, to one decimal: `0.314` is 31.4%. */
  percent(ratio: number): string {
    const options = {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    } as const;
    return minus(this.numbers('percent', options).format(ratio));
  }

  /** An amount, with its symbol or unit, exactly, halves away from nought. `signed` says plus too, for ledgers. */
  amount(amount: StoredValue, { signed = false, exact = false } = {}): string {
    const all = exact ? (amount.value.split('.')[1]?.length ?? 0) : 0;
    const places = Math.min(Math.max(displayPlaces(amount), all), mostPlaces);
    const options: Intl.NumberFormatOptions = {
      ...(isMoney(amount) ? { style: 'currency', currency: amount.currency } : {}),
      signDisplay: signed ? 'exceptZero' : 'negative',
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    };
    const format = this.numbers(`${unitOf(amount)} ${isMoney(amount)} ${signed} ${places}`, options);
    // As text: a number would lose the far digits.
    return minus(format.format(amount.value as Intl.StringNumericLiteral));
  }

  /** The name or symbol that a currency has beside a field to fill in. */
  currencySymbol(currency: string): string {
    const parts = this.numbers(`symbol ${currency}`, {
      style: 'currency',
      currency,
    }).formatToParts(0);
    return parts.find(({ type }) => type === 'currency')?.value ?? currency;
  }

  /**
   * Today with the time, this year without the year, before that without the time; and the full instant with its zone.
   * `within` a sentence it does not begin with a capital.
   */
  moment(instant: string, { within = false } = {}): Moment {
    const date = new Date(instant);
    const full = this.#dates('full', {
      dateStyle: 'full',
      timeStyle: 'long',
    }).format(date);
    const now = this.now;
    if (this.#day(date) === this.#day(now))
      return {
        brief: this.text(within ? this.common.todayWithin : this.common.today, { time: this.time(date) }),
        full,
      };
    if (this.#day(date).slice(0, 4) !== this.#day(now).slice(0, 4)) return { brief: this.day(instant), full };
    const day = this.#dates('day', monthDay).format(date);
    return {
      brief: this.text(this.common.dayAndTime, { day, time: this.time(date) }),
      full,
    };
  }

  /** The day of an instant, or a day itself: `14 Mar 2019`. */
  day(instantOrDay: string): string {
    // A day has no zone: read at noon in UTC, written in UTC, it is the same day everywhere.
    if (instantOrDay.length === 10)
      return this.#dates('plain day', { ...dayStyle, timeZone: 'UTC' }).format(new Date(`${instantOrDay}T12:00Z`));
    return this.#dates('long day', dayStyle).format(new Date(instantOrDay));
  }

  /** Which day it is in the zone that is shown, as `YYYY-MM-DD`. */
  get today(): string {
    return this.#day(this.now);
  }

  /** How long ago, by the calendar, in the largest whole unit: 7 years ago. When it was, if that is today or to come. */
  ago(instant: string): string {
    const days = (Date.parse(this.today) - Date.parse(this.#day(new Date(instant)))) / 86_400_000;
    if (days <= 0) return this.moment(instant).brief;
    const unit = days > 365 ? 'year' : days > 30 ? 'month' : 'day';
    const count = days / { year: 365.25, month: 30.5, day: 1 }[unit];
    let format = this.#formatters.get('ago') as Intl.RelativeTimeFormat | undefined;
    if (!format) this.#formatters.set('ago', (format = new Intl.RelativeTimeFormat(this.locale)));
    return format.format(-Math.floor(count), unit);
  }

  /** The day of an instant, or a day itself, without the year where it is this one: `30 Nov`. */
  shortDay(instantOrDay: string): string {
    const isDay = instantOrDay.length === 10;
    const year = (isDay ? instantOrDay : this.#day(new Date(instantOrDay))).slice(0, 4);
    if (year !== this.today.slice(0, 4)) return this.day(instantOrDay);
    if (!isDay) return this.#dates('day', monthDay).format(new Date(instantOrDay));
    return this.#dates('plain short day', { ...monthDay, timeZone: 'UTC' }).format(new Date(`${instantOrDay}T12:00Z`));
  }

  /** The time of day, to the minute. */
  time(date: Date): string {
    return this.#dates('time', { hour: '2-digit', minute: '2-digit' }).format(date);
  }

  /** What people call the zone that times are shown in: its city. */
  get zoneName(): string {
    return this.timeZone.split('/').at(-1)!.replaceAll('_', ' ');
  }

  /** A country by its ISO 3166-1 code, in this language; the platform's own word as it is. */
  country(country: string): string {
    if (!/^[A-Z]{2}$/.test(country)) return country;
    let names = this.#formatters.get('region') as Intl.DisplayNames | undefined;
    if (!names) this.#formatters.set('region', (names = new Intl.DisplayNames(this.locale, { type: 'region' })));
    return names.of(country) ?? country;
  }

  /** Which of two names stands first in a list. */
  compare(a: string, b: string): number {
    this.#collator ??= new Intl.Collator(this.locale);
    return this.#collator.compare(a, b);
  }

  /** `YYYY-MM-DD` in the zone that is shown. */
  #day(date: Date): string {
    const parts = this.#dates('iso', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      calendar: 'iso8601',
      numberingSystem: 'latn',
    }).formatToParts(date);
    const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
    return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  }

  /** A formatter, made once: `key` names the options. For the modules beside this one. */
  numbers(key: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
    let format = this.#formatters.get(`n ${key}`) as Intl.NumberFormat | undefined;
    if (!format) this.#formatters.set(`n ${key}`, (format = new Intl.NumberFormat(this.locale, options)));
    return format;
  }

  #dates(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    let format = this.#formatters.get(`d ${key}`) as Intl.DateTimeFormat | undefined;
    if (!format) {
      format = new Intl.DateTimeFormat(this.locale, {
        timeZone: this.timeZone,
        ...options,
      });
      this.#formatters.set(`d ${key}`, format);
    }
    return format;
  }
}

/** `Intl` writes no more decimals. */
const mostPlaces = 100;

const monthDay = { day: 'numeric', month: 'short' } as const;
const dayStyle = { ...monthDay, year: 'numeric' } as const;

/** Engines write a hyphen for negative numbers; the sign for minus is as wide as a digit. */
const minus = (text: string): string => text.replace('-', '\u2212');

/** A locale that `Intl` understands: what a page's `lang` says may be anything. */
function supported(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** The zone that was named, or the browser's where it was not or there is no such zone. */
function knownZone(timeZone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return new Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
}
