import { html } from 'lit';
import type { DashboardClient } from '../../data/client.ts';
import { compareRow } from '../../data/compare-row.ts';
import { listOperation } from '../../data/list-query.ts';
import type { ReadSettings } from '../../data/query.ts';
import type { Write } from '../../data/write.ts';
import { AssignedPriceGroups, PriceGroup } from '../../domain/price-group.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { RowAction } from '../../forms/form-dialog.ts';
import type { WriteTexts } from '../../forms/form-model.ts';
import type { FormReview } from '../../forms/form-steps.ts';
import { name } from '../../ui/text.ts';
import {
  PriceGroupAssignedEvent,
  PriceGroupAssignEvent,
  PriceGroupUnassignedEvent,
  PriceGroupUnassignEvent,
} from './price-groups.events.ts';
import { priceGroupsWords } from './words.en.ts';

/** The chosen groups, and what to do with them. */
interface Choice {
  readonly way: 'assign' | 'unassign';
  readonly groups: readonly PriceGroup[];
}

const idsOf = ({ groups }: Choice): string[] => groups.map(({ id }) => id);
const customerOf = ({ groups }: Choice): string => groups[0]!.customerId;

/** Assigns or unassigns several price groups at once, after a confirmation. */
export class PriceGroupChange extends RowAction<Choice, AssignedPriceGroups, PriceGroup> {
  constructor(host: WidgetHost, onDone: () => void) {
    super(host, {
      name: 'groups',
      port: 'priceGroups',
      openers: ['assign', 'unassign', 'search', 'view-all'],
      request: (choice) =>
        new (choice.way === 'assign' ? PriceGroupAssignEvent : PriceGroupUnassignEvent)(
          customerOf(choice),
          idsOf(choice),
        ),
      fact: (choice) => {
        onDone();
        const Fact = choice.way === 'assign' ? PriceGroupAssignedEvent : PriceGroupUnassignedEvent;
        return new Fact(customerOf(choice), idsOf(choice));
      },
      reread: () => host.refresh(),
    });
  }

  get words() {
    return this.l10n.words(priceGroupsWords);
  }

  override operation(choice: Choice): Write<AssignedPriceGroups, PriceGroup> {
    const customerId = customerOf(choice);
    return {
      customerId,
      ifVersion: choice.groups[0]!.version,
      schema: AssignedPriceGroups,
      list: { name: 'priceGroups.list' },
      send: ({ priceGroups }, options) => priceGroups?.[choice.way]?.(customerId, { groupIds: idsOf(choice) }, options),
    };
  }

  override async compare(client: DashboardClient, { groups }: Choice, settings: ReadSettings): Promise<void> {
    const operation = listOperation('priceGroups.list', PriceGroup);
    for (const base of groups)
      await compareRow(client, { operation, base, valueOf: ({ assigned }) => assigned }, settings);
  }

  override review({ way, groups }: Choice): FormReview {
    const { words, l10n } = this;
    return {
      heading: words[`${way}Question`],
      terms: html`<dt>${words.heading}</dt>
        <dd>${groups.map((group) => html`<div>${name(group.name, l10n)}</div>`)}</dd>`,
      remarks: [words[`${way}Effect`]],
      confirm: l10n.text(words[`${way}Chosen`], { count: groups.length }),
    };
  }

  protected override texts({ way }: Choice): WriteTexts {
    const { words } = this;
    return {
      pending: words.pending,
      unknown: words.unknown,
      refused: words.refused,
      done: words[`${way}Done`],
      reasons: { conflict: words.changedMeanwhile },
    };
  }
}
