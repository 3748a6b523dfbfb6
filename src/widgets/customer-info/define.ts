import { define } from '../../element/define.ts';
import { CustomerInfo } from './customer-info.ts';

define(CustomerInfo);
