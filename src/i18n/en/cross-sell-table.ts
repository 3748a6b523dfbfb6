export const crossSellTable = {
  heading: 'Products bought',
} as const;
