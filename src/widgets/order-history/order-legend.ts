import { css, html, nothing, type TemplateResult } from 'lit';
import { type Axis, axes } from '../../domain/order.ts';
import { orderStatusWords } from '../../features/orders/words.en.ts';
import { orderToolWords } from './tool-words.en.ts';
import type { Localization } from '../../i18n/localization.ts';
import { axisSign } from '../../features/orders/order-signs.ts';
import { axisOrder, signOf, type AxisSign } from '../../features/orders/order-status.ts';
import type { StatusPalette } from '../../features/orders/status-palettes.ts';

const coloured: readonly string[] = ['accent', 'success', 'warning', 'danger'];

/** Returns the legend of a palette: only the axes and values that have a color or tint a row. */
export function legendOf(palette: StatusPalette, l10n: Localization): ReadonlyMap<Axis, readonly AxisSign[]> {
  const signs = axisOrder.map((axis): [Axis, readonly AxisSign[]] => {
    const codes = new Set([...axes[axis], ...Object.keys(palette[axis] ?? {})]);
    const all = [...codes].flatMap((code) => signOf(axis, { status: code }, l10n, palette) ?? []);
    return [axis, all.filter(({ weight, tinted }) => coloured.includes(weight) || tinted)];
  });
  return new Map(signs.filter(([, marked]) => marked.length > 0));
}

export function legend(palette: StatusPalette, l10n: Localization): TemplateResult {
  const words = { ...l10n.words(orderToolWords), ...l10n.words(orderStatusWords) };
  const marked = [...legendOf(palette, l10n)];
  if (!marked.length) return html`<p class="legend">${words.legendNone}</p>`;
  return html`<dl class="legend" part="legend">
      ${marked.map(
        ([axis, signs]) =>
          html`<dt class="label">${words[axis]}</dt>
            <dd>
              ${signs.map(
                (sign) =>
                  html`<span
                    >${axisSign(sign, l10n)}${sign.tinted ? html` <small>${words.rowTinted}</small>` : nothing}</span
                  >`,
              )}
            </dd>`,
      )}
    </dl>
    <p class="legend quiet">${words.returnRow}</p>`;
}

export const legendStyles = css`
  .legend {
    inline-size: calc(var(--_unit) * 76);
    max-inline-size: 100%;
    margin: 0;
    padding: calc(var(--_unit) * 1.5);
  }

  .legend dt:not(:first-child) {
    margin-block-start: calc(var(--_unit) * 3);
  }

  .legend dd {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_unit) * 1.5);
    margin: calc(var(--_unit) * 1) 0 0;
  }

  .legend small {
    color: var(--_text-quiet);
    font-size: calc(var(--_font-size) * 12 / 14);
  }
`;
