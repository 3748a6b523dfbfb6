import type { Adapter } from '../adapter/adapter.ts';

export type Method = (...args: unknown[]) => unknown;

/** Replaces the port methods of an adapter; methods outside of ports are kept. */
export const withMethods = (adapter: Adapter, make: (name: string, method: Method) => Method): Adapter =>
  Object.fromEntries(
    Object.entries(adapter).map(([name, port]: [string, unknown]) => [
      name,
      typeof port === 'object' && port !== null
        ? Object.fromEntries(
            Object.entries(port).map(([method, value]: [string, unknown]) => [
              method,
              typeof value === 'function' ? make(`${name}.${method}`, (value as Method).bind(port)) : value,
            ]),
          )
        : port,
    ]),
  ) as Adapter;
