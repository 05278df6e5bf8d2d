/** Text of a length, and what it is made of. */
export const hostileTexts: readonly { readonly name: string; make(length: number): string }[];
