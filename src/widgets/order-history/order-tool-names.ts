/** What can stand above the orders, in this order. */
export const toolNames = ['search', 'range', 'filter', 'columns', 'legend', 'export'] as const;
/** A tool that can stand above the orders. */
export type Tool = (typeof toolNames)[number];
