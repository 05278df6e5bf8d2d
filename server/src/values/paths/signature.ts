import { partStart } from '../../text/word-part.ts';
/** Which colon separated field of the blank separated entry an offset is in. */
export function activeField(text: string, offset: number): number {
  const start = partStart(text, offset, ' \t');
  return text.slice(start, offset).split(':').length - 1;
}
