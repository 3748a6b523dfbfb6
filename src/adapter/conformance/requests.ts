import { callOperation } from '../call-operation.ts';
import { isAdapterError } from '../adapter-error.ts';
import { idNamesOf, operations, type OperationName } from '../operations.ts';
import type { ReadOptions } from '../options.ts';
import { ensure, rejection, outcomeOf } from './assert.ts';
import { listsOf } from './lists.ts';
import { recordsOf } from './records.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/**
 * Returns ids that match no customer: path segments that URL parsers resolve, characters that end a path, and near
 * misses of a real id.
 */
export const strangeIds = (id: string): readonly string[] => [
  '.',
  '..',
  `${id}/..`,
  `../customers/${id}`,
  `${id}?x=1`,
  `${id}#`,
  `${id}%2F..`,
  ` ${id}`,
  'é/\u202E\u0000',
];

/** Tests that every read handles aborts and unusual ids. */
export function requestCases({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  const reads = [
    ...recordsOf(adapter, full),
    ...listsOf(adapter, full).map(({ name, isShared, load }) => ({
      name,
      isShared,
      load: (id: string, options: ReadOptions) => load(id, all, options),
    })),
  ];
  return reads.flatMap((read): ConformanceCase[] => {
    const { name, load } = read;
    const abort: ConformanceCase = {
      name: `${name}: an abort ends the call, and is not an AdapterError`,
      async run() {
        const before = await outcomeOf(load(full, reading({ signal: AbortSignal.abort() })));
        ensure(before.thrown, `${name} resolved a call that was aborted before it began`);
        ensure(!isAdapterError(before.error), `${name} rejected an aborted call with an AdapterError`);
        const controller = new AbortController();
        const during = outcomeOf(load(full, reading({ signal: controller.signal })));
        controller.abort();
        const outcome = await during;
        ensure(
          !outcome.thrown || !isAdapterError(outcome.error),
          `${name} rejected a call that was aborted while pending with an AdapterError`,
        );
      },
    };
    if ('isShared' in read && read.isShared) return [abort];
    return [
      abort,
      {
        name: `${name}: an unusual id matches no customer`,
        async run() {
          for (const id of strangeIds(full)) await expectNotFound(load(id, reading()), name, id);
          if (idNamesOf(operations[name]).length < 2) return;
          const unknown = { ids: [full, 'no-such-record'], page: all, options: reading() };
          await rejection(callOperation(adapter, name, unknown)!, 'not-found');
          for (const id of strangeIds('x'))
            await expectNotFound(
              callOperation(adapter, name, { ids: [full, id], page: all, options: reading() })!,
              name,
              id,
            );
        },
      },
    ];
  });
}

async function expectNotFound(call: Promise<unknown>, name: OperationName, id: string): Promise<void> {
  const outcome = await outcomeOf(call);
  if (!outcome.thrown)
    return ensure(isEmptyAnswer(outcome.answer), `${name} resolved for the id ${JSON.stringify(id)}`);
  ensure(
    isAdapterError(outcome.error) && ['not-found', 'validation'].includes(outcome.error.code),
    `${name} should reject the id ${JSON.stringify(id)} with not-found or validation: ${String(outcome.error)}`,
  );
}

const isEmptyAnswer = (answer: unknown): boolean =>
  typeof answer === 'object' &&
  answer !== null &&
  'items' in answer &&
  Array.isArray(answer.items) &&
  answer.items.length === 0;
