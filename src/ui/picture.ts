import { css, html, nothing, type TemplateResult } from 'lit';
import { safeImageSrc } from '../element/href.ts';

/**
 * What a thing looks like, small, in a box that is there before the picture is, and stays where none comes. Its words
 * stand beside it, so it has none. `pictureStyles` go with it.
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

/** No mark of a broken picture; the room for it stays. */
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
