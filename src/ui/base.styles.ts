import { css } from 'lit';

/** The styles that all others build on: the root of a widget, type, links, focus. */
export const base = css`
  :host {
    display: block;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  /* Not for ::before and ::after: the browser would compute the style of both for every element. */
  * {
    box-sizing: border-box;
  }

  /* An inner element, because a host's reset of padding and font overrides the styles of :host. */
  .widget {
    container: widget / inline-size;
    block-size: 100%;
    min-inline-size: 0;
    /* Keeps its height while its content is hidden. */
    contain-intrinsic-block-size: auto 0;
  }

  /* Styles that the page passes down by inheritance end here. */
  .widget,
  .dashboard {
    color: var(--_text);
    cursor: auto;
    font: 400 var(--_font-size) / calc(var(--_unit) * 5) var(--_font);
    hyphens: manual;
    letter-spacing: normal;
    overflow-wrap: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    word-spacing: normal;
    -webkit-font-smoothing: antialiased;
    text-size-adjust: none;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  blockquote,
  address {
    margin: 0;
    padding: 0;
  }

  h1,
  h2,
  h3 {
    font: inherit;
  }

  ul,
  ol {
    list-style: none;
  }

  address {
    font-style: normal;
  }

  /* Figures in a column have digits of equal width; names, codes and running text do not. */
  .amount,
  time {
    font-variant-numeric: tabular-nums;
  }

  /* The direction of the text, independent of the page. */
  time,
  .datum {
    unicode-bidi: plaintext;
  }

  /* Shows the full time without hover, while the control around it has the keyboard focus. Never covers its text. */
  .dated {
    position: relative;
  }

  .dated :focus-visible > time::after,
  .dated:focus-within :not(button, a) > time::after {
    content: attr(title);
    position: absolute;
    inset-block-end: calc(100% + var(--_unit) * 0.5);
    inset-inline-start: 0;
    z-index: 1;
    box-sizing: border-box;
    max-inline-size: 100%;
    padding: calc(var(--_unit) * 0.5) calc(var(--_unit) * 1.5);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    background: var(--_surface-raised);
    color: var(--_text);
    white-space: normal;
    pointer-events: none;
  }

  /* Only one at a time: that of the focused element. */
  .dated:has(:focus-visible > time) :not(:focus-visible) > time::after {
    position: static;
    content: none;
  }

  /* The actions of a row keep their place. With a pointer that hovers they show on the row that it is over, and on all
     rows while the keyboard is in use. */
  @media (hover: hover) {
    tr:not(:hover, :focus-within) > .on-row > *,
    .acts:not(:hover, :focus-within) .on-row {
      opacity: 0;
    }

    .widget:has(:focus-visible:not(input, textarea)) .on-row,
    .widget:has(:focus-visible:not(input, textarea)) .on-row > * {
      opacity: 1;
    }
  }

  .quiet {
    color: var(--_text-quiet);
  }

  .label {
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 12 / 14);
    line-height: calc(var(--_unit) * 4);
    font-weight: 500;
  }

  .small {
    font-size: calc(var(--_font-size) * 12 / 14);
    line-height: calc(var(--_unit) * 4);
  }

  .strong {
    font-weight: 600;
  }

  /* Invisible characters in a name may be there to deceive. */
  .hidden-character {
    margin-inline: 1px;
    padding-inline: 2px;
    border-radius: 2px;
    background: var(--_warning-tint);
    color: var(--_warning-text);
    font: 500 0.75em var(--_font-code);
  }

  .nowrap {
    white-space: nowrap;
  }

  .clip {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  input:is([type='checkbox'], [type='radio']) {
    flex: none;
    inline-size: calc(var(--_unit) * 4);
    block-size: calc(var(--_unit) * 4);
    margin: 0;
    color: inherit;
    accent-color: var(--_accent-fill);
  }

  /* Permissions are not known yet. The reserved space keeps the layout stable. */
  .unsettled {
    display: contents;
    visibility: hidden;
  }

  /* Errors and hints. */
  .message {
    display: flex;
    gap: calc(var(--_unit) * 1.5);
    font-size: calc(var(--_font-size) * 12 / 14);
    line-height: calc(var(--_unit) * 4);
    color: var(--_text-quiet);
  }

  .message.danger {
    color: var(--_danger-text);
  }

  .message.warning {
    color: var(--_warning-text);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .link {
    color: var(--_accent-text);
    font-weight: 500;
    text-decoration: none;
  }

  .link:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  /* The padding of inline text takes no room but makes every link a 24px target. A flex item needs a negative margin.
     */
  .link {
    padding-block: calc(var(--_unit) * 1.1);
  }

  button.link {
    padding-inline: 0;
    border: 0;
    background: none;
    font: inherit;
    font-weight: 500;
    cursor: pointer;
  }

  button.link,
  :is(.footer, .notice) > .link {
    margin-inline: 0;
    margin-block: calc(var(--_unit) * -1.1);
  }

  @media (forced-colors: active) {
    button.link {
      color: LinkText;
    }
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  @media (prefers-contrast: more) {
    :host {
      --_text-quiet: var(--clientele-text-quiet, color-mix(in oklab, var(--_foreground) 84%, var(--_background)));
      --_hairline: var(--clientele-hairline, color-mix(in oklab, var(--_foreground) 40%, var(--_background)));
      --_edge: var(--clientele-edge, var(--_control));
    }
  }

  @media print {
    :host {
      --_font-size: 9.5pt;
      --_density: 0;
      color-scheme: light;
    }

    /* With a fixed height, content after a page break would be lost. */
    .widget,
    .widget > .panel {
      display: block;
      block-size: auto;
    }
  }
`;
