import { define } from '../../element/define.ts';
import { OrderHistory } from './order-history.ts';

define(OrderHistory);
