// Adapters that each break a rule of all operations, generated from the operation table.
import { AdapterError, isAdapterError } from '../../src/adapter/adapter-error.ts';
import { listNames, protocolCapabilities } from '../../src/adapter/capabilities.ts';
import type { WriteOperation } from '../../src/adapter/operation.ts';
import { operationNames, operations, ports, writesOf, type PortName } from '../../src/adapter/operations.ts';
import type { PageRequest, WriteOptions } from '../../src/adapter/options.ts';
import { knownCustomers } from '../../src/adapters/memory/index.ts';
import { changingRequests, withNewKey, overriding, type Tampering } from './tampering.ts';

const { ingrid, noOrders } = knownCustomers;
type Broken = readonly [what: string, tampering: Tampering, ...cases: string[]];

const optionsIn = (args: readonly unknown[]): WriteOptions => args.at(-1) as WriteOptions;
const withOptions = (args: readonly unknown[], options: WriteOptions): readonly unknown[] => [
  ...args.slice(0, -1),
  options,
];
const isUnusualId = (id: unknown): boolean => typeof id === 'string' && !/^[\w-]+$/.test(id);

/**
 * The writes that the kit does not carry out, because it can neither undo them nor create a record to try them on. The cases
 * of their port refuse them in every way, and have broken adapters of their own.
 */
const untried: readonly string[] = ['paymentCards.delete'];

const writes = (Object.keys(ports) as PortName[]).flatMap(writesOf).filter((name) => !untried.includes(name));
const replayable = writes.filter((name) => !(operations[name] as WriteOperation).isSecret);
const versioned = writes.filter((name) => (operations[name] as WriteOperation).version);

/** Returns true for a write that changes nothing the second time, whatever its key. Its port has an adapter of its own. */
const isSameAgain = (name: string): boolean => name === 'exports.cancel';

const brokenReplays = replayable.flatMap((name): Broken[] => {
  const { body } = operations[name] as WriteOperation;
  const another = body === undefined ? [] : [`${name}: another body with a used key is rejected, and changes nothing`];
  return [
    ...(isSameAgain(name)
      ? []
      : ([
          [
            `ignores idempotency keys of ${name}`,
            overriding(
              name,
              (method) =>
                (...args) =>
                  method(...withOptions(args, withNewKey(optionsIn(args)))),
            ),
            // A write that runs twice but looks like one is only detected if the first was reverted in between.
            `${name}: a repeated key is executed once, and gets the same response`,
            ...another,
          ],
        ] as const)),
    [
      `executes concurrent calls of ${name} twice`,
      overriding(name, (method) => {
        const seen = new Set<string>();
        return async (...args) => {
          const { idempotencyKey } = optionsIn(args);
          if (!seen.has(idempotencyKey)) return (seen.add(idempotencyKey), method(...args));
          // Of several concurrent writes, the second gets a different error than that the first is still running.
          throw new AdapterError('conflict');
        };
      }),
      `${name}: concurrent calls with one key are executed once`,
    ],
  ];
});

/** The writes that a record accepts once. The second is rejected because of the first, whatever version it has. */
const transitions: readonly string[] = [
  'coupons.revoke',
  'subscriptions.pause',
  'subscriptions.resume',
  'subscriptions.cancel',
  'privacy.requestErasure',
  'privacy.withdrawErasure',
];

const brokenVersions = versioned.flatMap((name): Broken[] => {
  const { version } = operations[name] as WriteOperation;
  /** Treats any version that the caller sends as the current one. */
  const overwriting: Tampering = overriding(name, (method) => {
    const again = async (args: readonly unknown[], error: unknown): Promise<unknown> => {
      if (!isAdapterError(error) || error.code !== 'conflict') throw error;
      const { version: ifVersion } = error.current as { readonly version?: string };
      return method(...withOptions(args, { ...withNewKey(optionsIn(args)), ifVersion }));
    };
    return (...args) => {
      const options = optionsIn(args);
      return method(...withOptions(args, { ...options, ifVersion: options.ifVersion ?? 'none' })).catch(
        (error: unknown) => again(args, error),
      );
    };
  });
  const gone = name.endsWith('.delete') || transitions.includes(name);
  return [
    [
      `ignores the version of ${name}`,
      overwriting,
      `${name}: an outdated version is a conflict with the current record, and changes nothing`,
      ...(version === 'required' ? [`${name}: a missing version is rejected`] : []),
      ...(gone ? [] : [`${name}: of concurrent calls with one version, one is executed`]),
    ],
    [
      `omits the record in a conflict of ${name}`,
      overriding(
        name,
        (method) =>
          (...args) =>
            method(...args).catch((error: AdapterError) => {
              throw new AdapterError(error.code);
            }),
      ),
      `${name}: an outdated version is a conflict with the current record, and changes nothing`,
    ],
    ...(gone
      ? ([
          [
            `reports success of ${name} after a conflict`,
            overriding(
              name,
              (method) =>
                (...args) =>
                  method(...args).catch(() => undefined),
            ),
            `${name}: of concurrent calls with one version, one is executed`,
          ],
        ] as const)
      : []),
  ];
});

