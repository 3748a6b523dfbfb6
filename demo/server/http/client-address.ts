import { isIPv6 } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/**
 * Returns the address of a client for rate limits; for IPv6 the network, because a household has a whole network.
 * Behind trusted proxies, the address is the entry in `X-Forwarded-For` that the outermost of the `trustedProxies`
 * appended. The client can forge all entries before it.
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
