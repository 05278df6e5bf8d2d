/** Where the first character that is not a blank stands. */
export const leadingBlanks = (line: string): number => /^[ \t\n\r]*/.exec(line)![0].length;

/** Without blanks at the end, as `read_stripped_line()` of src/basic/fileio.c hands out lines. */
export function stripped(line: string): string {
  let end = line.length;
  while (end > 0 && ' \t\n\r'.includes(line[end - 1]!)) end--;
  return line.slice(0, end);
}
