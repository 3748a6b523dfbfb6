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

  /* Not for ::before and ::after as well: the browser would compute the style of both for every element. */
  * {
    box-sizing: border-box;
  }

  /* An inner part, for a host's reset of every element's padding and font beats what stands on :host. */
  .widget {
    container: widget / inline-size;
    block-size: 100%;
    min-inline-size: 0;
  }

  /* What a page hands down to everything in it ends here. */
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

  /* Figures that stand in a column share one width; names, codes and running text keep their own. */
  .amount,
  time {
    font-variant-numeric: tabular-nums;
  }

  /* Reads the way its text does, whichever way the page reads. */
  time,
  .datum {
    unicode-bidi: plaintext;
  }

  /* The full instant for who does not point, while the keyboard is on what the time stands in; never over what is said there. */
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

  /* One at a time: what has the focus itself. */
  .dated:has(:focus-visible > time) :not(:focus-visible) > time::after {
    position: static;
    content: none;
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

  /* What is invisible in a name may be there to deceive. */
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

  /* Whether it may be used is not known yet: nothing moves once it is. */
  .unsettled {
    display: contents;
    visibility: hidden;
  }

  /* What is wrong, or worth knowing. */
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

  /* Padding of inline text takes no room, yet makes every link a 24px target. As a flex item it must give it back. */
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

    /* Of a given height, what a page break pushes down would be lost. */
    .widget,
    .widget > .panel {
      display: block;
      block-size: auto;
    }
  }
`;
