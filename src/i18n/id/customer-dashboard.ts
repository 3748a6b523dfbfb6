import type { Translation } from '../message.ts';
import type { customerDashboard as english } from '../en/customer-dashboard.ts';

export const customerDashboard: Translation<typeof english> = {
  heading: 'Pelanggan',
};
