import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { scenarioNames, type ScenarioName } from '../src/testing/scenario.ts';
import { scenarios, type WidgetTag } from '../src/testing/scenarios.ts';
import { staged } from '../src/testing/stage.ts';

/** Renders a widget in a scenario, or the reason why it has no such scenario. */
export function cell(tag: WidgetTag, name: ScenarioName): unknown {
  const scenario = scenarios[tag][name];
  if ('absent' in scenario) return html`<p>${scenario.absent}</p>`;
  return staged(tag, scenario);
}

/** Creates the story of a scenario. */
export const state = (tag: WidgetTag, name: ScenarioName): StoryObj => ({ render: () => html`${cell(tag, name)}` });

/** Renders several cells below one another, each with its label. */
export const gallery = (cells: readonly (readonly [label: string, content: unknown])[]) =>
  html`${cells.map(
    ([label, content]) =>
      html`<figure>
        <figcaption>${label}</figcaption>
        ${content}
      </figure>`,
  )}`;

/** Creates the story of all states of a widget. */
export const allStates = (tag: WidgetTag): StoryObj => ({
  render: () => gallery(scenarioNames.map((name) => [name, html`${cell(tag, name)}`])),
});
