import type { WordsOnDemand } from '../../catalogue.ts';
import { addressForm } from '../../en/address-form.ts';
import { controls } from '../../en/controls.ts';
import { coupons } from '../../en/coupons.ts';
import { creditAdjust } from '../../en/credit-adjust.ts';
import { creditLedger } from '../../en/credit-ledger.ts';
import { crossSellTools } from '../../en/cross-sell-tools.ts';
import { noteDetail } from '../../en/note-detail.ts';
import { customerEdit } from '../../en/customer-edit.ts';
import { customerFigures } from '../../en/customer-figures.ts';
import { customerFurther } from '../../en/customer-further.ts';
import { orderDetail } from '../../en/order-detail.ts';
import { orderTools } from '../../en/order-tools.ts';
import { setup } from '../../en/setup.ts';
import { pseudo } from '../../pseudo.ts';

export const catalogue: WordsOnDemand = {
  addressForm: pseudo(addressForm),
  controls: pseudo(controls),
  coupons: pseudo(coupons),
  creditAdjust: pseudo(creditAdjust),
  creditLedger: pseudo(creditLedger),
  crossSellTools: pseudo(crossSellTools),
  noteDetail: pseudo(noteDetail),
  customerEdit: pseudo(customerEdit),
  customerFigures: pseudo(customerFigures),
  customerFurther: pseudo(customerFurther),
  orderDetail: pseudo(orderDetail),
  orderTools: pseudo(orderTools),
  setup: pseudo(setup),
};
