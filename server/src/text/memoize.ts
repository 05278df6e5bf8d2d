/** The same function, which makes its answer for an object once and keeps it as long as the object. */
export function memoize<K extends object, T extends object>(make: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, T>();
  return (key) => {
    const found = known.get(key);
    if (found) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
