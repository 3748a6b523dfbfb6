/** The tools above the products, in order. */
export const toolNames = ['search', 'range', 'columns', 'export'] as const;
/** A tool above the products. */
export type Tool = (typeof toolNames)[number];
