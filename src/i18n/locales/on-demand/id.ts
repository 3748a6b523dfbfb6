import type { WordsOnDemand } from '../../catalogue.ts';
import { addressForm } from '../../id/address-form.ts';
import { controls } from '../../id/controls.ts';
import { orderDetail } from '../../id/order-detail.ts';

export const catalogue: WordsOnDemand = {
  addressForm,
  controls,
  orderDetail,
};
