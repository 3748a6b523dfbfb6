import { ingrid } from '../../testing/circumstances.ts';
import { filterInVain, listCells } from '../../testing/list-cells.ts';
import { shopAdapter } from '../../testing/shop.ts';

const change = { id: 'change-1', ...ingrid, kind: 'profile', at: '2026-11-18T10:52:00Z', field: 'company' };
const long = {
  kind: { code: 'loyalty', label: 'Programme for loyal customers of the second café' },
  field: { code: 'customFields.loyalty', label: 'Standing in the programme for loyal customers of the second café' },
  oldValue: 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenanspruchsberechtigte since the spring of 2019',
  newValue: 'Everything from the Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch branch, twice a week',
  actor: { id: 'op-9', name: 'Maximiliana-Theodora von und zu Hohenstein-Waldburg-Wolfegg-Waldsee' },
};

export const cells = listCells(
  'changes.list',
  { heading: 'Changes' },
  {
    populated: 'Silver',
    empty: 'No changes.',
    emptyFiltered: { ...filterInVain('changes.list', 'Level'), shows: 'No such changes.' },
    partial: {
      page: [
        { ...change, newValue: 'Holm & Daughters Ltd' },
        { ...change, id: 'change-2', oldValue: null, newValue: 'Holm' },
      ],
      shows: 'Holm & Daughters Ltd',
    },
    conflict: { absent: 'Changes are only read here.' },
    longText: { page: [{ ...change, ...long }], shows: 'Donaudampf' },
    redacted: { ...ingrid, adapter: () => shopAdapter({ role: 'viewer' }), shows: 'a•••••@holm.example' },
  },
);
