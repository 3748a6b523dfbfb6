import type { Translation } from '../message.ts';
import type { customerInfo as english } from '../en/customer-info.ts';

export const customerInfo: Translation<typeof english> = {
  heading: 'Pelanggan',
};
