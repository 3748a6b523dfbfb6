import type { ComplexAttributeConverter } from 'lit';

/** Converts a removed attribute to `undefined`, which means "not set". Lit's own converter would return `null`. */
export const absentIsUndefined: ComplexAttributeConverter<string | undefined> = {
  fromAttribute: (value) => value ?? undefined,
};
