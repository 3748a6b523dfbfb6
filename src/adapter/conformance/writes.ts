import type { Adapter } from '../adapter.ts';
import { isAdapterError } from '../adapter-error.ts';
import { methodOf } from '../call-operation.ts';
import type { WriteOperation } from '../operation.ts';
import { operations } from '../operations.ts';
import { ensure, isStillRunning, rejection, same, outcomeOf } from './assert.ts';
import { writersOf } from './capabilities.ts';
import { preferenceTrials } from './preferences.ts';
import { exportTrials } from './exports.ts';
import { inquiryTrials } from './inquiries.ts';
import { priceGroupTrials } from './price-groups.ts';
import { strangeIds } from './requests.ts';
import { reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';
import { privacyTrials } from './privacy.ts';
import { resellerTrials } from './reseller.ts';
import { send, type Attempt, type Trial } from './trial.ts';
import { addressTrials } from './trials/addresses.ts';
import { creditTrials, couponTrials } from './trials/credit.ts';
import { customerTrials } from './trials/customers.ts';
import { noteTrials } from './trials/notes.ts';
import { paymentCardTrials } from './payment-cards.ts';
import { subscriptionTrials } from './trials/subscriptions.ts';

/**
 * Tests the rules of all writes: a key is carried out once, an outdated version is a conflict, and a write without
 * permission is rejected.
 */
export function writeCases(setup: ConformanceSetup): ConformanceCase[] {
  const { adapter, customers } = setup;
  const writers = new Map(writersOf(adapter));
  return trialsOf(adapter, customers.full).flatMap((trial) => {
    const operation = operations[trial.name] as WriteOperation;
    const { idempotency = false, versions = false } = writers.get(trial.name.split('.')[0] as never) ?? {};
    const subject = new Subject(setup, trial);
    return [
      ...requestCases(subject, operation, customers.full),
      ...(idempotency && !operation.isSecret ? replayCases(subject, operation) : []),
      ...(versions && operation.version ? versionCases(subject, operation) : []),
      ...(setup.restricted && !trial.isForEverybody && methodOf(setup.restricted, trial.name)
        ? [forbiddenCase(subject, setup.restricted)]
        : []),
    ];
  });
}

/** A write under test, with its helpers. */
class Subject {
  readonly trial: Trial;
  readonly #adapter: Adapter;
  readonly #customerId: string;

  constructor({ adapter, customers }: ConformanceSetup, trial: Trial) {
    this.trial = trial;
    this.#adapter = adapter;
    this.#customerId = customers.full;
  }

  get name(): string {
    return this.trial.name;
  }

  send(attempt: Attempt, more: Parameters<typeof send>[4] = {}, adapter = this.#adapter, id = this.#customerId) {
    return send(adapter, this.trial, attempt, id, more);
  }

  /** Returns a case that tests one attempt and cleans up afterwards. */
  case(rule: string, run: (attempt: Attempt) => Promise<unknown>): ConformanceCase {
    return {
      name: `${this.name}: ${rule}`,
      run: async () => {
        const attempt = await this.trial.prepare();
        try {
          await run(attempt);
        } finally {
          await attempt.cleanUp?.();
        }
      },
    };
  }

  /** Fetches the permissions of an adapter's operator. */
  permissionsOf(adapter: Adapter) {
    return adapter.permissions?.(this.#customerId, reading());
  }

  /** Throws if the write was carried out a different number of times. Passes if the number cannot be determined. */
  async wasCarriedOut(attempt: Attempt, times: number): Promise<void> {
    if (attempt.count) same(await attempt.count(), times, `how often ${this.name} was carried out`);
  }
}

const requestCases = (subject: Subject, { scope }: WriteOperation, full: string): ConformanceCase[] => [
  subject.case('an abort before the call writes nothing, and is not an AdapterError', async (attempt) => {
    const outcome = await outcomeOf(subject.send(attempt, { signal: AbortSignal.abort() }));
    ensure(outcome.thrown, `${subject.name} resolved a call that was aborted before it began`);
    ensure(!isAdapterError(outcome.error), `${subject.name} rejected an aborted call with an AdapterError`);
    await subject.wasCarriedOut(attempt, 0);
  }),
  // What belongs to no customer is named by a key, and any key may be used.
  ...(scope === 'platform'
    ? []
    : [
        subject.case('an unusual id matches no customer', async (attempt) => {
          for (const id of strangeIds(full))
            await rejection(subject.send(attempt, {}, undefined, id), 'not-found', 'validation');
          const [record] = attempt.ids ?? [];
          for (const id of record === undefined ? [] : strangeIds(record))
            await rejection(subject.send({ ...attempt, ids: [id] }), 'not-found', 'validation');
          await subject.wasCarriedOut(attempt, 0);
        }),
      ]),
];

function replayCases(subject: Subject, operation: WriteOperation): ConformanceCase[] {
  const key = () => ({ idempotencyKey: crypto.randomUUID() });
  const cases = [
    subject.case('a repeated key is executed once, and gets the same response', async (attempt) => {
      const options = key();
      const first = await subject.send(attempt, options);
      same(await subject.send(attempt, options), first, 'the second response');
      await subject.wasCarriedOut(attempt, 1);
      if (!attempt.undo) return;
      // The write could be carried out again now, but must not be.
      await attempt.undo();
      same(await subject.send(attempt, options), first, 'the response after the write was reverted');
      await subject.wasCarriedOut(attempt, 0);
    }),
    subject.case('concurrent calls with one key are executed once', async (attempt) => {
      const options = key();
      const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(subject.send(attempt, options))));
      ensure(
        outcomes.some(({ thrown }) => !thrown),
        'none of the calls resolved',
      );
      ensure(
        outcomes.every((outcome) => !outcome.thrown || isStillRunning(outcome.error)),
        'a call that does not resolve should reject with unavailable',
      );
      await subject.wasCarriedOut(attempt, 1);
    }),
  ];
  if (operation.body === undefined) return cases;
  return [
    ...cases,
    subject.case('another body with a used key is rejected, and changes nothing', async (attempt) => {
      const { otherBody } = attempt;
      if (otherBody === undefined) return;
      const options = key();
      await subject.send({ ...attempt, body: otherBody }, options);
      const before = await attempt.count?.();
      await rejection(subject.send(attempt, options), 'validation');
      same(await attempt.count?.(), before, `the earlier effect of ${subject.name}`);
    }),
  ];
}

