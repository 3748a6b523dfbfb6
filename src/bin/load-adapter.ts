import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Adapter } from '../adapter/adapter.ts';
import { operationNames } from '../adapter/operations.ts';
import { methodOf } from '../adapter/call-operation.ts';
import { CommandError } from './read-command.ts';

export interface Loaded {
  readonly adapter: Adapter;
  readonly restricted?: Adapter | undefined;
}

/** Imports the module of an adapter. Throws a `CommandError` if it cannot be imported, or exports no adapter. */
export async function loadAdapter(file: string): Promise<Loaded> {
  const path = resolve(file);
  await access(path).catch(() => {
    throw new CommandError(`There is no file ${path}.`);
  });
  const module = await imported(path, file);
  const exported = module['default'] ?? module['adapter'];
  if (exported === undefined)
    throw new CommandError(`${file} exports no adapter: export it as default or as "adapter".`);
  const { restricted } = module;
  return {
    adapter: await adapterOf(exported, `The adapter of ${file}`),
    restricted: restricted === undefined ? undefined : await adapterOf(restricted, `"restricted" of ${file}`),
  };
}

async function imported(path: string, file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new CommandError(`${file} cannot be imported: ${String((error as Error | undefined)?.stack ?? error)}`);
  }
}

/** Returns an exported adapter, or what an exported function returns. */
async function adapterOf(exported: unknown, what: string): Promise<Adapter> {
  const value: unknown = typeof exported === 'function' ? await create(exported as () => unknown, what) : exported;
  const isAdapter =
    typeof value === 'object' &&
    value !== null &&
    operationNames.some((name) => methodOf(value as Adapter, name) !== undefined);
  if (!isAdapter) throw new CommandError(`${what} has no method of the contract, such as orders.list.`);
  return value as Adapter;
}

async function create(factory: () => unknown, what: string): Promise<unknown> {
  try {
    return await factory();
  } catch (error) {
    throw new CommandError(`${what} cannot be created: ${String((error as Error | undefined)?.stack ?? error)}`);
  }
}
