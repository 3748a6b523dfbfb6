/** Converts a customer id to text. Untyped pages pass numbers from their own data: `17` means the customer `"17"`. */
export function toCustomerId(id: string | null | undefined): string | null | undefined {
  const given: unknown = id;
  return typeof given === 'number' || typeof given === 'bigint' ? String(given) : id;
}
