import type { FirstWords } from '../catalogue.ts';
import { addressBook } from '../en/address-book.ts';
import { common } from '../en/common.ts';
import { creditBalance } from '../en/credit-balance.ts';
import { crossSellTable } from '../en/cross-sell-table.ts';
import { customerDashboard } from '../en/customer-dashboard.ts';
import { customerInfo } from '../en/customer-info.ts';
import { notesPanel } from '../en/notes-panel.ts';
import { orderHistory } from '../en/order-history.ts';
import { pseudo } from '../pseudo.ts';

/** The pseudo-locale `en-XA`: for looking at layouts before the translations are there. */
export const catalogue: FirstWords = {
  addressBook: pseudo(addressBook),
  common: pseudo(common),
  creditBalance: pseudo(creditBalance),
  crossSellTable: pseudo(crossSellTable),
  customerDashboard: pseudo(customerDashboard),
  customerInfo: pseudo(customerInfo),
  notesPanel: pseudo(notesPanel),
  orderHistory: pseudo(orderHistory),
};

export const onDemand = () => import('./on-demand/en-xa.ts');
