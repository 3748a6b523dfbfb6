import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html, nothing } from 'lit';
import * as v from 'valibot';
import { AdapterError } from '../adapter/adapter-error.ts';
import type { Guarantees, WriteOptions } from '../adapter/options.ts';
import type { Write } from '../data/write.ts';
import { DashboardElement } from '../element/dashboard-element.ts';
import { define } from '../element/define.ts';
import { FactEvent, RequestEvent } from '../element/events.ts';
import type { WidgetHost } from '../element/widget-host.ts';
import {
  asksBeforeLeaving,
  deferred,
  mount,
  part,
  repeatKey,
  textOf,
  type,
  unmountAll,
  until,
  type Deferred,
} from '../testing/kit.ts';
import { widgetStyles } from '../ui/styles.ts';
import { FormDialog } from './form-dialog.ts';
import type { FormConflict } from './form-conflict.ts';
import type { FormDraft, Reading, Rest } from './form-drafts.ts';
import type { FormRow } from './form-field.ts';
import type { WriteTexts } from './form-model.ts';
import type { FormReview } from './form-steps.ts';

const Parcel = v.object({ id: v.string(), customerId: v.string(), carrier: v.string(), note: v.string() });
type Parcel = v.InferOutput<typeof Parcel>;
type Values = Pick<Parcel, 'carrier' | 'note'>;

interface Change {
  readonly parcel: Parcel;
  readonly values: Values;
}

interface Sent {
  readonly values: Values;
  readonly options: WriteOptions;
  readonly answer: Deferred<unknown>;
}

type Draft = FormDraft<Parcel, Values, Change, Parcel>;

class ParcelEvent extends RequestEvent {}
class ParcelChangedEvent extends FactEvent {}

/** Changes a parcel. */
class ParcelForm extends FormDialog<Parcel, Values, Change, Parcel> {
  readonly sent: Sent[] = [];
  rereads = 0;
  settlements = 0;
  promises: Guarantees = { idempotency: true, versions: true };

  constructor(host: WidgetHost, name = 'parcel') {
    super(host, {
      name,
      port: 'customers',
      openers: [name],
      request: () => new ParcelEvent('test-parcel'),
      fact: () => new ParcelChangedEvent('test-parcel-changed'),
    });
  }

  override get heading(): string {
    return 'Change parcel';
  }

  protected override keyOf({ id }: Parcel): string {
    return id;
  }

  protected override blank({ carrier, note }: Parcel): Values {
    return { carrier, note };
  }

  protected override rows(): readonly FormRow<Values>[] {
    return [
      { kind: 'text', name: 'carrier', label: 'Carrier' },
      { kind: 'text', name: 'note', label: 'Note', maxLength: 10 },
    ];
  }

  protected override read({ subject, values }: Draft): Reading<Change> {
    return values.carrier
      ? { errors: {}, input: { parcel: subject, values } }
      : { errors: { carrier: 'Name a carrier.' } };
  }

  override operation({ parcel: { customerId, id }, values }: Change): Write<Parcel> {
    return {
      customerId,
      id,
      schema: Parcel,
      ifVersion: 'v1',
      send: (_, options) => {
        const answer = deferred<unknown>();
        this.sent.push({ values, options, answer });
        return answer.promise;
      },
    };
  }

  override guarantees(): Guarantees {
    return this.promises;
  }

  protected override texts(): WriteTexts {
    return {
      pending: 'Parcel: pending.',
      checking: 'Parcel: checking.',
      unknown: 'Parcel: unknown.',
      refused: 'Not changed.',
      done: 'Parcel changed.',
    };
  }

  override reread(): void {
    this.rereads++;
  }

  override settled(...outcome: Parameters<FormDialog<Parcel, Values, Change, Parcel>['settled']>): void {
    super.settled(...outcome);
    this.settlements++;
  }
}

/** Changes a parcel after a review. */
class ReviewedParcelForm extends ParcelForm {
  override review({ values }: Change): FormReview {
    return {
      heading: 'Change it?',
      terms: html`<dt>Carrier</dt>
        <dd>${values.carrier}</dd>`,
      remarks: [],
      confirm: 'Change',
    };
  }
}

