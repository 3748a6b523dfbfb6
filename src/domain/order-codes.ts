/** The five independent axes of an order's status with their codes. `none` is not the same as `requested`. */
// prettier-ignore
export const axes = {
  payment: ['pending', 'authorized', 'partially-paid', 'paid', 'partially-refunded', 'refunded', 'voided', 'failed', 'expired', 'disputed'],
  fulfillment: ['not-required', 'unfulfilled', 'scheduled', 'on-hold', 'in-progress', 'partial', 'in-transit', 'delivered', 'restocked'],
  cancellation: ['none', 'requested', 'partial', 'full'],
  exchange: ['none', 'requested', 'partial', 'done'],
  return: ['none', 'requested', 'partial', 'full'],
} as const;
export type Axis = keyof typeof axes;
