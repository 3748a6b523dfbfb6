/** What can stand above the products, in this order. */
export const toolNames = ['search', 'range', 'columns', 'export'] as const;
/** A tool that can stand above the products. */
export type Tool = (typeof toolNames)[number];
