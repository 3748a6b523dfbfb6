import { parseArgs } from 'node:util';

/** The customers that the kit needs, and what each must be. */
const needed = {
  full: 'a customer with three rows or more in every list, credit that can be debited, and default addresses',
  empty: 'a customer without orders, addresses, notes, credit, coupons, quotes, subscriptions and inquiries',
  missing: 'an id that no customer has',
} as const;
const optional = { archived: 'a customer with archived orders, if the platform has an archive' } as const;
type Needed = keyof typeof needed;
type Role = Needed | keyof typeof optional;
const roles: Readonly<Record<Role, string>> = { ...needed, ...optional };

export const usage = `Tests an adapter against the contract of Clientele. Writes test data, and removes it.

  npx clientele-conformance ./adapter.js --customer full=17 --empty 18 --missing 404

The module exports the adapter as default or as \`adapter\`: an object, or a function that returns it. It may
export \`restricted\`: the adapter of an operator who may not write.

Test customers (--full 17 or --customer full=17):
${Object.entries(roles)
  .map(([role, what]) => `  --${role.padEnd(14)} ${what}`)
  .join('\n')}

Options:
  --read-only      write nothing: cases that would write are skipped
  --only NAME      test one port or operation: notes, credit.adjust; may be repeated
  --timeout 5s     how long to wait for one answer: 500ms, 5s, 2m (default: 30s)
  --json           print one JSON object instead of text
  --help           print this text

Exit code: 0 if every case that could be tested passed, 1 if one failed, 2 if nothing could be tested.`;

/** A command that cannot be carried out. The message says why, and what to do. */
export class CommandError extends Error {}

export interface Command {
  readonly file: string;
  readonly customers: Readonly<Record<Needed, string>> & { readonly archived?: string | undefined };
  readonly readOnly: boolean;
  readonly only: readonly string[];
  /** Milliseconds. */
  readonly timeout: number;
  readonly json: boolean;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const several = { type: 'string', multiple: true } as const;
const options = {
  ...{ customer: several, full: text, empty: text, missing: text, archived: text },
  ...{ 'read-only': flag, only: several, timeout: text, json: flag, help: flag },
};

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\nSee --help.`);
  }
}

/** Parses the arguments of the command. Returns `undefined` if the usage is asked for. Throws a `CommandError`. */
export function readCommand(args: readonly string[]): Command | undefined {
  const { values, positionals } = parse(args);
  if (values.help) return undefined;
  const [file, ...more] = positionals;
  if (!file) throw new CommandError('Name the module of your adapter: clientele-conformance ./adapter.js\nSee --help.');
  if (more.length > 0) throw new CommandError(`One module can be tested at a time, not also ${more.join(', ')}.`);
  const { full, empty, missing, archived, customer = [], only = [], timeout = '30s' } = values;
  return {
    file,
    customers: customersOf([...customer.map(pairOf), ...pairs({ full, empty, missing, archived })]),
    readOnly: values['read-only'] ?? false,
    only,
    timeout: millisecondsOf(timeout),
    json: values.json ?? false,
  };
}

type Pair = readonly [role: string, id: string];

const pairs = (values: Readonly<Record<string, string | undefined>>): Pair[] =>
  Object.entries(values).flatMap(([role, id]) => (id === undefined ? [] : [[role, id] as const]));

function pairOf(customer: string): Pair {
  const [, role, id] = /^(\w+)=(.+)$/s.exec(customer) ?? [];
  if (role === undefined || id === undefined || !Object.hasOwn(roles, role))
    throw new CommandError(`--customer ${customer}: say which, ${Object.keys(roles).join(', ')}: --customer full=17`);
  return [role, id];
}

function customersOf(given: readonly Pair[]): Command['customers'] {
  const found = new Map<string, string>();
  for (const [role, id] of given) {
    if (id === '') throw new CommandError(`--${role}: the id is empty.`);
    if (found.has(role)) throw new CommandError(`--${role}: two are given, ${found.get(role)} and ${id}.`);
    found.set(role, id);
  }
  const absent = (Object.keys(needed) as Needed[]).filter((role) => !found.has(role));
  if (absent.length > 0)
    throw new CommandError(
      ['Name the test customers:', ...absent.map((role) => `  --${role} ID  ${needed[role]}`)].join('\n'),
    );
  const same = (Object.keys(needed) as Needed[]).map((role) => found.get(role));
  if (new Set(same).size < same.length) throw new CommandError('--full, --empty and --missing must be three ids.');
  return Object.fromEntries(found) as unknown as Command['customers'];
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

function millisecondsOf(duration: string): number {
  const [, number, unit = ''] = /^(\d{1,7}(?:\.\d{1,3})?)(ms|s|m)$/.exec(duration) ?? [];
  const milliseconds = Number(number) * (units[unit] ?? NaN);
  // A timer cannot wait longer than 24 days.
  if (!(milliseconds >= 1 && milliseconds < 2 ** 31))
    throw new CommandError(`--timeout ${duration}: write a number and a unit, such as 500ms, 5s or 2m.`);
  return milliseconds;
}
