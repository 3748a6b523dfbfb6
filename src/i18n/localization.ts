import { displayFractionDigits } from '../domain/amounts.ts';
import { isMoney, unitOf, type StoredValue } from '../domain/money.ts';
import type { Words } from './define-words.ts';
import { commonWords } from './words.en.ts';
import { formattingLocale } from './locale-tag.ts';
import { wordingOf, wordsRevision } from './locales.ts';
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
 * Words, numbers, amounts and times of one locale in one zone. Every use of `Intl` in the library is here or, where few
 * want it, in a module beside this one, and each formatter is made once.
 */
export class Localization {
  /**
   * The localization of these settings; the same object for the same locale and zone until other words have come or its
   * day is over.
   */
  static of({ locale = 'en', timeZone, now }: LocaleSettings): Localization {
    const revision = wordsRevision();
    const key = `${locale} ${timeZone}`;
    const known = cache.get(key);
    if (known && known.#revision === revision && known.#now === now && !known.#isOver) return known;
    const made = new Localization(locale, knownZone(timeZone), revision, now);
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
  #isOver = false;

  private constructor(locale: string, timeZone: string, revision: number, now: (() => Date) | undefined) {
    this.locale = formattingLocale(locale);
    this.timeZone = timeZone;
    this.#requested = locale;
    this.#revision = revision;
    this.#now = now;
    this.#plurals = new Intl.PluralRules(this.locale);
  }

  get now(): Date {
    return this.#now?.() ?? new Date();
  }

  /** Its day is over: what is drawn from then on is drawn with another. */
  expire(): void {
    this.#isOver = true;
  }

  /** The messages of a widget, in English where this language lacks one. */
  words<E extends Section>(words: Words<E>): E {
    let section = this.#words.get(words);
    if (!section) this.#words.set(words, (section = wordingOf(words, this.#requested, this.locale)));
    return section as E;
  }

  /** What every widget says. */
  get common(): (typeof commonWords)['english'] {
    return this.words(commonWords);
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
    const places = Math.min(Math.max(displayFractionDigits(amount), all), maxFractionDigits);
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
    if (this.calendarDay(date) === this.calendarDay(now))
      return {
        brief: this.text(within ? this.common.todayWithin : this.common.today, { time: this.time(date) }),
        full,
      };
    if (!this.#isThisYear(date)) return { brief: this.day(instant), full };
    const day = this.#dates('day', monthDay).format(date);
    return {
      brief: this.text(this.common.dayAndTime, { day, time: this.time(date) }),
      full,
    };
  }

  /** The day of an instant, or a day itself: `14 Mar 2019`. */
  day(instantOrDay: string): string {
    if (instantOrDay.length === 10)
      return this.#dates('plain day', { ...dayStyle, timeZone: 'UTC' }).format(noonOf(instantOrDay));
    return this.#dates('long day', dayStyle).format(new Date(instantOrDay));
  }

  /** Which day it is in the zone that is shown, as `YYYY-MM-DD`. */
  get today(): string {
    return this.calendarDay(this.now);
  }

  /** The day of an instant, or a day itself, without the year where it is this one: `30 Nov`. */
  shortDay(instantOrDay: string): string {
    if (instantOrDay.length !== 10) {
      const date = new Date(instantOrDay);
      return this.#isThisYear(date) ? this.#dates('day', monthDay).format(date) : this.day(instantOrDay);
    }
    const date = noonOf(instantOrDay);
    const year = this.#dates('plain year', { year: 'numeric', timeZone: 'UTC' });
    if (year.format(date) !== year.format(noonOf(this.today))) return this.day(instantOrDay);
    return this.#dates('plain short day', { ...monthDay, timeZone: 'UTC' }).format(date);
  }

  /** Whether it is of the year in which now is, as years are counted where it is shown: Persian ones begin in March. */
  #isThisYear(date: Date): boolean {
    const year = this.#dates('year', { year: 'numeric' });
    return year.format(date) === year.format(this.now);
  }

  /** The time of day, to the minute. */
  time(date: Date): string {
    return this.#dates('time', { hour: '2-digit', minute: '2-digit' }).format(date);
  }

  /** What people call the zone that times are shown in: its city. */
  get zoneName(): string {
    return this.timeZone.split('/').at(-1)!.replaceAll('_', ' ');
  }

  /** Which day an instant falls on in the zone that is shown, as `YYYY-MM-DD`. */
  calendarDay(date: Date): string {
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

  /** How numbers are written: `key` names the options. */
  numbers(key: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
    return this.formatter(`n ${key}`, () => new Intl.NumberFormat(this.locale, options));
  }

  #dates(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const { locale, timeZone } = this;
    return this.formatter(`d ${key}`, () => new Intl.DateTimeFormat(locale, { timeZone, ...options }));
  }

  /** What writes or compares as this locale does, made once: `key` is its own. For the modules beside this one. */
  formatter<F>(key: string, make: () => F): F {
    let format = this.#formatters.get(key) as F | undefined;
    if (!format) this.#formatters.set(key, (format = make()));
    return format;
  }
}

/** `Intl` writes no more decimals. */
const maxFractionDigits = 100;

const monthDay = { day: 'numeric', month: 'short' } as const;
const dayStyle = { ...monthDay, year: 'numeric' } as const;

/** A day has no zone: read at noon in UTC, written in UTC, it is the same day everywhere. */
const noonOf = (day: string): Date => new Date(`${day}T12:00Z`);

/** Engines write a hyphen for negative numbers; the sign for minus is as wide as a digit. */
const minus = (text: string): string => text.replace('-', '\u2212');

/** The zone that was named, or the browser's where it was not or there is no such zone. */
function knownZone(timeZone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return new Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
}
