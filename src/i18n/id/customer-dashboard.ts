import type { customerDashboard as english } from '../en/customer-dashboard.ts';
import type { Translation } from '../message.ts';

export const customerDashboard: Translation<typeof english> = {
  back: 'Pelanggan',
};
