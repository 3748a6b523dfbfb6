import { define } from '../element/define.ts';
import { CustomerDashboard } from './customer-dashboard.ts';

define(CustomerDashboard);

/** Re-exports the types of the tag. */
export type { CustomerDashboard } from './customer-dashboard.ts';
