export const customerDashboard = {
  back: 'Customers',
} as const;
