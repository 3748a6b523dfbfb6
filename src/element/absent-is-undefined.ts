import type { ComplexAttributeConverter } from 'lit';

/** An attribute that is taken away says nothing any more; Lit's own converter would say `null`. */
export const absentIsUndefined: ComplexAttributeConverter<string | undefined> = {
  fromAttribute: (value) => value ?? undefined,
};
