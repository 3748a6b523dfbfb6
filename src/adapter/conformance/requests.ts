import { isAdapterError } from '../adapter-error.ts';
import { ensure, settled } from './assert.ts';
import { listsOf } from './lists.ts';
import { recordsOf } from './shapes.ts';
import { all, reading, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** How any read takes what it is asked with: aborts, ids that are no words, questions that it cannot answer. */
export function requestCases({ adapter, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  const lists = listsOf(adapter);
  const reads = [
    ...recordsOf(adapter).map(({ name, load }) => ({ name, load })),
    ...lists.map(({ name, load }) => ({
      name,
      load: (id: string, options: ReturnType<typeof reading>) => load(id, all, options),
    })),
  ];
  const cases: ConformanceCase[] = [];

  for (const { name, load } of reads) {
    cases.push({
      name: `${name}: an abort ends the call, and is no error of the adapter`,
      async run() {
        const before = await settled(load(full, reading({ signal: AbortSignal.abort() })));
        ensure(before.thrown, `${name} answered a call that was aborted before it began`);
        ensure(!isAdapterError(before.error), `${name} took an abort for an error`);
        const controller = new AbortController();
        const during = settled(load(full, reading({ signal: controller.signal })));
        controller.abort();
        const outcome = await during;
        ensure(!outcome.thrown || !isAdapterError(outcome.error), `${name} took an abort under way for an error`);
      },
    });
    cases.push({
      name: `${name}: an id that is no plain word leads to nobody`,
      async run() {
        for (const id of [
          '.',
          '..',
          `${full}/..`,
          `../customers/${full}`,
          `${full}?x=1`,
          `${full}#`,
          `${full}%2F..`,
          ` ${full}`,
          'é/\u202E\u0000',
        ]) {
          const outcome = await settled(load(id, reading()));
          if (!outcome.thrown) ensure(isNothing(outcome.answer), `${name} answered for the id ${JSON.stringify(id)}`);
          else
            ensure(
              isAdapterError(outcome.error) && ['not-found', 'validation'].includes(outcome.error.code),
              `${name} should reject the id ${JSON.stringify(id)} with not-found or validation: ${String(outcome.error)}`,
            );
        }
      },
    });
  }

  for (const { name, load } of lists) {
    cases.push({
      name: `${name}: refuses what it cannot search, filter or sort by, rather than overlook it`,
      async run() {
        const nonsense = 'q7Zk-nothing-has-this-text';
        const search = await settled(load(full, { ...all, text: nonsense }, reading()));
        ensure(
          search.thrown || search.answer.items.length === 0,
          `${name} overlooked the text that it was to search for`,
        );
        if (search.thrown)
          ensure(isRefusal(search.error), `${name} should refuse a search with validation or unsupported`);
        for (const request of [
          { ...all, filter: { [nonsense]: 'x' } },
          { ...all, sort: { field: nonsense, direction: 'ascending' as const } },
        ]) {
          const outcome = await settled(load(full, request, reading()));
          ensure(outcome.thrown, `${name} overlooked a filter or an order that it does not have`);
          ensure(isRefusal(outcome.error), `${name} should refuse with validation or unsupported`);
        }
      },
    });
  }
  return cases;
}

const isRefusal = (error: unknown): boolean =>
  isAdapterError(error) && ['validation', 'unsupported'].includes(error.code);

const isNothing = (answer: unknown): boolean =>
  typeof answer === 'object' &&
  answer !== null &&
  'items' in answer &&
  Array.isArray(answer.items) &&
  answer.items.length === 0;
