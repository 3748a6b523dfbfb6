import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/search/define.ts';
import { searchScenarios, type SearchState } from '../src/search/scenarios.ts';
import { staged } from '../src/testing/stage.ts';

/** The popover of a search is as high as what was found, and covers what is below the field. */
const state = (name: SearchState): StoryObj => ({
  render: () => html`<div style="min-block-size: 24rem">${staged('customer-search', searchScenarios[name])}</div>`,
});

export default { title: 'Widgets/customer-search', component: 'customer-search' } satisfies Meta;

export const Idle = state('idle');
export const Results = state('results');
export const Many = state('many');
export const None = state('none');
export const Slow = state('slow');
export const Error = state('error');
export const Forbidden = state('forbidden');
export const LongText = state('longText');