/** Changes a parcel and merges it field by field with what somebody else has saved. */
class MergedParcelForm extends ParcelForm {
  fetched: Parcel | undefined;

  protected override merge(current: Parcel): Parcel {
    return current;
  }

  protected override async fetchCurrent(): Promise<Parcel> {
    if (!this.fetched) throw new AdapterError('unavailable');
    return this.fetched;
  }
}

/** Changes a parcel and shows both versions after a conflict. */
class VersionedParcelForm extends ParcelForm {
  protected override conflict({ values, refusal }: Draft): FormConflict<Parcel> | undefined {
    const theirs = refusal?.current;
    const label = { theirs: 'Carrier', mine: 'Carrier' };
    return theirs && { theirs, text: 'Changed.', fields: [{ label, theirs: theirs.carrier, mine: values.carrier }] };
  }
}

/** Sets a carrier. Setting it twice does no harm. */
class RepeatableParcelForm extends ParcelForm {
  override get isRepeatable(): boolean {
    return true;
  }

  override get checkPart(): string {
    return 'save';
  }
}

/** Saves the carrier first and then the note. */
class TwoWritesForm extends ParcelForm {
  protected override rest({ values }: Draft, input: Change, saved: Parcel): Rest<Parcel, Values, Change> | undefined {
    if (!values.note || input.parcel.carrier === values.carrier) return undefined;
    return { subject: saved, values, next: { parcel: saved, values } };
  }
}

class TestForms extends DashboardElement {
  static readonly tag = 'test-forms';
  static override styles = [...widgetStyles];
  readonly form = new ParcelForm(this);
  readonly reviewed = new ReviewedParcelForm(this, 'reviewed');
  readonly merged = new MergedParcelForm(this, 'merged');
  readonly versioned = new VersionedParcelForm(this, 'versioned');
  readonly repeatable = new RepeatableParcelForm(this, 'repeatable');
  readonly twice = new TwoWritesForm(this, 'twice');

  override refresh(): void {}

  protected override render() {
    return html`<button part="parcel">Change</button><button part="reviewed">Change</button
      ><button part="reviewed">Change another</button>${[
        this.form,
        this.reviewed,
        this.merged,
        this.versioned,
        this.repeatable,
        this.twice,
      ].map((form) => html`${form.strip()}${form.dialog()}`)}
      <p role="status">${this.announcement || nothing}</p>`;
  }
}
define(TestForms);

const parcelOf = (customerId: string, id = `P-${customerId}`): Parcel => ({
  id,
  customerId,
  carrier: 'Royal Mail',
  note: '',
});
const parcel = parcelOf('A');
const timeout = new AdapterError('timeout');

const field = (element: Element, name: keyof Values, form = 'parcel') =>
  element.shadowRoot!.querySelector<HTMLInputElement>(`#${form}-${name}`);
const isFocused = (element: Element, target: Element | null) =>
  target !== null && element.shadowRoot!.activeElement === target;
const status = (element: Element) => element.shadowRoot!.querySelector('[role=status]')!.textContent;

