export const creditBalance = {
  heading: 'Credit',
} as const;
