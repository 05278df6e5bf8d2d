import type { Diagnosis, DiagnosisPlace } from '../why/diagnosis.ts';
import { clock } from '../why/render-text.ts';
import type { TrialAccount } from './account.ts';
import type { Denial, Suspect } from './denials.ts';
import type { Proof } from './find-directive.ts';
import { remedyText } from './remedy-text.ts';
import type { Remedy } from './restrictions.ts';
import type { Symptom } from './symptoms.ts';

/** What a sign means, as a sentence; what a program said of it stands behind. */
const MEANINGS: Readonly<Record<Symptom['kind'], (path: string) => string>> = {
  EROFS: (path) => `${path || 'A path'} is read-only for the service.`,
  EACCES: (path) => `The service may not use ${path || 'what it wanted to use'}.`,
  EPERM: () => 'The service was not permitted to do something.',
  ENOENT: (path) => `${path || 'A file'} is not there for the service.`,
  EAFNOSUPPORT: () => 'The service may not make a socket of that address family.',
  ENETUNREACH: () => 'The service did not reach the network.',
  EADDRNOTAVAIL: () => 'The service has no network device with that address.',
  ECONNREFUSED: () => 'Nobody answered where the service wanted to connect.',
  EMFILE: () => 'The service opened more files than it may.',
  ENOMEM: () => 'The service did not get the memory it wanted.',
  EAGAIN: () => 'The service may start no more processes.',
  EFBIG: () => 'The service wrote a file longer than it may.',
  SIGSYS: () => 'A system call that the service may not make ended it (SIGSYS).',
};

/** What was denied, in a sentence. */
export const denialText = ({ symptom: { kind, path = '', call } }: Denial): string =>
  `${MEANINGS[kind](path)}${call === undefined ? '' : ` The kernel tells of system call ${call}.`}`;

/** What a directive has to do with it, and what to write. */
export function suspectText({ key, value, does, remedies }: Suspect): string {
  const write = remediesText(key, remedies);
  return `${key}=${value} ${does}.${write === '' ? '' : ` ${write}`}`;
}

function remediesText(key: string, remedies: readonly Remedy[]): string {
  const words = remedies.slice(0, 2).map((remedy) => remedyText(key, remedy));
  return words.length === 0 ? '' : `${words[0]![0]!.toUpperCase()}${words.join(', or ').slice(1)}.`;
}

/** What a mark at the line says: what was denied, by what, how certain that is, and what to write. */
export function markText(denial: Denial, suspect: Suspect): string {
  const said = denial.symptom.said === undefined ? '' : ` The service said: "${denial.symptom.said}".`;
  const others = denial.suspects.slice(1, 4).map(({ key }) => `${key}=`);
  const certainty =
    others.length === 0 ? '' : ` That is likely and not certain: ${others.join(', ')} can deny this, too.`;
  return `${denialText(denial)}${said} ${suspectText(suspect)}${certainty}`;
}

/** A trial as plain text for a terminal or a page. */
export function trialText({ headline, diagnosis, denials, remarks, journal }: TrialAccount, proof?: Proof): string {
  const parts = [
    [headline, ...(diagnosis ? explained(diagnosis) : [])],
    ...denials.map(denialLines),
    ...(proof ? [[proof.text, ...placeLine(proof.suspects[0]?.place)]] : []),
    stepLines(diagnosis),
    remarks,
    journal.length === 0
      ? ['The journal has nothing of the trial.']
      : ['The journal of the trial:', ...journal.slice(-MOST_LINES).map(journalLine)],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** Of the journal. */
const MOST_LINES = 40;

const explained = ({ places, explanation, cause }: Diagnosis): string[] => [
  ...places.slice(0, 3).flatMap(placeLine),
  ...explanation,
  ...(cause ? [cause.headline] : []),
];

function stepLines(diagnosis: Diagnosis | undefined): string[] {
  const steps = [...new Set([...(diagnosis?.cause?.steps ?? []), ...(diagnosis?.steps ?? [])])];
  return steps.length === 0 ? [] : ['What to do next:', ...steps.map((step) => `  - ${step}`)];
}

function denialLines(denial: Denial): string[] {
  const { suspects, symptom } = denial;
  const [first, ...others] = suspects;
  const said = symptom.said === undefined ? [] : [`  The service said: ${symptom.said}`];
  if (!first) return [`Denied: ${denialText(denial)}`, ...said, '  No line of the unit explains it.'];
  const more = others.slice(0, 4).map(({ key }) => `${key}=`);
  return [
    `Denied: ${denialText(denial)}`,
    ...said,
    ...placeLine(first.place),
    `  ${suspectText(first)}`,
    ...(more.length === 0 ? [] : [`  Likely, not certain: ${more.join(', ')} can deny this, too.`]),
  ];
}

const placeLine = (place: DiagnosisPlace | undefined): string[] =>
  place ? [`  ${place.path}:${place.line}: ${place.text}`] : [];

const journalLine = ({ time, source, text }: TrialAccount['journal'][number]): string =>
  `  ${clock(time)} ${source}: ${text.split('\n').join('\n    ')}`;
