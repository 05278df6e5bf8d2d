interface Position {
  readonly line: number;
  readonly character: number;
}
/** A place of a text, and where the text ends. */
export interface Asked {
  readonly position: Position;
  readonly last: Position;
}
/** Method, parameters besides the text's name, and whether it is asked of the text rather than of a place. */
export const questions: readonly (readonly [method: string, params: (at: Asked) => object, whole?: 'whole'])[];
