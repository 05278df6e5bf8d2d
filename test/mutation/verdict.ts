import type { Verdict } from '../oracle/messages.ts';

/** Something systemd minds; of the unit as a whole without a line. */
export interface Complaint {
  readonly line: number | undefined;
  /** The drop-in it is in; the fragment when not given. */
  readonly file: string | undefined;
  readonly text: string;
}

/** Said of several units together; none by itself is at fault. */
const OF_OTHERS =
  /unmergeable jobs|Found ordering cycle|Found dependency on|Unable to break cycle|to break ordering cycle|bus name to hashmap|same bus name/;

/** What systemd says at level warning or worse; a refusal without a word counts as one. */
export function complaints({ messages, refused, refusal }: Verdict): Complaint[] {
  const said = messages.filter(({ level, environment, text }) => level <= 4 && !environment && !OF_OTHERS.test(text));
  if (said.length > 0) return said.map(({ line, file, text }) => ({ line, file, text }));
  if (!refused || isUndecided({ messages, refused })) return [];
  return [{ line: undefined, file: undefined, text: refusal ?? 'refused' }];
}

/** Whether a clash with other units kept systemd from judging this one to the end. */
export const isUndecided = ({ messages }: Verdict): boolean => messages.some(({ text }) => OF_OTHERS.test(text));
