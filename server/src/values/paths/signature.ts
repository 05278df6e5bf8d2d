/** Which colon separated field of the blank separated entry an offset is in. */
export function activeField(text: string, offset: number): number {
  const start = Math.max(text.lastIndexOf(' ', offset - 1), text.lastIndexOf('\t', offset - 1)) + 1;
  return text.slice(start, offset).split(':').length - 1;
}
