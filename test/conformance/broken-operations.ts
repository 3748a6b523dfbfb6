// Adapters that each break a rule of all operations, generated from the operation table.
import { AdapterError, isAdapterError } from '../../src/adapter/adapter-error.ts';
import { listNames, protocolCapabilities } from '../../src/adapter/capabilities.ts';
import type { WriteOperation } from '../../src/adapter/operation.ts';
import { operationNames, operations, ports, writesOf, type PortName } from '../../src/adapter/operations.ts';
import type { PageRequest, WriteOptions } from '../../src/adapter/options.ts';
import { knownCustomers } from '../../src/adapters/memory/index.ts';
import { asked, forgetful, overriding, type Spoil } from './tampering.ts';

const { ingrid, noOrders } = knownCustomers;
type Broken = readonly [what: string, spoil: Spoil, ...cases: string[]];

const optionsIn = (args: readonly unknown[]): WriteOptions => args.at(-1) as WriteOptions;
const withOptions = (args: readonly unknown[], options: WriteOptions): readonly unknown[] => [
  ...args.slice(0, -1),
  options,
];
const isStrange = (id: unknown): boolean => typeof id === 'string' && !/^[\w-]+$/.test(id);

const writes = (Object.keys(ports) as PortName[]).flatMap(writesOf);
const replayable = writes.filter((name) => !(operations[name] as WriteOperation).isSecret);
const versioned = writes.filter((name) => (operations[name] as WriteOperation).version);

const brokenReplays = replayable.flatMap((name): Broken[] => {
  const { body } = operations[name] as WriteOperation;
  const another = body === undefined ? [] : [`${name}: another body under`];
  return [
    [
      `forgets keys of ${name}`,
      overriding(
        name,
        (method) =>
          (...args) =>
            method(...withOptions(args, forgetful(optionsIn(args)))),
      ),
      // A write that runs twice but looks like one is only detected if the first was reverted in between.
      `${name}: the same again`,
      ...another,
    ],
    [
      `is at work on ${name} twice`,
      overriding(name, (method) => {
        const seen = new Set<string>();
        return async (...args) => {
          const { idempotencyKey } = optionsIn(args);
          if (!seen.has(idempotencyKey)) return (seen.add(idempotencyKey), method(...args));
          // Of several concurrent writes, the second gets a different error than that the first is still running.
          throw new AdapterError('conflict');
        };
      }),
      `${name}: several at once`,
    ],
  ];
});

/** The writes that a record accepts once. The second is rejected because of the first, whatever version it has. */
const transitions: readonly string[] = [
  'coupons.revoke',
  'subscriptions.pause',
  'subscriptions.resume',
  'subscriptions.cancel',
];

const brokenVersions = versioned.flatMap((name): Broken[] => {
  const { version } = operations[name] as WriteOperation;
  /** Treats any version that the caller sends as the current one. */
  const overwriting: Spoil = overriding(name, (method) => {
    const again = async (args: readonly unknown[], error: unknown): Promise<unknown> => {
      if (!isAdapterError(error) || error.code !== 'conflict') throw error;
      const { version: ifVersion } = error.current as { readonly version?: string };
      return method(...withOptions(args, { ...forgetful(optionsIn(args)), ifVersion }));
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
      `overlooks the version of ${name}`,
      overwriting,
      `${name}: an old version`,
      ...(version === 'required' ? [`${name}: one that names no version`] : []),
      ...(gone ? [] : [`${name}: of several at once`]),
    ],
    [
      `has no record in a conflict of ${name}`,
      overriding(
        name,
        (method) =>
          (...args) =>
            method(...args).catch((error: AdapterError) => {
              throw new AdapterError(error.code);
            }),
      ),
      `${name}: an old version`,
    ],
    ...(gone
      ? ([
          [
            `says of ${name} that it was done, whoever was first`,
            overriding(
              name,
              (method) =>
                (...args) =>
                  method(...args).catch(() => undefined),
            ),
            `${name}: of several at once`,
          ],
        ] as const)
      : []),
  ];
});

const brokenWrites = writes.flatMap((name): Broken[] => [
  [
    `carries out ${name} though it was called off`,
    overriding(
      name,
      (method) =>
        (...args) =>
          method(...withOptions(args, { ...optionsIn(args), signal: undefined })),
    ),
    `${name}: is not carried out once`,
  ],
  [
    `takes ${name} of a strange id for the full customer’s`,
    overriding(
      name,
      (method) =>
        (id, ...rest) =>
          method(isStrange(id) ? ingrid : id, ...rest),
    ),
    `${name}: an id that is no plain word`,
  ],
]);

const brokenLists = listNames.flatMap((name): Broken[] => {
  const can = protocolCapabilities[name] ?? {};
  const without = (member: 'text' | 'sort' | 'filter' | 'range'): Spoil =>
    overriding(name, (list) => (...args) => {
      const page = args.at(-2) as PageRequest;
      return list(...args.slice(0, -2), { ...page, [member]: undefined }, args.at(-1));
    });
  const cases: Broken[] = [
    [`overlooks how ${name} is sorted`, without('sort'), `${name}: refuses with unsupported`],
    [`overlooks filters of ${name}`, without('filter'), `${name}: refuses with unsupported`],
  ];
  const declared = [
    ['text', can.search, 'finds a row'],
    ['sort', can.sort, 'sorts by each'],
    ['filter', can.filter, 'filters by each'],
    ['range', can.range, 'can be narrowed'],
  ] as const;
  for (const [member, isDeclared, rule] of declared)
    if (member === 'sort' && isDeclared)
      cases.push([
        `sorts ${name} one way`,
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
        `answers ${name} whatever the ${member}, which it does not declare`,
        without(member),
        `${name}: refuses with unsupported`,
      ]);
  const [port, method] = name.split('.', 2) as [PortName, string];
  cases.push([
    `declares more of ${name} than it can`,
    (memory) => ({
      ...memory,
      [port]: { ...(memory[port] as object), capabilities: { [method]: { ...can, filter: ['luck'] } } },
    }),
    `${name}: filters by each`,
  ]);
  return cases;
});

/** Adapters that return the same record for another customer. */
const brokenRecords = operationNames
  .filter((name) => operations[name].kind !== 'write' && operations[name].path.includes('{'))
  .map((name): Broken => [
    `shows ${name} of the full customer to any other`,
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
    'declares what lists can do that it lacks',
    (memory) => ({ ...memory, notes: { ...memory.notes, revisions: undefined } }),
    'capabilities: are declared',
  ],
  [
    'refuses with validation what it does not declare',
    (memory, store) => {
      const strict = asked((request) => {
        throw new AdapterError(request.sort || request.filter ? 'validation' : 'internal');
      });
      return strict(memory, store);
    },
    ...listNames.map((name) => `${name}: refuses with unsupported`),
  ],
];
