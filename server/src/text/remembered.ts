/** Paths and names of a few thousand files, which are asked about by all who judge them and the files around them. */
const MOST = 4096;

/** The same function, which remembers what it made of the texts it was asked about of late. */
export function remembered<R>(work: (text: string) => R): (text: string) => R {
  const recent = new Map<string, R>();
  return (text) => {
    const found = recent.get(text);
    if (found !== undefined || recent.has(text)) return found as R;
    const made = work(text);
    if (recent.size >= MOST) recent.clear();
    recent.set(text, made);
    return made;
  };
}
