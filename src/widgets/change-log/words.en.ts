import { defineWords } from '../../i18n/define-words.ts';

export const changeLogWords = defineWords(
  'change-log',
  {
    heading: 'Changes',
    allHeading: 'All changes',
    at: 'Time',
    kind: 'Type',
    field: 'Changed',
    change: 'Before and after',
    before: 'Before',
    after: 'After',
    by: 'By',
    automatic: 'Automatic',
    filter: 'Filter',
    empty: 'No changes.',
    emptyHelp: 'Changes of the level and the profile appear here.',
    viewAll: 'View all changes',
    shownOf: '{shown} of {total} changes',
    shown: { one: 'Latest change', other: 'Latest {count} changes' },
    all: { one: '{count} change', other: '{count} changes' },
    noneMatch: 'No such changes.',
    clearSearch: 'Show all changes',
  },
  { id: () => import('./words.id.ts') },
);
