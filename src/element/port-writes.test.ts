import { expect } from 'chai';
import { html } from 'lit';
import * as v from 'valibot';
import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import type { Guarantees, WriteOptions } from '../adapter/options.ts';
import { deferred, mount, unmountAll, until, type Deferred } from '../testing/kit.ts';
import { DashboardElement } from './dashboard-element.ts';
import { define } from './define.ts';
import { PortWrites } from './port-writes.ts';

const Saved = v.object({ id: v.string() });

class TestRows extends DashboardElement {
  static readonly tag = 'test-port-writes';
  readonly writes = new PortWrites(this, 'notes');
  readonly sent: { readonly row: string; readonly options: WriteOptions; readonly answer: Deferred<unknown> }[] = [];
  refreshed = 0;
  /** The comparisons with a fresh read, of a write that is based on a record. */
  readonly compared: Deferred<void>[] = [];

  override refresh(): void {
    this.refreshed++;
  }

  /** Writes a row if it may be written, as widgets do. */
  async save(row: string, customerId = this.activeCustomer!): Promise<string | undefined> {
    if (!this.writes.maySend(row)) return undefined;
    const result = await this.writes.send({
      intention: row,
      operation: {
        customerId,
        schema: Saved,
        ownerOf: ({ id }) => id,
        send: (_, options) => {
          const answer = deferred<unknown>();
          this.sent.push({ row, options, answer });
          return answer.promise;
        },
      },
      text: ({ phase }) => `${row} ${phase}`,
      compare: () => {
        const comparison = deferred();
        this.compared.push(comparison);
        return comparison.promise;
      },
    });
    return result?.id;
  }

  protected override render() {
    return html`${this.announcement}`;
  }
}
define(TestRows);

const shop = (guarantees?: Guarantees): Adapter => ({ notes: { ...(guarantees && { guarantees }) } });
const timeout = new AdapterError('timeout');

describe('PortWrites', () => {
  afterEach(unmountAll);

  const put = (adapter = shop()) => mount<TestRows>('test-port-writes', { adapter, customerId: 'A' });
  const phase = (element: TestRows, row: string) => element.writes.state(row).phase;

  it('sends writes in parallel, each once, and announces each outcome', async () => {
    const element = put();
    const both = [element.save('one'), element.save('two'), element.save('one')];
    expect([await both[2], element.announcement]).to.deep.equal([undefined, '']);
    expect(element.sent.map(({ row }) => row)).to.deep.equal(['one', 'two']);
    element.sent[1]!.answer.reject(new AdapterError('forbidden'));
    await until(() => phase(element, 'two') === 'refused', 'the refusal');
    expect([element.announcement, phase(element, 'one')]).to.deep.equal(['two refused', 'pending']);
    element.sent[0]!.answer.resolve({ id: 'A' });
    expect(await Promise.all(both)).to.deep.equal(['A', undefined, undefined]);
    expect(element.announcement).to.equal('one done');
  });

  it('announces nothing under another customer or with another adapter', async () => {
    const element = put();
    for (const leave of [() => (element.customerId = 'B'), () => (element.adapter = shop())]) {
      element.customerId = 'A';
      await element.updateComplete;
      const saving = element.save('one');
      leave();
      await element.updateComplete;
      element.sent.at(-1)!.answer.resolve({ id: 'A' });
      await saving;
      expect(element.announcement).to.equal('');
    }
    expect(element.sent.length).to.equal(2);
  });

  it('repeats a write with an unknown outcome with the same key, also after an edit', async () => {
    const element = put();
    const saving = element.save('one');
    element.sent[0]!.answer.reject(timeout);
    await saving;
    element.writes.editIntention('one');
    expect([phase(element, 'one'), element.announcement]).to.deep.equal(['unknown', '']);
    void element.save('one');
    const [first, second] = element.sent;
    expect(second!.options.idempotencyKey).to.equal(first!.options.idempotencyKey);
  });

  it('uses another key after a rejection and an edit', async () => {
    const element = put();
    const saving = element.save('one');
    element.sent[0]!.answer.reject(new AdapterError('validation'));
    await saving;
    element.writes.editIntention('one');
    expect(phase(element, 'one')).to.equal('idle');
    void element.save('one');
    const [first, second] = element.sent;
    expect(second!.options.idempotencyKey).to.not.equal(first!.options.idempotencyKey);
  });

  it('refetches everything after an unknown outcome if the platform has no idempotency', async () => {
    const element = put(shop({ idempotency: false, versions: true }));
    const saving = element.save('one');
    element.sent[0]!.answer.reject(timeout);
    await saving;
    await element.save('one');
    expect([element.sent.length, element.refreshed, phase(element, 'one')]).to.deep.equal([1, 1, 'idle']);
  });

  it('without versions, compares first, and sends nothing if the record has changed or cannot be read', async () => {
    const element = put(shop({ idempotency: true, versions: false }));
    for (const error of [new AdapterError('conflict'), timeout]) {
      const saving = element.save('one');
      expect([phase(element, 'one'), element.sent.length], 'while it compares').to.deep.equal(['pending', 0]);
      void element.save('one');
      element.compared.at(-1)!.reject(error);
      await saving;
      // Nothing was sent, so the outcome is known.
      expect([phase(element, 'one'), element.announcement]).to.deep.equal(['refused', 'one refused']);
    }
    expect([element.compared.length, element.sent.length]).to.deep.equal([2, 0]);
    const saving = element.save('one');
    element.compared.at(-1)!.resolve();
    await until(() => element.sent.length, 'sent');
    element.sent[0]!.answer.reject(timeout);
    await saving;
    // A retry would find what the first attempt may have written.
    void element.save('one');
    await until(() => element.sent.length === 2, 'sent again');
    expect(element.compared.length).to.equal(3);
    expect(element.sent[1]!.options.idempotencyKey).to.equal(element.sent[0]!.options.idempotencyKey);
  });

  it('with versions, leaves the comparison to the platform', async () => {
    const element = put(shop({ idempotency: true, versions: true }));
    void element.save('one');
    expect([element.compared.length, element.sent.length]).to.deep.equal([0, 1]);
  });
});
