// Templates must not contain these: strict hosts block inline styles, and data must never become markup.

const FORBIDDEN = [
  {
    pattern: /\sstyle\s*=/i,
    message: "A strict host blocks a style attribute; use a class, or a property on the element's style.",
  },
  {
    pattern: /\s\.(?:innerHTML|outerHTML|srcdoc)\s*=/i,
    message: 'Markup is written in templates, never made from a string.',
  },
  { pattern: /\son[a-z]+\s*=/i, message: 'A strict host blocks inline event handlers; use @event.' },
  { pattern: /<(?:script|style|iframe)[\s>]/i, message: 'No script, style or frame in a template.' },
];

/** @type {import('./plugin.mjs').Rule} */
export const templates = {
  create: (context) => ({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== 'Identifier' || (tag.name !== 'html' && tag.name !== 'svg')) return;
      for (const part of quasi.quasis) {
        for (const { pattern, message } of FORBIDDEN) {
          if (pattern.test(part.value.raw)) context.report({ node: part, message });
        }
      }
    },
  }),
};
