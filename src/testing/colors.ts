/** A theme: values by token name without the prefix. */
export type Theme = Readonly<Record<string, string>>;

/** Sample themes of hosts, each for the light and the dark color scheme. */
export const themes: Readonly<Record<string, Theme>> = {
  default: {},
  sepia: {
    background: 'light-dark(#f7f0e3, #1f1912)',
    foreground: 'light-dark(#2b2118, #ebdfcb)',
    accent: 'light-dark(#8c4a1f, #e0a56c)',
  },
  green: {
    background: 'light-dark(#f2f8f3, #0f1914)',
    foreground: 'light-dark(#12241a, #dceae0)',
    accent: 'light-dark(#1f6f43, #7fcb9c)',
  },
  'grey on grey': {
    background: 'light-dark(#e6e6e6, #2b2b2b)',
    foreground: 'light-dark(#1f1f1f, #e8e8e8)',
    accent: 'light-dark(#5a5a5a, #b5b5b5)',
  },
  'pale yellow': { accent: '#f3e27a' },
};

export const schemes = ['light', 'dark'] as const;

/** Sets a theme on an element, as a page's style sheet would. Returns a function that removes it. */
export function applyTheme({ style }: HTMLElement, theme: Theme, scheme = ''): () => void {
  style.colorScheme = scheme;
  for (const [name, value] of Object.entries(theme)) style.setProperty(`--clientele-${name}`, value);
  return () => {
    style.colorScheme = '';
    for (const name of Object.keys(theme)) style.removeProperty(`--clientele-${name}`);
  };
}

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const known = new Map<string, Rgba>();
let canvas: CanvasRenderingContext2D | undefined;

/** Converts a CSS color, in any notation, to the RGBA values of a painted pixel. */
export function pixel(color: string): Rgba {
  let rgba = known.get(color);
  if (rgba) return rgba;
  canvas ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  canvas.clearRect(0, 0, 1, 1);
  // An invalid color leaves the previous `fillStyle`; the reset makes it black, which no test expects.
  canvas.fillStyle = '#000';
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  known.set(color, (rgba = [red, green, blue, alpha / 255]));
  return rgba;
}

const luminance = ([red, green, blue]: Rgba): number => {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Returns the contrast ratio of two colors as WCAG defines it, from 1 to 21. */
export function contrast(one: Rgba, other: Rgba): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Yields every element under a shadow root, including nested shadow roots. */
export function* elements(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    yield element;
    if (element.shadowRoot) yield* elements(element.shadowRoot);
  }
}

/** Yields the elements that are visible. */
export function* visible(root: ParentNode): Generator<HTMLElement> {
  for (const element of elements(root))
    if (element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) yield element;
}

const nameOf = (element: Element): string => `${element.localName}.${element.getAttribute('class') ?? ''}`;

const ownText = (element: Element): string =>
  [...element.childNodes]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .map(({ textContent }) => textContent?.trim())
    .join(' ')
    .trim();

/** Returns the background color behind an element: blends the backgrounds up to the first opaque one. */
function behind(element: Element): Rgba {
  const layers: Rgba[] = [];
  for (let at: Element | null = element; at; at = at.assignedSlot ?? at.parentElement ?? hostOf(at)) {
    const layer = pixel(getComputedStyle(at).backgroundColor);
    if (layer[3] > 0) layers.push(layer);
    if (layer[3] === 1) break;
  }
  return layers.reduceRight(over, pixel('Canvas'));
}

const hostOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

const over = (below: Rgba, above: Rgba): Rgba => {
  const mixed = (index: 0 | 1 | 2) => above[index] * above[3] + below[index] * (1 - above[3]);
  return [mixed(0), mixed(1), mixed(2), 1];
};

/** Yields every visible text under a root with its contrast to the background. */
export function* readTexts(
  root: ParentNode,
): Generator<{ readonly where: string; readonly text: string; readonly ratio: number }> {
  for (const element of visible(root)) {
    const text = ownText(element);
    if (!text || element.closest('.visually-hidden, option')) continue;
    const ratio = contrast(pixel(getComputedStyle(element).color), behind(element));
    yield { where: nameOf(element), text, ratio };
  }
}

/** Yields every painted color under a root with its background. */
export function* readPaints(root: ParentNode): Generator<{ readonly where: string; readonly color: string }> {
  for (const element of visible(root)) {
    for (const pseudo of [undefined, '::before', '::after', '::placeholder', '::backdrop']) {
      const style = getComputedStyle(element, pseudo);
      const { content } = style;
      const isGenerated = pseudo === '::before' || pseudo === '::after';
      if (isGenerated && (content === 'none' || content === 'normal')) continue;
      if (pseudo === '::placeholder' && !element.matches('[placeholder]')) continue;
      if (pseudo === '::backdrop' && !element.matches(':modal')) continue;
      const where = nameOf(element) + (pseudo ?? '');
      for (const [what, color] of painted(style, element)) yield { where: `${where} ${what}`, color };
    }
  }
}

function* painted(style: CSSStyleDeclaration, element: Element): Generator<readonly [what: string, color: string]> {
  const value = (name: string) => style.getPropertyValue(name);
  yield ['color', style.color];
  yield ['background', style.backgroundColor];
  if (style.backgroundImage !== 'none') yield ['background-image', style.backgroundImage];
  for (const side of ['block-start', 'block-end', 'inline-start', 'inline-end'])
    if (value(`border-${side}-style`) !== 'none' && value(`border-${side}-width`) !== '0px')
      yield [`border-${side}`, value(`border-${side}-color`)];
  if (style.outlineStyle !== 'none') yield ['outline', style.outlineColor];
  if (style.textDecorationLine !== 'none') yield ['text-decoration', style.textDecorationColor];
  if (style.boxShadow !== 'none') yield ['box-shadow', /(?:[a-z]+\([^)]*\)|#\w+)/.exec(style.boxShadow)?.[0] ?? ''];
  if (element instanceof SVGElement)
    for (const name of ['fill', 'stroke']) if (value(name) !== 'none') yield [name, value(name)];
  if (element.matches('input, textarea') && style.caretColor !== 'auto') yield ['caret', style.caretColor];
}
