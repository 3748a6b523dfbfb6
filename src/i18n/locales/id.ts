import type { FirstWords } from '../catalogue.ts';
import { addressBook } from '../id/address-book.ts';
import { common } from '../id/common.ts';
import { creditBalance } from '../id/credit-balance.ts';
import { crossSellTable } from '../id/cross-sell-table.ts';
import { customerDashboard } from '../id/customer-dashboard.ts';
import { customerInfo } from '../id/customer-info.ts';
import { notesPanel } from '../id/notes-panel.ts';
import { orderHistory } from '../id/order-history.ts';

/** Indonesian. */
export const catalogue: FirstWords = {
  addressBook,
  common,
  creditBalance,
  crossSellTable,
  customerDashboard,
  customerInfo,
  notesPanel,
  orderHistory,
};

export const onDemand = () => import('./on-demand/id.ts');
