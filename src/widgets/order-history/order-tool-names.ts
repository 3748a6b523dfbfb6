/** The tools above the orders, in order. */
export const toolNames = ['search', 'range', 'filter', 'columns', 'legend', 'export'] as const;
/** A tool above the orders. */
export type Tool = (typeof toolNames)[number];
