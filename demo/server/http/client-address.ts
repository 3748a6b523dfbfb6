import { isIPv6 } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/**
 * From where a request comes, as limits count it: for IPv6 the network, of which each house has one. Behind proxies of
 * one's own the last of them but `trustedProxies - 1` says it in `X-Forwarded-For`; what stands before was written by
 * whoever asks.
 */
export function clientAddress({ req, env }: Context, trustedProxies = 0): string {
  const { incoming } = (env ?? {}) as Partial<HttpBindings>;
  const named = (req.header('X-Forwarded-For') ?? '').split(',').map((address) => address.trim());
  const forwarded = trustedProxies > 0 ? named.at(-trustedProxies) : undefined;
  return networkOf(forwarded || incoming?.socket.remoteAddress || 'unknown');
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [left = [], right] = address.split('::').map((half) => (half ? half.split(':') : []));
  const zeros = right ? Array<string>(Math.max(8 - left.length - right.length, 0)).fill('0') : [];
  return [...left, ...zeros, ...(right ?? [])].slice(0, 4).join(':');
}
