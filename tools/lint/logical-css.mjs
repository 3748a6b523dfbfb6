// Style sheets that use logical properties on the inline axis work in right-to-left pages without extra rules.

const SIDE = '(?:left|right)';
const PHYSICAL = new RegExp(
  [
    // left, margin-right, border-left-color, border-top-left-radius, scroll-padding-right, ...
    String.raw`(?:^|[;{}\s])((?:[a-z]+-)*${SIDE}(?:-[a-z]+)*\s*:)`,
    String.raw`(?:^|[;{}\s])((?:text-align|float|clear|caption-side)\s*:\s*${SIDE}\b)`,
  ].join('|'),
  'g',
);
const FOUR_VALUES =
  /(?:^|[;{}\s])((?:margin|padding|inset|border-(?:width|style|color)|scroll-margin|scroll-padding)\s*:\s*([^;{}]+))/g;

/**
 * Returns the declarations of a style sheet that name left or right, or whose values for the two sides differ.
 * @param {string} css
 * @returns {string[]}
 */
export function physicalDeclarations(css) {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, ' ');
  const named = [...text.matchAll(PHYSICAL)].map((match) => match[1] ?? match[2] ?? '');
  const differsBySide = [...text.matchAll(FOUR_VALUES)]
    .filter(([, , values = '']) => {
      // Spaces in parentheses do not separate values.
      const [, right, , left] = values.match(/(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? [];
      return left !== undefined && left !== right && !left.startsWith('!');
    })
    .map((match) => match[1] ?? '');
  return [...named, ...differsBySide].map((declaration) => declaration.replace(/\s+/g, ' ').trim());
}

/** @type {import('./plugin.mjs').Rule} */
export const logicalCss = {
  create: (context) => ({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== 'Identifier' || tag.name !== 'css') return;
      const css = quasi.quasis.map((part) => part.value.raw).join('0');
      for (const declaration of physicalDeclarations(css)) {
        context.report({ node: quasi, message: `"${declaration}" is physical; use the logical property.` });
      }
    },
  }),
};
