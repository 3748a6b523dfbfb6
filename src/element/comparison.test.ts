import { expect } from 'chai';
import * as v from 'valibot';
import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError, type AdapterErrorCode } from '../adapter/adapter-error.ts';
import { DashboardClient } from '../data/client.ts';
import type { Write } from '../data/write.ts';
import { mount, unmountAll, until } from '../testing/kit.ts';
import { DashboardElement } from './dashboard-element.ts';
import { define } from './define.ts';
import { FactEvent, RequestEvent } from './events.ts';
import { PendingWrite, type WriteKind } from './pending-write.ts';
import { PortWrites } from './port-writes.ts';

const guarantees = { idempotency: true, versions: false };

class SaveEvent extends RequestEvent {}
class SavedEvent extends FactEvent {}

/** A write that is based on a row, on a platform without versions. The comparison before it fails. */
class Saving implements WriteKind<string, string> {
  error = new AdapterError('conflict');
  sent = 0;
  refused: AdapterErrorCode | undefined;

  operation(): Write<string> {
    return {
      customerId: 'A',
      schema: v.string(),
      ownerOf: () => 'A',
      ifVersion: 'v1',
      list: { name: 'notes.list' },
      send: () => Promise.resolve(String(this.sent++)),
    };
  }

  compare(): Promise<void> {
    return Promise.reject(this.error);
  }

  settled: WriteKind<string, string>['settled'] = (_, outcome) => {
    if ('refused' in outcome) this.refused = outcome.refused.code;
  };

  intentionOf = () => 'form';
  guarantees = () => guarantees;
  request = () => new SaveEvent('test-save');
  fact = () => new SavedEvent('test-saved');
}

class TestComparison extends DashboardElement {
  static readonly tag = 'test-comparison';
  readonly saving = new Saving();
  readonly #pending = new PendingWrite<string, string>(this, this.saving);
  readonly #writes = new PortWrites(this, 'notes');

  async sendRow(): Promise<void> {
    const { saving } = this;
    const compare = () => saving.compare();
    await this.#writes.send({ intention: 'row', operation: saving.operation(), text: () => '', compare });
    const state = this.#writes.state('row');
    if (state.phase === 'refused') saving.refused = state.error.code;
  }

  sendForm(): Promise<void> {
    return this.#pending.send('form');
  }

  override refresh(): void {}
}
define(TestComparison);

describe('a comparison that fails before a write', () => {
  afterEach(unmountAll);

  for (const from of ['sendRow', 'sendForm'] as const) {
    /** Sends a write whose comparison fails. The list of its rows is on screen. */
    async function failed(code: AdapterErrorCode) {
      const adapter: Adapter = { notes: { guarantees } };
      const client = DashboardClient.of(adapter);
      const counts = { reads: 0, expired: 0 };
      const first = () => Promise.resolve(++counts.reads);
      const list = client.entry('list', { name: 'notes.list', customerId: 'A' }, { first, isShallow: () => true });
      list.observe(() => {});
      client.onSessionExpired(() => counts.expired++);
      await until(() => list.data, 'the list');
      const element = mount<TestComparison>('test-comparison', { adapter, customerId: 'A' });
      element.saving.error = new AdapterError(code);
      await element[from]();
      expect([element.saving.refused, element.saving.sent]).to.deep.equal([code, 0]);
      return { counts, element };
    }

    it(`refetches the rows if theirs has changed or is gone: ${from}`, async () => {
      for (const code of ['conflict', 'not-found'] as const) {
        const { counts } = await failed(code);
        expect(counts, code).to.deep.equal({ reads: 2, expired: 0 });
      }
      expect((await failed('offline')).counts).to.deep.equal({ reads: 1, expired: 0 });
    });

    it(`says once that the session has expired: ${from}`, async () => {
      const { counts, element } = await failed('unauthenticated');
      expect(counts).to.deep.equal({ reads: 1, expired: 1 });
      await element[from]();
      expect(counts.expired).to.equal(1);
    });
  }
});
