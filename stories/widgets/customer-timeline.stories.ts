// Written by tools/generate.mjs.
import type { Meta } from '@storybook/web-components-vite';
import '../../src/widgets/customer-timeline/define.ts';
import { allStates, state } from '../state.ts';

const tag = 'customer-timeline';

export default { title: 'Widgets/customer-timeline', component: tag } satisfies Meta;

export const Populated = state(tag, 'populated');
export const Loading = state(tag, 'loading');
export const Refreshing = state(tag, 'refreshing');
export const Empty = state(tag, 'empty');
export const EmptyFiltered = state(tag, 'emptyFiltered');
export const Partial = state(tag, 'partial');
export const Error = state(tag, 'error');
export const Forbidden = state(tag, 'forbidden');
export const Offline = state(tag, 'offline');
export const Stale = state(tag, 'stale');
export const Conflict = state(tag, 'conflict');
export const Malformed = state(tag, 'malformed');
export const LongText = state(tag, 'longText');
export const Redacted = state(tag, 'redacted');

/** All states on one page. The documentation has each of them already. */
export const AllStates = { ...allStates(tag), tags: ['!autodocs'] };
