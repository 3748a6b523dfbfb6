import type { Translation } from '../message.ts';
import type { orderHistory as english } from '../en/order-history.ts';

export const orderHistory: Translation<typeof english> = {
  heading: 'Pesanan',
};
