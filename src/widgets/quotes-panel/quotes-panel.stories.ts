import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { scenarioNames } from '../../testing/scenario.ts';
import './define.ts';
import { cell, gallery, state } from '../../../stories/state.ts';

const tag = 'quotes-panel';

export default { title: 'Widgets/quotes-panel', component: tag } satisfies Meta;

export const Populated = state(tag, 'populated');
export const Loading = state(tag, 'loading');
export const Empty = state(tag, 'empty');
export const EmptyFiltered = state(tag, 'emptyFiltered');
export const Partial = state(tag, 'partial');
export const Error = state(tag, 'error');
export const Forbidden = state(tag, 'forbidden');
export const Stale = state(tag, 'stale');
export const LongText = state(tag, 'longText');

/** All states on one page. */
export const AllStates = { render: () => gallery(scenarioNames.map((name) => [name, html`${cell(tag, name)}`])) };