describe('FormDialog', () => {
  afterEach(unmountAll);

  const put = () => mount<TestForms>('test-forms', { adapter: {}, customerId: 'A' });

  async function open(element = put(), subject = parcel): Promise<TestForms> {
    await element.updateComplete;
    element.form.open(subject);
    await until(() => isFocused(element, field(element, 'carrier')), 'the first field has the focus');
    return element;
  }

  /** Types into the form and saves it. Returns what was sent. */
  async function save(element: TestForms, values: Partial<Values> = { carrier: 'DHL' }): Promise<Sent> {
    for (const [name, value] of Object.entries(values)) type(field(element, name as keyof Values)!, value);
    await element.updateComplete;
    part(element, 'save')!.click();
    await until(() => element.form.sent.length, 'the change is sent');
    return element.form.sent.at(-1)!;
  }

  const closed = (element: TestForms) => until(() => !part(element, 'dialog'), 'the dialog has closed');

  it('sends valid values once, also on a double click and a held Enter, and announces the success', async () => {
    const element = await open();
    type(field(element, 'carrier')!, 'DHL');
    await element.updateComplete;
    field(element, 'carrier')!.focus();
    await executeServerCommand('press', 'Enter');
    repeatKey(element);
    part(element, 'save')!.focus();
    part(element, 'save')!.click();
    part(element, 'save')!.click();
    await until(() => part(element, 'save')?.getAttribute('aria-disabled') === 'true', 'the change is pending');
    part(element, 'save')!.click();
    await element.updateComplete;
    await element.updateComplete;
    expect(isFocused(element, part(element, 'save')), 'the focus stays at what is pending').to.equal(true);
    expect(element.form.sent.map(({ values }) => values)).to.deep.equal([{ carrier: 'DHL', note: '' }]);
    element.form.sent[0]!.answer.resolve({ ...parcel, carrier: 'DHL' });
    await closed(element);
    expect([status(element), element.form.draft, asksBeforeLeaving()]).to.deep.equal([
      'Parcel changed.',
      undefined,
      false,
    ]);
    await until(() => isFocused(element, part(element, 'parcel')), 'the opener has the focus');
  });

  it('shows field errors on saving, focuses the first, and sends nothing', async () => {
    const element = await open();
    type(field(element, 'carrier')!, '');
    type(field(element, 'note')!, 'longer than it may be');
    await element.updateComplete;
    const errors = () => [...element.shadowRoot!.querySelectorAll('.message.danger')].map(({ id }) => id);
    expect(errors(), 'only the length is checked while typing').to.deep.equal(['parcel-note-message']);
    field(element, 'note')!.focus();
    part(element, 'save')!.click();
    await until(() => isFocused(element, field(element, 'carrier')), 'the first invalid field has the focus');
    expect(errors()).to.deep.equal(['parcel-carrier-message', 'parcel-note-message']);
    expect(field(element, 'carrier')!.getAttribute('aria-invalid')).to.equal('true');
    expect(element.form.sent.length).to.equal(0);
  });

  it('shows a server error at its field until the field changes, and keeps the input', async () => {
    const element = await open();
    const { answer } = await save(element, { carrier: 'DHL', note: 'Ring' });
    answer.reject(new AdapterError('validation', { reason: 'Look again.', fieldErrors: { note: 'No doorbell.' } }));
    await until(() => textOf(element).includes('No doorbell.'), 'the error of the field');
    expect(textOf(element)).to.contain('Not changed. Look again.');
    expect([field(element, 'carrier')!.value, field(element, 'note')!.value, element.form.rereads]).to.deep.equal([
      'DHL',
      'Ring',
      1,
    ]);
    type(field(element, 'note')!, 'Knock');
    await element.updateComplete;
    expect(textOf(element)).to.not.contain('No doorbell.').and.not.contain('Look again.');
  });

  it('sends nothing if the host page prevents it, and keeps the input', async () => {
    const element = await open();
    element.addEventListener('test-parcel', (event) => event.preventDefault());
    type(field(element, 'carrier')!, 'DHL');
    await element.updateComplete;
    part(element, 'save')!.click();
    await element.updateComplete;
    expect([element.form.sent.length, field(element, 'carrier')!.value]).to.deep.equal([0, 'DHL']);
  });

  it('keeps a draft for each customer and subject, asks before the page is left, and discards it', async () => {
    const element = await open();
    expect(asksBeforeLeaving()).to.equal(false);
    type(field(element, 'carrier')!, 'DHL');
    element.customerId = 'B';
    await closed(element);
    await open(element, parcelOf('B'));
    expect([field(element, 'carrier')!.value, asksBeforeLeaving()]).to.deep.equal(['Royal Mail', true]);
    element.customerId = 'A';
    await closed(element);
    await open(element, parcelOf('A', 'P-2'));
    expect(field(element, 'carrier')!.value).to.equal('Royal Mail');
    part(element, 'cancel')!.click();
    await closed(element);
    await open(element);
    expect(field(element, 'carrier')!.value).to.equal('DHL');
    part(element, 'discard')!.click();
    await element.updateComplete;
    expect([field(element, 'carrier')!.value, part(element, 'discard'), asksBeforeLeaving()]).to.deep.equal([
      'Royal Mail',
      null,
      false,
    ]);
  });

  it('shows no outcome to another customer, and keeps a rejected draft for its own', async () => {
    const element = await open();
    const { answer } = await save(element);
    element.customerId = 'B';
    await closed(element);
    await open(element, parcelOf('B'));
    element.announce('Of customer B.');
    answer.reject(new AdapterError('forbidden', { reason: 'Ask Dana.' }));
    await until(() => element.form.settlements, 'the refusal');
    await element.updateComplete;
    expect([textOf(element).includes('Ask Dana.'), field(element, 'carrier')!.value, status(element)]).to.deep.equal([
      false,
      'Royal Mail',
      'Of customer B.',
    ]);
    element.customerId = 'A';
    await closed(element);
    await until(() => textOf(element).includes('Ask Dana.'), 'the strip');
    await open(element);
    expect([field(element, 'carrier')!.value, textOf(element).includes('Ask Dana.')]).to.deep.equal(['DHL', true]);
  });

  it('checks an unknown outcome with the same input and key', async () => {
    const element = await open();
    (await save(element)).answer.reject(timeout);
    const check = await until(() => part(element, 'check'), 'the check');
    expect(textOf(element)).to.contain('Parcel: unknown.').and.not.contain('Not changed.');
    expect(part(element, 'save')).to.equal(null);
    type(field(element, 'carrier')!, 'UPS');
    check.click();
    check.click();
    await until(() => element.form.sent.length === 2, 'the second attempt');
    const [first, second] = element.form.sent;
    expect([second!.values, second!.options.idempotencyKey]).to.deep.equal([
      { carrier: 'DHL', note: '' },
      first!.options.idempotencyKey,
    ]);
    second!.answer.resolve({ ...parcel, carrier: 'DHL' });
    await until(() => status(element) === 'Parcel changed.', 'the outcome');
    expect(element.form.sent.length).to.equal(2);
  });

  describe('with a review', () => {
    async function review(element = put()): Promise<HTMLElement> {
      await element.updateComplete;
      element.reviewed.open(parcel);
      type(await until(() => field(element, 'carrier', 'reviewed'), 'the form'), 'DHL');
      await element.updateComplete;
      part(element, 'review')!.click();
      return until(() => part(element, 'confirm'), 'the review');
    }

    it('sends nothing before the review is confirmed, and returns to the input', async () => {
      const element = put();
      await review(element);
      await until(() => isFocused(element, part(element, 'confirmation')), 'the terms have the focus');
      expect([part(element, 'confirmation')!.textContent.includes('DHL'), element.reviewed.sent.length]).to.deep.equal([
        true,
        0,
      ]);
      part(element, 'back')!.click();
      await until(() => field(element, 'carrier', 'reviewed')?.value === 'DHL', 'the fields');
    });

    it('ignores the second click of a double click, and sends once for several confirmations', async () => {
      const element = put();
      const confirm = await review(element);
      confirm.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
      expect(element.reviewed.sent.length).to.equal(0);
      confirm.click();
      confirm.click();
      await until(() => element.reviewed.sent.length, 'the change is sent');
      await until(() => confirm.getAttribute('aria-disabled') === 'true', 'the button is busy');
      confirm.focus();
      repeatKey(element);
      repeatKey(element, ' ');
      expect(element.reviewed.sent.length).to.equal(1);
    });

    it('shows an unknown outcome in a strip, which checks it with the same key', async () => {
      const element = put();
      (await review(element)).click();
      await until(() => element.reviewed.sent.length, 'the change is sent');
      element.reviewed.sent[0]!.answer.reject(timeout);
      await closed(element);
      expect(textOf(element)).to.contain('Parcel: unknown.');
      element.reviewed.open(parcel);
      await element.updateComplete;
      expect(part(element, 'dialog'), 'nothing else is sent before').to.equal(null);
      part(element, 'check')!.click();
      await until(() => element.reviewed.sent.length === 2, 'the check');
      const [first, second] = element.reviewed.sent;
      expect(second!.options.idempotencyKey).to.equal(first!.options.idempotencyKey);
      second!.answer.resolve({ ...parcel, carrier: 'DHL' });
      await until(() => status(element) === 'Parcel changed.', 'the outcome');
      expect(part(element, 'check')).to.equal(null);
    });

    it('returns the focus to the row whose change was checked', async () => {
      const element = put();
      await element.updateComplete;
      const [, other] = element.shadowRoot!.querySelectorAll<HTMLElement>('[part=reviewed]');
      other!.focus();
      (await review(element)).click();
      await until(() => element.reviewed.sent.length, 'the change is sent');
      element.reviewed.sent[0]!.answer.reject(timeout);
      await until(() => part(element, 'check')?.ariaDisabled === 'false', 'the check');
      part(element, 'check')!.focus();
      part(element, 'check')!.click();
      await until(() => element.reviewed.sent.length === 2, 'the check is sent');
      element.reviewed.sent[1]!.answer.resolve({ ...parcel, carrier: 'DHL' });
      await until(() => !part(element, 'check'), 'the strip is gone');
      await until(() => isFocused(element, other!), 'the row has the focus');
    });

    it('lets the operator end an unknown outcome without idempotency', async () => {
      const element = put();
      element.reviewed.promises = { idempotency: false, versions: true };
      (await review(element)).click();
      await until(() => element.reviewed.sent.length, 'the change is sent');
      element.reviewed.sent[0]!.answer.reject(timeout);
      await closed(element);
      part(element, 'check')!.click();
      expect([element.reviewed.rereads, element.reviewed.sent.length]).to.deep.equal([1, 1]);
      part(element, 'looked')!.click();
      await element.updateComplete;
      expect([part(element, 'looked'), element.reviewed.isBusy]).to.deep.equal([null, false]);
    });

    it('returns to the fields with the reason after a conflict', async () => {
      const element = put();
      (await review(element)).click();
      await until(() => element.reviewed.sent.length, 'the change is sent');
      element.reviewed.sent[0]!.answer.reject(new AdapterError('conflict', { reason: 'It has left.' }));
      await until(() => field(element, 'carrier', 'reviewed'), 'the fields');
      expect([textOf(element).includes('It has left.'), element.reviewed.rereads]).to.deep.equal([true, 1]);
    });
  });

  type Name = 'merged' | 'versioned' | 'repeatable' | 'twice';

  /** Opens another form, types into it and saves it. */
  async function submit(element: TestForms, name: Name, values: Partial<Values>): Promise<Sent> {
    await element.updateComplete;
    element[name].open(parcel);
    for (const [key, value] of Object.entries(values))
      type(await until(() => field(element, key as keyof Values, name), 'the form'), value);
    await element.updateComplete;
    part(element, 'save')!.click();
    await until(() => element[name].sent.length, 'the change is sent');
    return element[name].sent[0]!;
  }

  const valueOf = (element: TestForms, name: keyof Values, form: Name) => field(element, name, form)!.value;
  const conflict = (current?: Parcel) => new AdapterError('conflict', current && { current });

  describe('after a conflict', () => {
    const theirs: Parcel = { ...parcel, carrier: 'UPS', note: 'Fragile' };

    it('merges the other version’s changes of untouched fields, and shows both values of the rest', async () => {
      const element = put();
      (await submit(element, 'merged', { carrier: 'DHL' })).answer.reject(conflict(theirs));
      const line = await until(() => part(element, 'theirs'), 'their value');
      expect(line.textContent).to.contain('UPS');
      expect([valueOf(element, 'carrier', 'merged'), valueOf(element, 'note', 'merged')]).to.deep.equal([
        'DHL',
        'Fragile',
      ]);
      part(element, 'save')!.click();
      await until(() => element.merged.sent.length === 2, 'my change is sent');
      const [first, second] = element.merged.sent;
      expect([second!.values, second!.options.idempotencyKey === first!.options.idempotencyKey]).to.deep.equal([
        { carrier: 'DHL', note: 'Fragile' },
        false,
      ]);
    });

    it('accepts the other version, and says so until the next attempt', async () => {
      const element = put();
      (await submit(element, 'merged', { carrier: 'DHL' })).answer.reject(conflict(theirs));
      (await until(() => part(element, 'take-theirs'), 'their value')).click();
      await element.updateComplete;
      expect([valueOf(element, 'carrier', 'merged'), part(element, 'theirs')]).to.deep.equal(['UPS', null]);
      expect(textOf(element)).to.contain('Not changed.');
    });

    it('fetches the other version if the error does not contain it', async () => {
      const element = put();
      element.merged.fetched = theirs;
      (await submit(element, 'merged', { carrier: 'DHL' })).answer.reject(conflict());
      const line = await until(() => part(element, 'theirs'), 'their value');
      expect(line.textContent).to.contain('UPS');
      expect(valueOf(element, 'note', 'merged')).to.equal('Fragile');
    });

    it('keeps the input if the other version cannot be read', async () => {
      const element = put();
      (await submit(element, 'merged', { carrier: 'DHL' })).answer.reject(conflict());
      await until(() => textOf(element).includes('Not changed.'), 'the conflict');
      expect([valueOf(element, 'carrier', 'merged'), part(element, 'theirs')]).to.deep.equal(['DHL', null]);
    });

    it('marks the differences of both versions, and focuses “Keep theirs”', async () => {
      const element = put();
      (await submit(element, 'versioned', { carrier: 'DHL' })).answer.reject(conflict(theirs));
      const versions = await until(() => part(element, 'versions'), 'both versions');
      await until(() => element.shadowRoot!.activeElement?.textContent.trim() === 'Keep theirs', 'the focus');
      expect([...versions.querySelectorAll('mark')].map(({ textContent }) => textContent.trim())).to.deep.equal([
        'UPS',
        'DHL',
      ]);
    });

    it('overwrites, discards or continues the draft, as the operator chooses', async () => {
      const press = (element: TestForms, label: string) =>
        [...part(element, 'versions')!.querySelectorAll('button')]
          .find(({ textContent }) => textContent.includes(label))!
          .click();
      const open = async () => {
        const element = put();
        (await submit(element, 'versioned', { carrier: 'DHL' })).answer.reject(conflict(theirs));
        await until(() => part(element, 'versions'), 'both versions');
        return element;
      };
      const replacing = await open();
      press(replacing, 'Replace');
      await until(() => replacing.versioned.sent.length === 2, 'mine is sent');
      expect(replacing.versioned.sent[1]!.values.carrier).to.equal('DHL');
      const dropping = await open();
      press(dropping, 'Keep theirs');
      await closed(dropping);
      expect([dropping.versioned.draft, dropping.versioned.sent.length]).to.deep.equal([undefined, 1]);
      const editing = await open();
      press(editing, 'Edit mine');
      await until(() => field(editing, 'carrier', 'versioned')?.value === 'DHL', 'the fields');
      expect([editing.versioned.draft?.subject, editing.versioned.sent.length]).to.deep.equal([theirs, 1]);
    });
  });

  it('checks a repeatable write with the same input, and sends another one with a new key', async () => {
    for (const [carrier, idempotency, isSame] of [
      ['DHL', true, true],
      ['UPS', true, false],
      ['DHL', false, false],
    ] as const) {
      const element = put();
      element.repeatable.promises = { idempotency, versions: true };
      (await submit(element, 'repeatable', { carrier: 'DHL' })).answer.reject(timeout);
      await until(() => part(element, 'save')!.textContent.includes('Check now'), 'the outcome is unknown');
      type(field(element, 'carrier', 'repeatable')!, carrier);
      await element.updateComplete;
      part(element, 'save')!.click();
      await until(() => element.repeatable.sent.length === 2, 'the second attempt');
      const [first, second] = element.repeatable.sent;
      expect(second!.values.carrier).to.equal(carrier);
      expect(second!.options.idempotencyKey === first!.options.idempotencyKey).to.equal(isSame);
    }
  });

  it('sends two writes one after the other, and closes after the second', async () => {
    const element = put();
    const { answer } = await submit(element, 'twice', { carrier: 'DHL', note: 'Ring' });
    answer.resolve({ ...parcel, carrier: 'DHL' });
    await until(() => element.twice.sent.length === 2, 'the second write');
    expect([part(element, 'dialog') !== null, status(element)]).to.deep.equal([true, '']);
    element.twice.sent[1]!.answer.resolve({ ...parcel, carrier: 'DHL', note: 'Ring' });
    await closed(element);
    expect(status(element)).to.equal('Parcel changed.');
  });
});
