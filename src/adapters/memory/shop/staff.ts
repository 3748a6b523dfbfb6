import type { Actor } from '../../../domain/operator.ts';

/** The shop's staff and its automated actors. */
export const staff = {
  dana: { id: 'op-114', name: 'Dana Whitlock' },
  tom: { id: 'op-131', name: 'Tom Adeyemi' },
  priya: { id: 'op-102', name: 'Priya Raman' },
  checkout: { id: 'checkout', name: 'Checkout' },
  rule: { id: 'rule', name: 'Rule' },
  customer: { id: 'customer', name: 'Customer' },
} as const satisfies Readonly<Record<string, Actor>>;
