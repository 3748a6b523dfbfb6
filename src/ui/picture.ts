import { css, html, nothing, type TemplateResult } from 'lit';
import { safeImageSrc } from '../element/href.ts';

/**
 * Renders a thumbnail in a box of fixed size, which also stays if the image fails. The text beside it describes it, so
 * its `alt` is empty. Requires `pictureStyles`.
 */
export const picture = (url: string | null | undefined): TemplateResult =>
  html`<img
    class="picture"
    part="image"
    alt=""
    width="24"
    height="24"
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
    src=${safeImageSrc(url) ?? nothing}
    @error=${drop}
  />`;

/** Removes a broken image but keeps its box. */
const drop = ({ currentTarget }: Event): void => (currentTarget as HTMLImageElement).removeAttribute('src');

export const pictureStyles = css`
  .picture {
    flex: none;
    inline-size: calc(var(--_unit) * 6);
    block-size: calc(var(--_unit) * 6);
    border-radius: var(--_radius-badge);
    background: var(--_neutral-tint);
    object-fit: cover;
  }

  .picture:not([src]) {
    visibility: hidden;
  }
`;
