/** `sd_id128_from_string()`: 32 digits of base 16, or the same with hyphens as a UUID has them. */
export const isId128 = (text: string): boolean =>
  /^(?:[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i.test(text);

export const isNullId = (text: string): boolean => /^[0-]+$/.test(text);
