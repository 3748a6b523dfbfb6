/** An instant as the contract writes it: RFC 3339 in UTC, without the milliseconds where there are none. */
export const instant = (date: Date): string => date.toISOString().replace('.000Z', 'Z');
