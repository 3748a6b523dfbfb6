import { expect } from 'chai';
import * as v from 'valibot';
import type { Adapter } from '../adapter/adapter.ts';
import { AdapterError } from '../adapter/adapter-error.ts';
import type { Guarantees, WriteOptions } from '../adapter/options.ts';
import type { Write } from '../data/write.ts';
import { asksBeforeLeaving, deferred, mount, unmountAll, until, type Deferred } from '../testing/kit.ts';
import { DashboardElement } from './dashboard-element.ts';
import { define } from './define.ts';
import { FactEvent, RequestEvent } from './events.ts';
import { PendingWrite, type Outcome, type Submission, type WriteKind } from './pending-write.ts';

const Saved = v.object({ id: v.string(), text: v.string() });
type Saved = v.InferOutput<typeof Saved>;

interface Input {
  readonly customerId: string;
  readonly text: string;
}

interface Sent extends Input {
  readonly adapter: Adapter;
  readonly options: WriteOptions;
  readonly answer: Deferred<unknown>;
}

class SaveEvent extends RequestEvent {}
class SavedEvent extends FactEvent {}

/** The kind of write that the tests send. It records what was sent and settled. */
class Saving implements WriteKind<Input, Saved> {
  readonly sent: Sent[] = [];
  readonly settlements: { readonly submission: Submission<Input>; readonly outcome: Outcome<Saved> }[] = [];
  promises: Guarantees = { idempotency: true, versions: true };
  comparing: Promise<void> = Promise.resolve();

  intentionOf(): string {
    return 'save';
  }

  operation({ customerId, text }: Input): Write<Saved> {
    return {
      customerId,
      schema: Saved,
      ownerOf: ({ id }) => id,
      ifVersion: 'v1',
      send: (adapter, options) => {
        const answer = deferred<unknown>();
        this.sent.push({ adapter, customerId, text, options, answer });
        return answer.promise;
      },
    };
  }

  guarantees(): Guarantees {
    return this.promises;
  }

  request(): SaveEvent {
    return new SaveEvent('test-save');
  }

  fact(): SavedEvent {
    return new SavedEvent('test-saved');
  }

  settled(submission: Submission<Input>, outcome: Outcome<Saved>): void {
    this.settlements.push({ submission, outcome });
  }

  compare(): Promise<void> {
    return this.comparing;
  }
}

class TestWriter extends DashboardElement {
  static readonly tag = 'test-pending-writer';
  readonly kind = new Saving();
  readonly pending = new PendingWrite<Input, Saved>(this, this.kind);

  override refresh(): void {}
}
define(TestWriter);

const first: Input = { customerId: 'A', text: 'first' };
const saved: Saved = { id: 'A', text: 'first' };
const keys = ({ kind }: TestWriter) => kind.sent.map(({ options }) => options.idempotencyKey);

