import { declaredCapabilities } from '../capabilities.ts';
import { operationNames, ports, writesOf, type PortName } from '../operations.ts';
import { methodOf } from '../call-operation.ts';
import type { Adapter } from '../adapter.ts';
import type { Guarantees } from '../options.ts';
import { ensure } from './assert.ts';
import type { ConformanceCase } from './subject.ts';

/** Returns the adapter's ports that have writes, with the guarantees that each declares. */
export const writersOf = (adapter: Adapter): readonly (readonly [PortName, Guarantees | undefined])[] =>
  (Object.keys(ports) as PortName[])
    .filter((port) => writesOf(port).some((name) => methodOf(adapter, name)))
    .map((port) => [port, (adapter[port] as { readonly guarantees?: Guarantees } | undefined)?.guarantees]);

/** Tests that every port with writes declares its guarantees, and that every declared list exists. */
export const declarationCases = (adapter: Adapter): ConformanceCase[] => [
  ...writersOf(adapter).map(([port, guarantees]) => ({
    name: `${port}: declares its guarantees`,
    run: async () => ensure(guarantees, `${port}.guarantees should declare idempotency and versions`),
  })),
  {
    name: 'capabilities: are declared only for lists that the adapter has',
    async run() {
      for (const list of Object.keys(declaredCapabilities(adapter)))
        ensure(
          operationNames.some((name) => name === list && methodOf(adapter, name)),
          `capabilities are declared for ${list}, which the adapter lacks`,
        );
    },
  },
];
