import type { addressBook } from './en/address-book.ts';
import type { addressForm } from './en/address-form.ts';
import type { common } from './en/common.ts';
import type { controls } from './en/controls.ts';
import type { coupons } from './en/coupons.ts';
import type { creditAdjust } from './en/credit-adjust.ts';
import type { creditLedger } from './en/credit-ledger.ts';
import type { creditBalance } from './en/credit-balance.ts';
import type { crossSellTools } from './en/cross-sell-tools.ts';
import type { crossSellTable } from './en/cross-sell-table.ts';
import type { customerDashboard } from './en/customer-dashboard.ts';
import type { customerEdit } from './en/customer-edit.ts';
import type { customerFigures } from './en/customer-figures.ts';
import type { customerFurther } from './en/customer-further.ts';
import type { customerInfo } from './en/customer-info.ts';
import type { noteDetail } from './en/note-detail.ts';
import type { notesPanel } from './en/notes-panel.ts';
import type { orderDetail } from './en/order-detail.ts';
import type { orderHistory } from './en/order-history.ts';
import type { orderTools } from './en/order-tools.ts';
import type { setup } from './en/setup.ts';
import type { Translation } from './message.ts';

/** What widgets say as soon as they are there. English comes with each widget; another language comes whole. */
export interface FirstWords {
  readonly addressBook: Translation<typeof addressBook>;
  readonly common: Translation<typeof common>;
  readonly creditBalance: Translation<typeof creditBalance>;
  readonly crossSellTable: Translation<typeof crossSellTable>;
  readonly customerDashboard: Translation<typeof customerDashboard>;
  readonly customerInfo: Translation<typeof customerInfo>;
  readonly notesPanel: Translation<typeof notesPanel>;
  readonly orderHistory: Translation<typeof orderHistory>;
}

/** What is said by what opens on demand: dialogs, pickers, exports. Loaded when the first of them is. */
export interface WordsOnDemand {
  readonly addressForm: Translation<typeof addressForm>;
  readonly controls: Translation<typeof controls>;
  readonly coupons: Translation<typeof coupons>;
  readonly creditAdjust: Translation<typeof creditAdjust>;
  readonly creditLedger: Translation<typeof creditLedger>;
  readonly noteDetail: Translation<typeof noteDetail>;
  readonly customerEdit: Translation<typeof customerEdit>;
  readonly customerFigures: Translation<typeof customerFigures>;
  readonly customerFurther: Translation<typeof customerFurther>;
  readonly crossSellTools: Translation<typeof crossSellTools>;
  readonly orderDetail: Translation<typeof orderDetail>;
  readonly orderTools: Translation<typeof orderTools>;
  readonly setup: Translation<typeof setup>;
}

/** Everything that is said in one language. */
export type Catalogue = FirstWords & WordsOnDemand;
