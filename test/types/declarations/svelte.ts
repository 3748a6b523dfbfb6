import type {} from 'clientele/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

type Properties = SvelteHTMLElements['order-history'];

export const right: Properties = { limit: 3 };
// wrong: a property's value, without a template
export const wrong: Properties = { limit: 'ten' };
