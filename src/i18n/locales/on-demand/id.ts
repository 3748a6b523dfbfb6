import type { WordsOnDemand } from '../../catalogue.ts';
import { addressForm } from '../../id/address-form.ts';
import { controls } from '../../id/controls.ts';
import { coupons } from '../../id/coupons.ts';
import { creditAdjust } from '../../id/credit-adjust.ts';
import { creditLedger } from '../../id/credit-ledger.ts';
import { crossSellTools } from '../../id/cross-sell-tools.ts';
import { noteDetail } from '../../id/note-detail.ts';
import { customerEdit } from '../../id/customer-edit.ts';
import { customerFigures } from '../../id/customer-figures.ts';
import { customerFurther } from '../../id/customer-further.ts';
import { orderDetail } from '../../id/order-detail.ts';
import { orderTools } from '../../id/order-tools.ts';
import { setup } from '../../id/setup.ts';

export const catalogue: WordsOnDemand = {
  addressForm,
  controls,
  coupons,
  creditAdjust,
  creditLedger,
  crossSellTools,
  noteDetail,
  customerEdit,
  customerFigures,
  customerFurther,
  orderDetail,
  orderTools,
  setup,
};
