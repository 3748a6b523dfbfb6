import type { WordsOnDemand } from '../../catalogue.ts';
import { addressForm } from '../../en/address-form.ts';
import { controls } from '../../en/controls.ts';
import { orderDetail } from '../../en/order-detail.ts';
import { pseudo } from '../../pseudo.ts';

export const catalogue: WordsOnDemand = {
  addressForm: pseudo(addressForm),
  controls: pseudo(controls),
  orderDetail: pseudo(orderDetail),
};
