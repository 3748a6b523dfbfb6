import { html, nothing, type TemplateResult } from 'lit';
import { platformListOperation } from '../../data/list-query.ts';
import type { List } from '../../data/snapshot.ts';
import { CustomerExport, type exportStates } from '../../domain/customer-export.ts';
import { codeOf, labelOf } from '../../domain/field.ts';
import { actorName } from '../../domain/operator.ts';
import type { Localization } from '../../i18n/localization.ts';
import { codedBadge, type Badges } from '../../list/cells.ts';
import * as icons from '../../ui/icons.ts';
import { rangeText } from '../../ui/range-picker.ts';
import { line } from '../../ui/state-view.ts';
import { datum, moment, name } from '../../ui/text.ts';
import { privacyPanelWords } from './words.en.ts';

export const exportLog = platformListOperation('exports.log', CustomerExport, ['exports']);

const badges: Badges<(typeof exportStates)[number]> = {
  running: ['accent', icons.clock],
  done: ['neutral', icons.check],
  canceled: ['neutral', icons.cancel],
  failed: ['danger', icons.alert],
};

/** Renders the entries of the log of exports: who, when, fields, customers, state. */
export const exportEntries = ({ items }: List<CustomerExport>, l10n: Localization): TemplateResult =>
  html`<ol class="log" part="log">
    ${items.map((entry) => html`<li part="log-entry">${entryOf(entry, l10n)}</li>`)}
  </ol>`;

/** Renders placeholders as high as entries: who and when, how many and the state, and the fields. */
export const entrySkeletons = (count: number): TemplateResult =>
  html`<ol class="log">
    ${Array.from(
      { length: count },
      () =>
        html`<li>
          ${line(24)}${line(14, { end: true })}${line(18)}${line(10, { end: true })}<span class="what"
            >${line(60)}</span
          >
        </li>`,
    )}
  </ol>`;

function entryOf(entry: CustomerExport, l10n: Localization): TemplateResult {
  const words = l10n.words(privacyPanelWords);
  const { actor, startedAt, state, rows, total, reason } = entry;
  const isDone = codeOf(state) === 'done' && labelOf(state) === undefined;
  const who = actor ? name(actorName(actor) ?? actor.id, l10n) : words.unknownActor;
  const count =
    isDone || total === undefined
      ? l10n.text(words.rows, { count: rows })
      : l10n.text(words.rowsOf, { rows: l10n.number(rows), count: total });
  return html`<span class="who">${who}</span>
    <span class="end quiet">${moment(startedAt, l10n)}</span>
    <span class="quiet">${datum(count)}</span>
    <span class="end"
      >${isDone ? html`<span class="quiet">${words.exportDone}</span>` : codedBadge(badges, state, { ...words, done: words.exportDone }, l10n)}</span
    >
    <span class="quiet what">${name(whatOf(entry, l10n), l10n)}</span>
    ${reason ? html`<span class="quiet what">${name(reason, l10n)}</span>` : nothing}`;
}

/** Returns what was exported: the fields, the days and whether it was filtered. */
function whatOf({ fields, range, dates = 'lastOrder', isFiltered }: CustomerExport, l10n: Localization): string {
  const words = l10n.words(privacyPanelWords);
  const texts: Readonly<Record<string, unknown>> = words;
  const labelled = fields.map((field) => {
    const code = codeOf(field);
    return labelOf(field) ?? (Object.hasOwn(texts, code) ? String(texts[code]) : code);
  });
  return [
    l10n.text(words.fields, { fields: labelled.join(', ') }),
    ...(range ? [l10n.text(words.daysOf, { date: words[dates], days: rangeText(range, l10n) })] : []),
    ...(isFiltered ? [words.filtered] : []),
  ].join(' · ');
}
