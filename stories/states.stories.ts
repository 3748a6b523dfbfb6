import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { ScenarioName } from '../src/testing/scenario.ts';
import { widgetTags } from '../src/testing/scenarios.ts';
import '../src/define-all.ts';
import { cell, gallery } from './state.ts';

export default { title: 'States' } satisfies Meta;

const everywhere = (name: ScenarioName): StoryObj => ({
  render: () => gallery(widgetTags.map((tag) => [tag, html`${cell(tag, name)}`])),
});

export const Populated = everywhere('populated');
export const Loading = everywhere('loading');
export const Refreshing = everywhere('refreshing');
export const Empty = everywhere('empty');
export const EmptyFiltered = everywhere('emptyFiltered');
export const Partial = everywhere('partial');
export const Error = everywhere('error');
export const Forbidden = everywhere('forbidden');
export const Offline = everywhere('offline');
export const Stale = everywhere('stale');
export const Conflict = everywhere('conflict');
export const Malformed = everywhere('malformed');
export const LongText = everywhere('longText');
export const Redacted = everywhere('redacted');