const versionCases = (subject: Subject, { version }: WriteOperation): ConformanceCase[] => {
  const cases = [
    subject.case('an outdated version is a conflict with the current record, and changes nothing', async (attempt) => {
      const ifVersion = 'none-of-its-versions';
      const error = await rejection(subject.send(attempt, { ifVersion }), 'conflict');
      same(
        (error.current as { readonly version?: string } | undefined)?.version,
        attempt.ifVersion,
        'the version of the current record of a conflict',
      );
      await subject.wasCarriedOut(attempt, 0);
    }),
    subject.case('of concurrent calls with one version, one is executed', async (attempt) => {
      const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(subject.send(attempt))));
      same(outcomes.filter(({ thrown }) => !thrown).length, 1, `the number of calls of ${subject.name} that resolved`);
      for (const outcome of outcomes) if (outcome.thrown) isOutOfDate(outcome.error, attempt);
      await subject.wasCarriedOut(attempt, 1);
    }),
  ];
  if (version === 'optional') return cases;
  return [
    ...cases,
    subject.case('a missing version is rejected', async (attempt) => {
      await rejection(subject.send(attempt, { ifVersion: undefined }), 'validation');
      await subject.wasCarriedOut(attempt, 0);
    }),
  ];
};

/**
 * Checks the rejection of an outdated version. A deleted or used record may be reported as such; a conflict must
 * contain the current record.
 */
function isOutOfDate(error: unknown, { ifVersion }: Attempt): void {
  ensure(isAdapterError(error), `rejected with something other than an AdapterError: ${String(error)}`);
  if (['not-found', 'validation'].includes(error.code)) return;
  ensure(error.code === 'conflict', `rejected with ${error.code} instead of conflict`);
  const { version } = (error.current ?? {}) as { readonly version?: string };
  ensure(version !== undefined && version !== ifVersion, 'a conflict should contain the current record');
}

const forbiddenCase = (subject: Subject, restricted: Adapter): ConformanceCase =>
  subject.case('a denied operator is rejected, changes nothing, and has no permission', async (attempt) => {
    await rejection(subject.send(attempt, {}, restricted), 'forbidden');
    if ((operations[subject.trial.name] as WriteOperation).dryRun)
      await rejection(subject.send(attempt, { dryRun: true }, restricted), 'forbidden');
    await subject.wasCarriedOut(attempt, 0);
    const permissions = await subject.permissionsOf(restricted);
    if (permissions) same(permissions[subject.name]?.state, 'denied', `the permission ${subject.name}`);
  });

/** The trials of each port's writes. */
const all = [
  customerTrials,
  addressTrials,
  noteTrials,
  creditTrials,
  couponTrials,
  subscriptionTrials,
  paymentCardTrials,
  preferenceTrials,
  inquiryTrials,
  priceGroupTrials,
  exportTrials,
  privacyTrials,
  resellerTrials,
];

/** Returns the trials of the writes that an adapter has. */
export const trialsOf = (adapter: Adapter, customerId: string): readonly Trial[] =>
  all.flatMap((make) => make(adapter, customerId)).filter(({ name }) => methodOf(adapter, name));