const brokenWrites = writes.flatMap((name): Broken[] => [
  [
    `executes ${name} although it was aborted`,
    overriding(
      name,
      (method) =>
        (...args) =>
          method(...withOptions(args, { ...optionsIn(args), signal: undefined })),
    ),
    `${name}: an abort before the call writes nothing, and is not an AdapterError`,
  ],
  ...(operations[name].scope === 'customer'
    ? ([
        [
          `executes ${name} for the full customer if the id is unusual`,
          overriding(
            name,
            (method) =>
              (id, ...rest) =>
                method(isUnusualId(id) ? ingrid : id, ...rest),
          ),
          `${name}: an unusual id matches no customer`,
        ],
      ] as const)
    : []),
]);

const brokenLists = listNames.flatMap((name): Broken[] => {
  const can = protocolCapabilities[name] ?? {};
  const without = (member: 'text' | 'sort' | 'filter' | 'range'): Tampering =>
    overriding(name, (list) => (...args) => {
      const page = args.at(-2) as PageRequest;
      return list(...args.slice(0, -2), { ...page, [member]: undefined }, args.at(-1));
    });
  const cases: Broken[] = [
    [
      `ignores the sort order of ${name}`,
      without('sort'),
      `${name}: rejects undeclared options with unsupported instead of ignoring them`,
    ],
    [
      `ignores filters of ${name}`,
      without('filter'),
      `${name}: rejects undeclared options with unsupported instead of ignoring them`,
    ],
  ];
  const declared = [
    ['text', can.search, 'finds a row by a text in it'],
    ['sort', can.sort, 'sorts by each declared member'],
    ['filter', can.filter, 'supports each declared filter'],
    ['range', can.range, 'supports a range of days'],
  ] as const;
  for (const [member, isDeclared, rule] of declared)
    if (member === 'sort' && isDeclared)
      cases.push([
        `sorts ${name} in one direction only`,
        overriding(name, (list) => (...args) => {
          const page = args.at(-2) as PageRequest;
          const sort = page.sort && { ...page.sort, direction: 'ascending' as const };
          return list(...args.slice(0, -2), { ...page, sort }, args.at(-1));
        }),
        `${name}: ${rule}`,
      ]);
    else if (isDeclared) cases.push([`overlooks the ${member} of ${name}`, without(member), `${name}: ${rule}`]);
    else
      cases.push([
        `ignores the undeclared ${member} of ${name}`,
        without(member),
        `${name}: rejects undeclared options with unsupported instead of ignoring them`,
      ]);
  const [port, method] = name.split('.', 2) as [PortName, string];
  cases.push([
    `declares an unsupported filter of ${name}`,
    (memory) => ({
      ...memory,
      [port]: { ...(memory[port] as object), capabilities: { [method]: { ...can, filter: ['luck'] } } },
    }),
    `${name}: supports each declared filter`,
  ]);
  return cases;
});

/** Adapters that return the same record for another customer. */
const brokenRecords = operationNames
  .filter((name) => {
    const { kind, scope, path } = operations[name];
    return kind !== 'write' && scope === 'customer' && path.includes('{');
  })
  .map((name): Broken => [
    `returns ${name} of the full customer for another one`,
    overriding(
      name,
      (method) =>
        (id, ...rest) =>
          method(id === noOrders ? ingrid : id, ...rest),
    ),
    `${name}: rejects with not-found`,
  ]);

export const brokenOperations: readonly Broken[] = [
  ...brokenReplays,
  ...brokenVersions,
  ...brokenWrites,
  ...brokenLists,
  ...brokenRecords,
  [
    'declares capabilities of a list that it lacks',
    (memory) => ({ ...memory, notes: { ...memory.notes, revisions: undefined } }),
    'capabilities: are declared only for lists that the adapter has',
  ],
  [
    'rejects undeclared options with validation',
    (memory, store) => {
      const strict = changingRequests((request) => {
        throw new AdapterError(request.sort || request.filter ? 'validation' : 'internal');
      });
      return strict(memory, store);
    },
    ...listNames.map((name) => `${name}: rejects undeclared options with unsupported instead of ignoring them`),
  ],
];
