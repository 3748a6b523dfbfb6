export const customerInfo = {
  heading: 'Customer',
} as const;
