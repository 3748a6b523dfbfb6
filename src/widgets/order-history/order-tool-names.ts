/** What can stand above the orders, in this order. */
export const toolNames = ['search', 'range', 'filter', 'columns', 'legend', 'export'] as const;
export type Tool = (typeof toolNames)[number];
