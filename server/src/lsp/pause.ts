/** Lines of a text of which everything is worked out with every keystroke; nearly all units have fewer. */
export const MOST_AT_ONCE = 500;

/** Milliseconds without a keystroke, after which the rest of a longer one is. */
export const PAUSE = 200;
