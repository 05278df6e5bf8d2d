import type { TrialAccount } from './account.ts';
import type { Denial } from './denials.ts';
import type { Proof } from './find-directive.ts';
import { markText } from './render-trial.ts';

/** What is to be said at a line of a file after a trial. */
export interface Mark {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** The assignment as it stands there. */
  readonly text: string;
  /** Whether the trial failed because of it, as far as is known. */
  readonly isReason: boolean;
  readonly message: string;
  /** Assignments that would let the service do it again. */
  readonly add: readonly string[];
}

/** A mark at each line that denied something; where none did and the trial failed, at the line that matters most. */
export function marksOf(account: TrialAccount, proof?: Proof): Mark[] {
  const proven = proof && proof.suspects.length > 0 ? provenMarks(account, proof) : undefined;
  const marks = proven ?? account.denials.flatMap((denial) => likelyMark(account, denial));
  const { diagnosis, ok, headline } = account;
  const place = diagnosis?.places[0];
  if (marks.length > 0 || ok || !place) return marks;
  const message = [headline, ...(diagnosis?.explanation ?? [])].join(' ');
  return [{ path: place.path, line: place.line, text: place.text, isReason: true, message, add: [] }];
}

function likelyMark({ ok }: TrialAccount, denial: Denial): Mark[] {
  const [suspect] = denial.suspects;
  if (!suspect?.place) return [];
  const { path, line, text } = suspect.place;
  const add = suspect.remedies[0]?.add ?? [];
  return [{ path, line, text, isReason: !ok, message: markText(denial, suspect), add }];
}

function provenMarks({ ok }: TrialAccount, { suspects, text, remedy }: Proof): Mark[] {
  return suspects.flatMap(({ place }) =>
    place
      ? [
          {
            ...{ path: place.path, line: place.line, text: place.text, isReason: !ok },
            ...{ message: `Shown by trials: ${text}`, add: remedy?.add ?? [] },
          },
        ]
      : [],
  );
}
