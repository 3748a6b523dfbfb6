export const orderHistory = {
  heading: 'Orders',
} as const;
