// Loaded on its own, when the details are first edited.
import { nothing, type TemplateResult } from 'lit';
import { AdapterError } from '../../adapter/adapter-error.ts';
import { parseRecord } from '../../data/boundary.ts';
import type { DashboardClient } from '../../data/client.ts';
import type { ReadSettings } from '../../data/query.ts';
import type { Write } from '../../data/write.ts';
import { resellerLengths } from '../../domain/lengths.ts';
import {
  ResellerRecord,
  resellerMembers,
  websitePattern,
  type ResellerChange,
  type ResellerMember,
} from '../../domain/reseller.ts';
import { trimmed } from '../../domain/visible.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import { FormDialog } from '../../forms/form-dialog.ts';
import { changedIn, merged, type FormDraft, type Reading } from '../../forms/form-drafts.ts';
import type { FormRow, TextField } from '../../forms/form-field.ts';
import type { WriteTexts } from '../../forms/form-model.ts';
import { formMessage } from '../../ui/explain-error.ts';
import { featureHelp } from '../../ui/feature-mark.ts';
import { name } from '../../ui/text.ts';
import { resellerFormWords } from './form-words.en.ts';
import { ResellerUpdatedEvent, ResellerUpdateEvent } from './reseller-details.events.ts';
import { resellerDetailsWords } from './words.en.ts';

type Values = Readonly<Record<ResellerMember, string>>;

interface Edit {
  readonly base: ResellerRecord;
  readonly values: Values;
}

type Draft = FormDraft<ResellerRecord, Values, Edit, ResellerRecord>;

const valuesOf = (details: ResellerRecord): Values =>
  Object.fromEntries(resellerMembers.map((member) => [member, details[member] ?? ''])) as Record<
    ResellerMember,
    string
  >;

const comparable = (value: unknown): unknown => trimmed(String(value));

const changeOf = ({ base, values }: Edit): ResellerChange =>
  Object.fromEntries(
    changedIn(values, valuesOf(base), comparable).map((member) => [member, trimmed(values[member]) || null]),
  );

/** Changes reseller details. Says again that they are about to be withdrawn, because people see a form and fill it in. */
export class ResellerForm extends FormDialog<ResellerRecord, Values, Edit, ResellerRecord> {
  constructor(host: WidgetHost) {
    super(host, {
      name: 'reseller',
      port: 'reseller',
      openers: ['edit'],
      request: ({ base }) => new ResellerUpdateEvent(base.customerId),
      fact: ({ base }) => new ResellerUpdatedEvent(base.customerId),
      reread: () => host.refresh(),
    });
  }

  get words() {
    return this.l10n.words(resellerFormWords);
  }

  override get heading(): string {
    return this.l10n.words(resellerDetailsWords).edit;
  }

  override get locksFields(): boolean {
    return true;
  }

  protected override readonly comparable = comparable;

  protected override blank(details: ResellerRecord): Values {
    return valuesOf(details);
  }

  /** A member that the platform does not know has no field. */
  protected override rows({ subject }: Draft): readonly FormRow<Values>[] {
    const { words, l10n } = this;
    const { websiteInvalid, dayInvalid } = words;
    const kinds: Readonly<Record<ResellerMember, Omit<TextField<ResellerMember>, 'name' | 'label'>>> = {
      businessName: { kind: 'text', maxLength: resellerLengths.businessName, takesFocus: true },
      website: {
        ...{ kind: 'text', maxLength: resellerLengths.website, isVerbatim: true },
        ...{ pattern: websitePattern, invalid: websiteInvalid },
      },
      certificate: { kind: 'text', maxLength: resellerLengths.certificate, isVerbatim: true },
      certificateUntil: {
        kind: 'date',
        isShort: true,
        invalid: dayInvalid,
        textOf: (day) => (typeof day === 'string' && day ? l10n.day(day) : ''),
      },
      remark: { kind: 'textarea', maxLength: resellerLengths.remark },
    };
    const labels = l10n.words(resellerDetailsWords);
    return [
      this.#withdrawal(),
      ...resellerMembers
        .filter((member) => subject[member] !== undefined)
        .map((member) => ({ name: member, label: labels[member], isOptional: 'unmarked' as const, ...kinds[member] })),
    ];
  }

  protected override read({ subject: base, values }: Draft): Reading<Edit> {
    const edit = { base, values };
    if (!Object.keys(changeOf(edit)).length) return { errors: {}, unchanged: this.words.unchanged };
    return { errors: {}, input: edit };
  }

  override operation(edit: Edit): Write<ResellerRecord> {
    const { customerId, version } = edit.base;
    return {
      ...{ customerId, ifVersion: version, schema: ResellerRecord, touches: ['reseller.get'] },
      send: ({ reseller }, options) => reseller?.update?.(customerId, changeOf(edit), options),
    };
  }

  override async compare(client: DashboardClient, { base, values }: Edit, settings: ReadSettings): Promise<void> {
    const current = await this.#read(client, base.customerId, settings);
    const versions = { base: valuesOf(base), mine: values, theirs: valuesOf(current) };
    if (Object.keys(merged(versions, comparable).theirs).length) throw new AdapterError('conflict', { current });
  }

  protected override merge(current: ResellerRecord): ResellerRecord {
    return current;
  }

  protected override fetchCurrent(
    client: DashboardClient,
    { base }: Edit,
    settings: ReadSettings,
  ): Promise<ResellerRecord> {
    return this.#read(client, base.customerId, settings);
  }

  override message(): TemplateResult | typeof nothing {
    const { draft } = this;
    const message = super.message();
    if (message !== nothing || !draft) return message;
    const isKept = this.pending.keepsVersion({ base: draft.subject, values: draft.values });
    return isKept ? nothing : formMessage('quiet', this.words.noVersions);
  }

  protected override texts(): WriteTexts {
    const { pending, unknown, refused, done, conflict } = this.words;
    return { pending, unknown, refused, done, instead: { conflict } };
  }

  #withdrawal(): TemplateResult | undefined {
    const { l10n } = this;
    const availability = this.host.permissions.of('reseller.update');
    const help = availability.state === 'deprecated' ? featureHelp(availability, l10n) : undefined;
    return help === undefined ? undefined : formMessage('warning', name(help, l10n));
  }

  async #read(client: DashboardClient, customerId: string, settings: ReadSettings): Promise<ResellerRecord> {
    const call = client.adapter.reseller?.get?.(customerId, { ...settings, signal: AbortSignal.timeout(30_000) });
    if (!call) throw new AdapterError('unsupported');
    return parseRecord({ schema: ResellerRecord, customerId }, await call);
  }
}
