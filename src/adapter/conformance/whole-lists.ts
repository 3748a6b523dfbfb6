import type { Adapter } from '../adapter.ts';
import { operations } from '../operations.ts';
import type { PageRequest } from '../options.ts';
import type { Page } from '../../domain/page.ts';
import { mapMethods } from './observed.ts';
import { all } from './subject.ts';

/**
 * Returns an adapter whose lists answer a request for the whole list with the rows of all pages. A backend may return
 * fewer rows than it is asked for, and no rule says how many.
 */
export const withWholeLists = (adapter: Adapter): Adapter =>
  mapMethods(adapter, (name, method) => {
    const operation = operations[name];
    if (operation.kind !== 'list') return method;
    const most = operation.isShared ? maxSharedRows : all.first;
    return async (...args) => {
      const page = await method(...args);
      const request = args.at(-2) as PageRequest;
      if (request.first !== all.first || request.after !== undefined || !isPage(page)) return page;
      const items = [...page.items];
      let { next } = page;
      // A page without rows, or a cursor that stays, is a violation that other cases find.
      for (let before: string | null = null; next !== null && next !== before && items.length < most;) {
        const more = await method(...args.slice(0, -2), { ...request, after: next }, args.at(-1));
        if (!isPage(more) || more.items.length === 0) break;
        items.push(...more.items);
        [before, next] = [next, more.next];
      }
      return { ...page, items, next };
    };
  });

/** A list that belongs to no customer can be a catalog of any size, of which no case looks at more rows. */
const maxSharedRows = 100;

const isPage = (answer: unknown): answer is Page<unknown> =>
  typeof answer === 'object' && answer !== null && 'items' in answer && Array.isArray(answer.items) && 'next' in answer;
