/** An id as text, whatever a page without types sets: `17` from its own data is the customer `"17"`. */
export function toCustomerId(id: string | null | undefined): string | null | undefined {
  const given: unknown = id;
  return typeof given === 'number' || typeof given === 'bigint' ? String(given) : id;
}
