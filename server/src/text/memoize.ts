/** What memoized functions have made for an object, by the number of the function. */
const SLOTS = Symbol('memoized');

type Slots = (object | undefined)[];

let functions = 0;

/**
 * The same function, which makes its answer for an object once and keeps it as long as the object. It is kept on the object:
 * of a WeakMap each entry is looked at whenever the engine collects garbage, and a long file has tens of thousands.
 */
export function memoize<K extends object, T extends object>(make: (key: K) => T): (key: K) => T {
  const slot = functions;
  functions += 1;
  return (key) => {
    const slots = (key as { [SLOTS]?: Slots })[SLOTS] ?? addSlots(key);
    const known = slots[slot] as T | undefined;
    if (known) return known;
    const made = make(key);
    slots[slot] = made;
    return made;
  };
}

/** Not enumerable, so that a copy of the object begins anew, and two objects are equal whatever was asked of them. */
function addSlots(key: object): Slots {
  const slots: Slots = [];
  Object.defineProperty(key, SLOTS, { value: slots });
  return slots;
}
