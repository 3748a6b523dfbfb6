import type { StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { ScenarioName } from '../src/testing/scenario.ts';
import { scenarios, type WidgetTag } from '../src/testing/scenarios.ts';
import { stage } from '../src/testing/stage.ts';

/** One widget in one state of the registry, or why it has no such state. */
export function cell(tag: WidgetTag, name: ScenarioName): unknown {
  const scenario = scenarios[tag][name];
  if ('absent' in scenario) return html`<p>${scenario.absent}</p>`;
  const { root, arrive } = stage(tag, scenario);
  // A moment later: the story is on the page then, and knows its language.
  setTimeout(() => void arrive(), 0);
  return root;
}

/** The story of a state. */
export const state = (tag: WidgetTag, name: ScenarioName): StoryObj => ({ render: () => html`${cell(tag, name)}` });

/** Several cells under one another, each with its name. */
export const gallery = (cells: readonly (readonly [label: string, content: unknown])[]) =>
  html`${cells.map(
    ([label, content]) =>
      html`<figure>
        <figcaption>${label}</figcaption>
        ${content}
      </figure>`,
  )}`;
