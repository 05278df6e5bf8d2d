/** Splits running text into sentences. "e.g." and the like, and dots within names, end none. */
export function sentences(text: string): string[] {
  const found: string[] = [];
  const end = /(?<=[.!?]["”)]?)\s+(?=[A-Z"“([$/%]|systemd )|\n+/g;
  let from = 0;
  for (const match of text.matchAll(end)) {
    const sentence = text.slice(from, match.index);
    if (/(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|resp|incl|approx)\.$/i.test(sentence) && !match[0].includes('\n')) continue;
    if (sentence.trim() !== '') found.push(sentence.trim());
    from = match.index + match[0].length;
  }
  const rest = text.slice(from).trim();
  return rest === '' ? found : [...found, rest];
}
