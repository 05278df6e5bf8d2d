/** What memoized functions have made for an object: the number of a function, then what it made. */
const ANSWERS = Symbol('memoized');

type Answers = (number | object)[];

let functions = 0;

/**
 * The same function, which makes its answer for an object once and keeps it as long as the object. It is kept on the object:
 * of a WeakMap each entry is looked at whenever the engine collects garbage, and a long file has tens of thousands.
 */
export function memoize<K extends object, T extends object>(make: (key: K) => T): (key: K) => T {
  const own = functions;
  functions += 1;
  return (key) => {
    const answers = (key as { [ANSWERS]?: Answers })[ANSWERS] ?? addAnswers(key);
    // Few functions are asked of one object: a list is smaller than a map, and as quick.
    for (let at = 0; at < answers.length; at += 2) if (answers[at] === own) return answers[at + 1] as T;
    const made = make(key);
    answers.push(own, made);
    return made;
  };
}

/** Not enumerable, so that a copy of the object begins anew, and two objects are equal whatever was asked of them. */
function addAnswers(key: object): Answers {
  const answers: Answers = [];
  Object.defineProperty(key, ANSWERS, { value: answers });
  return answers;
}
