/**
 * Returns the messages that every list has, in English, from the noun for its rows. A widget overrides what it words in
 * its own way, and a language whose nouns change with the sentence writes them all.
 */
export const englishList = <const One extends string, const Many extends string, const First extends string = 'Latest'>(
  one: One,
  many: Many,
  first: First = 'Latest' as First,
) =>
  ({
    allHeading: `All ${many}`,
    empty: `No ${many} yet.`,
    viewAll: `View all ${many}`,
    shownOf: `{shown} of {total} ${many}`,
    shown: { one: `${first} ${one}`, other: `${first} {count} ${many}` },
    all: { one: `{count} ${one}`, other: `{count} ${many}` },
    search: `Search ${many}`,
    noMatch: `No ${one} has “{text}” in it.`,
    clearSearch: `Show all ${many}`,
  }) as const;

/** Returns the messages that every list has, in Indonesian, from the noun for its rows. */
export const indonesianList = (noun: string, first = 'terbaru') => ({
  allHeading: `Semua ${noun}`,
  empty: `Belum ada ${noun}.`,
  viewAll: `Lihat semua ${noun}`,
  shownOf: `{shown} dari {total} ${noun}`,
  shown: { other: `{count} ${noun} ${first}` },
  all: { other: `{count} ${noun}` },
  search: `Cari ${noun}`,
  noMatch: `Tidak ada ${noun} yang memuat “{text}”.`,
  clearSearch: `Tampilkan semua ${noun}`,
});
