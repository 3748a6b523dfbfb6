export const customerDashboard = {
  heading: 'Customer',
} as const;
