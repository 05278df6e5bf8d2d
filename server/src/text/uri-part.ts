/**
 * A piece of text as a part of a uri. Half a surrogate pair, as an editor sends it of a text that is none, and as a byte
 * that is not UTF-8 is read, becomes the replacement character: `encodeURIComponent` would throw.
 */
export const uriPart = (text: string): string => encodeURIComponent(wellFormed(text));

export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** The path of a uri. */
export const uriPath = (path: string): string =>
  /^[\w./-]*$/.test(path) ? path : path.split('/').map(uriPart).join('/');
