import type { WordsOnDemand } from '../../catalogue.ts';
import { addressForm } from '../../id/address-form.ts';
import { controls } from '../../id/controls.ts';
import { coupons } from '../../id/coupons.ts';
import { creditAdjust } from '../../id/credit-adjust.ts';
import { creditLedger } from '../../id/credit-ledger.ts';
import { noteDetail } from '../../id/note-detail.ts';
import { customerEdit } from '../../id/customer-edit.ts';
import { customerFurther } from '../../id/customer-further.ts';
import { orderDetail } from '../../id/order-detail.ts';

export const catalogue: WordsOnDemand = {
  addressForm,
  controls,
  coupons,
  creditAdjust,
  creditLedger,
  noteDetail,
  customerEdit,
  customerFurther,
  orderDetail,
};
