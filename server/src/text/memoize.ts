/** What memoized functions have made for an object. */
const ANSWERS = Symbol('memoized');

/** What one function has made. */
class Answer {
  readonly asked: number;
  readonly made: object;
  /** Few functions are asked of one object: a chain is smaller than a list or a map, and as quick. */
  next: Answer | undefined = undefined;

  constructor(asked: number, made: object) {
    this.asked = asked;
    this.made = made;
  }
}

class Answers {
  first: Answer | undefined = undefined;
  /** The lists that are empty: a bit for each function. */
  empty: number[] = NO_BITS;
}

const NONE: readonly never[] = [];
const NO_BITS: number[] = [];
/** Bits that fit into a number V8 keeps in place. */
const BITS = 30;

let functions = 0;

/**
 * The same function, which makes its answer for an object once and keeps it as long as the object. It is kept on the object:
 * of a WeakMap each entry is looked at whenever the engine collects garbage, and a long file has tens of thousands.
 */
export function memoize<K extends object, T extends object>(make: (key: K) => T): (key: K) => T {
  const own = functions;
  functions += 1;
  return (key) => {
    const answers = answersOf(key);
    const known = madeBy(own, answers);
    if (known) return known as T;
    const made = make(key);
    add(new Answer(own, made), answers);
    return made;
  };
}

/** The same for a function that makes lists nobody changes: an empty one, as nearly all are, takes a bit. */
export function memoizeList<K extends object, T>(make: (key: K) => readonly T[]): (key: K) => readonly T[] {
  const own = functions;
  functions += 1;
  const at = Math.floor(own / BITS);
  const bit = 1 << (own % BITS);
  return (key) => {
    const answers = answersOf(key);
    if ((answers.empty[at] ?? 0) & bit) return NONE;
    const known = madeBy(own, answers);
    if (known) return known as readonly T[];
    const made = make(key);
    if (made.length === 0) {
      setBit(answers, at, bit);
      return NONE;
    }
    // A list that grew has room for more.
    const list = made.slice();
    add(new Answer(own, list), answers);
    return list;
  };
}

function madeBy(own: number, { first }: Answers): object | undefined {
  for (let at = first; at; at = at.next) if (at.asked === own) return at.made;
  return undefined;
}

/** At the end: what is asked of a new object first is what is asked most. */
function add(answer: Answer, answers: Answers): void {
  let last = answers.first;
  while (last?.next) last = last.next;
  if (last) last.next = answer;
  else answers.first = answer;
}

function setBit(answers: Answers, at: number, bit: number): void {
  // As long as it can be for the functions there are: it does not grow often.
  if (answers.empty.length <= at) answers.empty = withRoom(answers.empty);
  answers.empty[at]! |= bit;
}

/** Made for each object of which some list is empty: the quickest way counts. */
function withRoom(bits: readonly number[]): number[] {
  const room = bits.slice();
  while (room.length * BITS < functions) room.push(0);
  return room;
}

/** Not enumerable, so that a copy of the object begins anew, and two objects are equal whatever was asked of them. */
function answersOf(key: object): Answers {
  const known = (key as { [ANSWERS]?: Answers })[ANSWERS];
  if (known) return known;
  const answers = new Answers();
  Object.defineProperty(key, ANSWERS, { value: answers });
  return answers;
}

/**
 * Forgets all that was worked out of an object. Where the object has been there for long, what is new and hangs on it is kept as
 * long as V8 does not look for garbage among the old.
 */
export function forget(key: object): void {
  const known = (key as { [ANSWERS]?: Answers })[ANSWERS];
  if (known) [known.first, known.empty] = [undefined, NO_BITS];
}
