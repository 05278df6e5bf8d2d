/** The same function, which works out its answer for a text once; for one piece of work, since nothing is ever forgotten. */
export function oncePer<R>(work: (text: string) => R): (text: string) => R {
  const known = new Map<string, R>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = work(text);
    known.set(text, made);
    return made;
  };
}
