/** A copy that does not keep the text alive it was cut from, as engines' slices do. */
export const detached = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1));
