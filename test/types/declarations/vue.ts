import type {} from 'clientele/vue';
import type { GlobalComponents } from 'vue';

type Properties = InstanceType<GlobalComponents['order-history']>['$props'];

export const right: Properties = { limit: 3 };
// wrong: a property's value, without a template
export const wrong: Properties = { limit: 'ten' };
