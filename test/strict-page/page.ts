// The page of a strict host: one widget after the other, each in every state at once.
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

/** Yields each element with its box, through all shadow roots. */
function* boxes(root: ParentNode): Generator<readonly [Element, string]> {
  for (const element of root.querySelectorAll('*')) {
    const { x, y, width, height } = element.getBoundingClientRect();
    yield [element, [element.localName, x, y, width, height].join(' | ')];
    if (element.shadowRoot) yield* boxes(element.shadowRoot);
  }
}

function styleOf(element: Element): string {
  const style = getComputedStyle(element);
  return PROPERTIES.map((name) => style.getPropertyValue(name)).join(' | ');
}

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

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

/** Waits until the boxes are the same after two frames: what arrives late on a busy machine has arrived. */
async function settle(root: ParentNode): Promise<void> {
  let before: string;
  let now = '';
  do {
    before = now;
    stopAnimations(root);
    await frame();
    await frame();
    now = Array.from(boxes(root), ([, box]) => box).join();
  } while (now !== before);
}

/**
 * Returns each element's box and style, for each widget in each of the states, or in all of its states. All states of a
 * widget are on the page at once, because a frame, a layout and a wait cost as much for one of them. It first loads all
 * chunks of the page, given by their URLs, so that no element is recorded before it has its styles.
 */
export async function recordAll(
  chunks: readonly string[],
  names: readonly ScenarioName[] = scenarioNames,
): Promise<Record<string, string[]>> {
  await Promise.all(chunks.map((url) => import(url)));
  const seen: Record<string, string[]> = {};
  for (const tag of widgetTags) {
    const cells = names.flatMap((name) => {
      const scenario = scenarios[tag][name];
      return 'absent' in scenario ? [] : [{ name, ...stage(tag, scenario, 'en-GB') }];
    });
    document.body.replaceChildren(...cells.map(({ root }) => root));
    for (const { arrive } of cells) await arrive();
    await settle(document.body);
    for (const { name, root } of cells)
      seen[`${tag}, ${name}`] = Array.from(boxes(root), ([element, box]) => `${box} | ${styleOf(element)}`);
  }
  return seen;
}
