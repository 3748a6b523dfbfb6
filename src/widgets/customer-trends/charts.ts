// Loaded beside the first answer.
import type { TemplateResult } from 'lit';
import type { NewVersusReturning, PaymentMethods, PeakTimes } from '../../domain/insights.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { adopt } from '../../ui/styles.ts';
import { ChartCursor, type Chart } from './chart.ts';
import { chartStyles } from './chart.styles.ts';
import { newVersusReturningChart } from './new-versus-returning.ts';
import { paymentMethodsChart } from './payment-methods.ts';
import { peakTimesChart } from './peak-times.ts';
import { customerTrendsWords } from './words.en.ts';

/** Draws the charts of an element, with the point that is chosen in them. */
export class Charts {
  readonly #host: WidgetHost;
  readonly #cursor: ChartCursor;

  constructor(host: WidgetHost) {
    adopt(host, chartStyles);
    this.#host = host;
    this.#cursor = new ChartCursor(host);
  }

  /** Forgets the chosen point: another chart or other data are shown. */
  reset(): void {
    this.#cursor.reset();
  }

  render(trend: NewVersusReturning | PaymentMethods | PeakTimes): TemplateResult {
    const { numbers } = this.#host.l10n.words(customerTrendsWords);
    return this.#cursor.render(this.#chart(trend), { numbers });
  }

  #chart(trend: NewVersusReturning | PaymentMethods | PeakTimes): Chart {
    const { l10n } = this.#host;
    if ('months' in trend) return newVersusReturningChart(trend, l10n);
    return 'methods' in trend ? paymentMethodsChart(trend, l10n) : peakTimesChart(trend, l10n);
  }
}