describe('PendingWrite', () => {
  afterEach(unmountAll);

  function put(kind: Partial<Saving> = {}, adapter: Adapter = {}): TestWriter {
    const element = mount<TestWriter>('test-pending-writer', { adapter, customerId: 'A' });
    Object.assign(element.kind, kind);
    return element;
  }

  /** Sends the input and waits until the adapter has it. */
  async function send(element: TestWriter, input: Input = first): Promise<Sent> {
    const count = element.kind.sent.length;
    void element.pending.send(input);
    await until(() => element.kind.sent.length > count, 'the write is sent');
    return element.kind.sent.at(-1)!;
  }

  /** Sends the input and loses its answer. */
  async function lose(element: TestWriter): Promise<void> {
    (await send(element)).answer.reject(new AdapterError('timeout'));
    await until(() => element.pending.phase('save') === 'unknown', 'the outcome is unknown');
  }

  it('sends once, however often it is submitted, with the request event before and the fact event after', async () => {
    const element = put();
    const events: string[] = [];
    for (const name of ['test-save', 'test-saved'])
      element.addEventListener(name, () => events.push(`${name}, ${element.kind.sent.length} sent`));
    const { answer } = await send(element);
    void element.pending.send(first);
    void element.pending.send({ ...first, text: 'second' });
    expect([element.pending.phase('save'), element.pending.input('save')]).to.deep.equal(['pending', first]);
    answer.resolve(saved);
    await until(() => events.length === 2, 'the fact');
    expect(events).to.deep.equal(['test-save, 0 sent', 'test-saved, 1 sent']);
    expect([element.pending.phase('save'), element.pending.all]).to.deep.equal(['idle', []]);
    expect(element.kind.settlements.map(({ outcome }) => outcome)).to.deep.equal([{ done: saved }]);
  });

  it('sends nothing if the host page prevents the request', async () => {
    const element = put();
    element.addEventListener('test-save', (event) => event.preventDefault());
    await element.pending.send(first);
    expect([element.kind.sent.length, element.pending.phase('save')]).to.deep.equal([0, 'idle']);
  });

  it('checks an unknown outcome with the same input and key, and sends nothing else before', async () => {
    const element = put();
    await lose(element);
    expect(element.pending.unknownOutcome('save')?.code).to.equal('timeout');
    await element.pending.send({ ...first, text: 'second' });
    element.pending.resetIntention('save');
    element.pending.resolve('save');
    void element.pending.check('save');
    await until(() => element.kind.sent.length === 2, 'the check');
    expect(element.pending.phase('save')).to.equal('checking');
    void element.pending.check('save');
    element.kind.sent[1]!.answer.resolve(saved);
    await until(() => element.pending.phase('save') === 'idle', 'the outcome');
    expect(element.kind.sent.map(({ text }) => text)).to.deep.equal(['first', 'first']);
    expect(new Set(keys(element)).size).to.equal(1);
    const [unknown, done] = element.kind.settlements.map(({ outcome }) => outcome);
    expect([unknown && 'unknownOutcome' in unknown, done]).to.deep.equal([true, { done: saved }]);
  });

  it('ends an unknown outcome only by the operator’s decision without idempotency', async () => {
    const element = put({ promises: { idempotency: false, versions: true } });
    await lose(element);
    await element.pending.check('save');
    expect([element.pending.canCheck, element.kind.sent.length]).to.deep.equal([false, 1]);
    element.pending.resolve('save');
    expect(element.pending.phase('save')).to.equal('idle');
    await send(element);
    expect(new Set(keys(element)).size, 'another key').to.equal(2);
  });

  it('keeps the key after a rejection until the intention is reset', async () => {
    const element = put();
    for (const _ of [1, 2]) {
      (await send(element)).answer.reject(new AdapterError('forbidden'));
      await until(() => element.pending.phase('save') === 'idle', 'the refusal');
    }
    element.pending.resetIntention('save');
    await send(element);
    const [one, two, three] = keys(element);
    expect([one === two, two === three]).to.deep.equal([true, false]);
  });

  it('returns the record of a conflict only if it is valid and of this customer', async () => {
    const element = put();
    for (const current of [{ id: 'A', text: 'theirs' }, { id: 'B', text: 'theirs' }, { id: 7 }]) {
      (await send(element)).answer.reject(new AdapterError('conflict', { current }));
      await until(() => element.pending.phase('save') === 'idle', 'the refusal');
    }
    expect(element.kind.settlements.map(({ outcome }) => 'refused' in outcome && outcome.current)).to.deep.equal([
      { id: 'A', text: 'theirs' },
      undefined,
      undefined,
    ]);
  });

  it('belongs to its customer: another one neither sees it nor waits for it', async () => {
    const element = put();
    const { answer } = await send(element);
    element.customerId = 'B';
    await element.updateComplete;
    expect([element.pending.phase('save'), element.pending.all]).to.deep.equal(['idle', []]);
    await send(element, { customerId: 'B', text: 'other' });
    answer.resolve(saved);
    await until(() => element.kind.settlements.length, 'the outcome');
    const [{ submission }] = element.kind.settlements as [(typeof element.kind.settlements)[0]];
    expect([submission.customerId, submission.isHere]).to.deep.equal(['A', false]);
    expect(element.pending.phase('save'), 'the other write').to.equal('pending');
  });

  it('returns a rejection that arrived during the use of another adapter when its own is back', async () => {
    const [own, other]: Adapter[] = [{}, {}];
    const element = put({}, own);
    const sending = element.pending.send(first);
    await until(() => element.kind.sent.length, 'the write is sent');
    element.adapter = other!;
    await element.updateComplete;
    element.kind.sent[0]!.answer.reject(new AdapterError('forbidden'));
    await sending;
    expect([element.kind.settlements.length, element.pending.phase('save')]).to.deep.equal([0, 'idle']);
    element.adapter = own!;
    await until(() => element.kind.settlements.length, 'the refusal');
    const [{ submission, outcome }] = element.kind.settlements as [(typeof element.kind.settlements)[0]];
    expect([submission.isHere, 'refused' in outcome && outcome.refused.code]).to.deep.equal([true, 'forbidden']);
    expect(element.pending.phase('save')).to.equal('idle');
  });

  it('compares with the current record first if the platform has no versions', async () => {
    const element = put({ promises: { idempotency: true, versions: false } });
    for (const current of [saved, { id: 'B', text: 'of another customer' }]) {
      element.kind.comparing = Promise.reject(new AdapterError('conflict', { current }));
      await element.pending.send(first);
    }
    expect([element.kind.sent.length, element.pending.phase('save')]).to.deep.equal([0, 'idle']);
    expect(element.kind.settlements.map(({ outcome }) => 'refused' in outcome && outcome.current)).to.deep.equal([
      saved,
      undefined,
    ]);
    element.kind.promises = { idempotency: true, versions: true };
    await send(element);
  });

  it('sends nothing to an adapter that replaces its own during the comparison', async () => {
    const comparing = deferred();
    const element = put({ promises: { idempotency: true, versions: false }, comparing: comparing.promise });
    const sending = element.pending.send(first);
    await element.updateComplete;
    expect(asksBeforeLeaving()).to.equal(true);
    element.adapter = {};
    await element.updateComplete;
    comparing.resolve();
    await sending;
    expect(element.kind.sent.length).to.equal(0);
  });

  it('asks before the page is left until the outcome is known', async () => {
    const element = put();
    await lose(element);
    expect(asksBeforeLeaving()).to.equal(true);
    void element.pending.check('save');
    await until(() => element.kind.sent.length === 2, 'the check');
    expect(asksBeforeLeaving()).to.equal(true);
    element.kind.sent[1]!.answer.resolve(saved);
    await until(() => element.pending.phase('save') === 'idle', 'the outcome');
    expect(asksBeforeLeaving()).to.equal(false);
  });
});
