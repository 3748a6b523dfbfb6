import type { Adapter } from './adapter.ts';
import type { ListOperation, MethodName, ReadOperation, WriteOperation } from './operation.ts';
import { ports, type OperationName } from './operations.ts';
import type { WriteOptions } from './options.ts';

/** An operation of a port that a page adds, as in the library's tables. Who calls it checks what it returns. */
export type AddedOperation =
  | Pick<ReadOperation, 'kind' | 'scope' | 'path' | 'range'>
  | Pick<ListOperation, 'kind' | 'scope' | 'path' | 'can'>
  | (Pick<WriteOperation, 'kind' | 'scope' | 'path' | 'method'> & {
      /** `true`: the operation has an argument before its options, which is the body of the request. */
      readonly body?: true;
    });

/** The names of the ports of an adapter, those that a page has added to the interface too. */
export type AdapterPort = Exclude<keyof Adapter, 'sources' | 'permissions' | 'links' | 'watch'>;

/** The methods of a port, all of them there. */
type MethodsOf<P extends AdapterPort> = Required<Pick<NonNullable<Adapter[P]>, MethodName<NonNullable<Adapter[P]>>>>;

/** A method that takes the options of a write is a write, so that no table can declare it to be a read. */
type OperationOf<M> = M extends (...args: infer A) => unknown
  ? A extends readonly [...unknown[], infer O]
    ? O extends WriteOptions
      ? Extract<AddedOperation, { kind: 'write' }>
      : Exclude<AddedOperation, { kind: 'write' }>
    : never
  : never;

/** The name of an operation of an adapter: of the library's ports, and of those that a page has added. */
export type AdapterOperation =
  | OperationName
  | { [P in AdapterPort]: `${P}.${MethodName<NonNullable<Adapter[P]>>}` }[AdapterPort];

/** A port that a page adds, with its table of operations. */
export interface PortDefinition {
  readonly name: string;
  readonly operations: Readonly<Record<string, AddedOperation>>;
}

/**
 * Defines the operations of a port that is not one of the library's. Add the port to the interface of adapters first:
 *
 *     declare module 'clientele/adapter' {
 *       interface Adapter { readonly loyalty?: LoyaltyPort }
 *     }
 */
export function definePort<P extends Exclude<AdapterPort, keyof typeof ports>>(
  name: P,
  operations: { readonly [M in keyof MethodsOf<P>]: OperationOf<MethodsOf<P>[M]> },
): PortDefinition {
  if (Object.hasOwn(ports, name)) throw new TypeError(`The library has a port "${String(name)}" of its own.`);
  return Object.freeze({ name, operations: Object.freeze({ ...(operations as PortDefinition['operations']) }) });
}
