// The page of a strict host: every widget in every state, one after the other.
import '../../src/define-all.ts';
import { scenarioNames, type ScenarioName } from '../../src/testing/scenario.ts';
import { scenarios, widgetTags } from '../../src/testing/scenarios.ts';
import { stage } from '../../src/testing/stage.ts';

/** The properties that a blocked style would change. */
const PROPERTIES = [
  ...['display', 'position', 'visibility', 'opacity', 'overflow', 'transform', 'cursor', 'fill', 'stroke'],
  ...['color', 'background-color', 'background-image', 'box-shadow', 'outline', 'border', 'border-radius'],
  ...['margin', 'padding', 'gap', 'font', 'letter-spacing', 'text-align', 'text-decoration', 'white-space'],
];

/** Yields each element with its box and its style, through all shadow roots. */
function* styles(root: ParentNode): Generator<string> {
  for (const element of root.querySelectorAll('*')) {
    const { x, y, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const values = PROPERTIES.map((name) => style.getPropertyValue(name));
    yield [element.localName, x, y, width, height, ...values].join(' | ');
    if (element.shadowRoot) yield* styles(element.shadowRoot);
  }
}

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/**
 * Loads every lazy chunk once (widgets load some after their first render, and toolbars on request), so that no element
 * is recorded before it has its styles. All widgets load theirs at the same time, and are waited for once.
 */
async function warmUp(): Promise<void> {
  const cells = widgetTags.flatMap(
    (tag) =>
      [
        [tag, scenarios[tag].populated],
        [tag, scenarios[tag].emptyFiltered],
      ] as const,
  );
  for (const [tag, cell] of cells) {
    if ('absent' in cell) continue;
    const { root, arrive } = stage(tag, cell, 'en-GB');
    document.body.append(root);
    await arrive();
  }
  const loaded = (): number => performance.getEntriesByType('resource').length;
  for (let count = -1, calm = 0; calm < 20; calm++) {
    await frame();
    if (loaded() !== count) calm = 0;
    count = loaded();
  }
  document.body.replaceChildren();
}

/** An animation would be recorded at one time or another. */
const still = new CSSStyleSheet();
still.replaceSync('* { animation: none !important; transition: none !important }');

function stopAnimations(root: ParentNode): void {
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    if (!shadowRoot) continue;
    if (!shadowRoot.adoptedStyleSheets.includes(still)) shadowRoot.adoptedStyleSheets.push(still);
    stopAnimations(shadowRoot);
  }
}

/** Returns the styles once they are the same in two frames: what arrives late on a busy machine has arrived. */
async function settledStyles(root: ParentNode): Promise<string[]> {
  let before: string;
  let now: string[] = [];
  do {
    before = now.join();
    stopAnimations(root);
    await frame();
    await frame();
    now = [...styles(root)];
  } while (now.join() !== before);
  return now;
}

/** Returns the style of each widget in each of the states, or in all of its states. */
export async function recordAll(names: readonly ScenarioName[] = scenarioNames): Promise<Record<string, string[]>> {
  const seen: Record<string, string[]> = {};
  await warmUp();
  for (const tag of widgetTags) {
    for (const name of names) {
      const scenario = scenarios[tag][name];
      if ('absent' in scenario) continue;
      const { root, arrive } = stage(tag, scenario, 'en-GB');
      document.body.append(root);
      await arrive();
      seen[`${tag}, ${name}`] = await settledStyles(root);
      root.remove();
    }
  }
  return seen;
}
