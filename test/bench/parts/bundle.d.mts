/** A machine without units and manual. */
export const runtime: object;
