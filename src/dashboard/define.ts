import { define } from '../element/define.ts';
import { CustomerDashboard } from './customer-dashboard.ts';

define(CustomerDashboard);
