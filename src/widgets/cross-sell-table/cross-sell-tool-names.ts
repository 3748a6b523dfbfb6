/** What can stand above the products, in this order. */
export const toolNames = ['range', 'search', 'columns', 'export'] as const;
export type Tool = (typeof toolNames)[number];
