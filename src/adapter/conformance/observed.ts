import type { Adapter } from '../adapter.ts';
import { methodOf } from '../call-operation.ts';
import { operationNames, operations, type OperationName } from '../operations.ts';
import { rejectionText } from './assert.ts';

/** A call of an adapter's method, and what came of it, as text for a developer. */
export interface ObservedCall {
  readonly call: string;
  /** Absent while the call is under way. */
  came?: string;
}

export interface Observer {
  /** Called before a method is called. Throws if it must not be. */
  before(name: OperationName): void;
  /** Called when a call begins. */
  began(call: ObservedCall): void;
  /** Called with each answer. */
  answered(name: OperationName, args: readonly unknown[], answer: unknown): void;
  /** Called with the text of a call that did not answer in time, and with its answer, which may still come. */
  timedOut(call: string, answer: Promise<unknown>): void;
  /** Called with an answer that came too late for its case. */
  answeredLate(name: OperationName, args: readonly unknown[], answer: unknown): void;
  /** Milliseconds after which a call counts as unanswered. */
  readonly timeout: number;
}

/** Returns an adapter that behaves as the given one, and reports each call. Live changes are passed on unobserved. */
export const observed = (adapter: Adapter, observer: Observer): Adapter =>
  mapMethods(
    adapter,
    (name, method) =>
      (...args) =>
        observe(name, method, args, observer),
  );

export type Method = (...args: readonly unknown[]) => Promise<unknown>;

/** Returns an adapter whose operations are replaced. All other members are the same, also those of an instance. */
export function mapMethods(adapter: Adapter, replace: (name: OperationName, method: Method) => Method): Adapter {
  const copy: Record<string, unknown> = {};
  for (const [name, member] of membersOf(adapter))
    copy[name] = typeof member === 'object' && member !== null ? Object.fromEntries(membersOf(member)) : member;
  for (const name of operationNames) {
    const method = methodOf(adapter, name);
    if (!method) continue;
    const [port, member] = name.split('.', 2) as [string, string | undefined];
    const call = replace(name, method);
    if (member === undefined) copy[port] = call;
    else (copy[port] as Record<string, unknown>)[member] = call;
  }
  return copy as Adapter;
}

/** Returns all members of an object, functions bound to it. It may be an instance of a class. */
function membersOf(object: object): [string, unknown][] {
  const names = new Set<string>();
  for (
    let from: object | null = object;
    from && from !== Object.prototype;
    from = Object.getPrototypeOf(from) as object
  )
    for (const name of Object.getOwnPropertyNames(from)) if (name !== 'constructor') names.add(name);
  return [...names].map((name) => {
    const value: unknown = Reflect.get(object, name);
    return [name, typeof value === 'function' ? (value.bind(object) as unknown) : value];
  });
}

async function observe(
  name: OperationName,
  method: Method,
  args: readonly unknown[],
  observer: Observer,
): Promise<unknown> {
  observer.before(name);
  // The options of every method come last. Of a write, they say what the rule is about.
  const { idempotencyKey: _, signal: __, ...options } = (args.at(-1) ?? {}) as Readonly<Record<string, unknown>>;
  const shown = [...args.slice(0, -1), ...(operations[name].kind === 'write' ? [options] : [])];
  const made: ObservedCall = { call: `${name}(${shown.map((value) => textOf(value)).join(', ')})` };
  observer.began(made);
  let timer: ReturnType<typeof setTimeout> | undefined;
  // An adapter may throw instead of rejecting.
  const called = (async () => method(...args))();
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const settled = called.then(
        (answer) => observer.answeredLate(name, args, answer),
        () => undefined,
      );
      observer.timedOut(made.call, settled);
      reject(new Error(`${made.call} did not answer within ${observer.timeout} ms`));
    }, observer.timeout);
  });
  try {
    const answer = await Promise.race([called, late]);
    made.came = describe(answer);
    observer.answered(name, args, answer);
    return answer;
  } catch (thrown) {
    made.came = rejectionText(thrown);
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
}

const longest = 300;

/** Describes an answer: the number of rows of a page and its first row, or the answer itself. */
function describe(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null || !('items' in answer) || !Array.isArray(answer.items))
    return textOf(answer);
  const { items, ...rest } = answer as { readonly items: readonly unknown[] };
  const first = items.length > 0 ? `, the first: ${textOf(items[0])}` : '';
  return `a page of ${items.length} rows, ${textOf(rest)}${first}`;
}

function textOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  let text = `what is no JSON: a ${typeof value}`;
  try {
    // A function has no JSON, and a bigint or a circle throws.
    text = (JSON.stringify(value) as string | undefined) ?? text;
  } catch {
    // It is described by its type.
  }
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
