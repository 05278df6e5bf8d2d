import { lastRun, type UnitFacts } from '../why/facts.ts';

/** What a process was told when something was denied; errno(3) names, or a signal. */
export type SymptomKind =
  | 'EROFS'
  | 'EACCES'
  | 'EPERM'
  | 'ENOENT'
  | 'EAFNOSUPPORT'
  | 'ENETUNREACH'
  | 'EADDRNOTAVAIL'
  | 'ECONNREFUSED'
  | 'EMFILE'
  | 'ENOMEM'
  | 'EAGAIN'
  | 'EFBIG'
  | 'SIGSYS';

/** A sign that something was denied. */
export interface Symptom {
  readonly kind: SymptomKind;
  /** The line in which a process said so; undefined where the manager or the kernel told it. */
  readonly said?: string | undefined;
  /** The path that the line names. */
  readonly path?: string | undefined;
  /** The system call, where the kernel's audit tells it. */
  readonly call?: string | undefined;
}

/** In the words of strerror(3), of programs that name the number, and of Python and Node. */
const WORDS: readonly (readonly [SymptomKind, RegExp])[] = [
  ['EROFS', /read-only file system|\bEROFS\b/i],
  ['EAFNOSUPPORT', /address family (?:for hostname )?not supported|\bEAFNOSUPPORT\b/i],
  ['EADDRNOTAVAIL', /cannot assign requested address|can't assign requested address|\bEADDRNOTAVAIL\b/i],
  [
    'ENETUNREACH',
    /network is unreachable|name or service not known|temporary failure in name resolution|could not resolve|\bENETUNREACH\b|\bEAI_AGAIN\b/i,
  ],
  ['ECONNREFUSED', /connection refused|\bECONNREFUSED\b/i],
  ['EMFILE', /too many open files|\bEMFILE\b/i],
  ['ENOMEM', /cannot allocate memory|out of memory|memory exhausted|\bENOMEM\b/i],
  ['EAGAIN', /fork: .{0,80}resource temporarily unavailable|cannot fork|can't start new thread|\bEAGAIN\b/i],
  ['EFBIG', /file too large|file size limit exceeded|\bEFBIG\b/i],
  [
    'EPERM',
    /operation not permitted|"?no new privileges"?|\bEPERM\b|must be (?:setuid )?root|effective uid is not 0|are you root/i,
  ],
  ['EACCES', /permission denied|\bEACCES\b/i],
  ['ENOENT', /no such file or directory|\bENOENT\b/i],
];

/** All signs that something was denied, once each, in the order in which they were seen. */
export function symptomsOf(unit: UnitFacts): Symptom[] {
  const lines = lastRun(unit).filter(({ isOfManager }) => !isOfManager);
  const found = lines.flatMap(({ text }) => symptomIn(text) ?? []);
  if (endedBy(unit, 'SIGSYS')) found.push({ kind: 'SIGSYS', call: auditedCall(unit) });
  const known = new Set<string>();
  return found.filter(({ kind, path, call, said }) => {
    const key = `${kind} ${path ?? call ?? said?.replace(/\d+/g, '#')}`;
    return !known.has(key) && known.add(key);
  });
}

/** The sign that a line of a process gives. */
export function symptomIn(text: string): Symptom | undefined {
  const kind = WORDS.find(([, words]) => words.test(text))?.[0];
  return kind && { kind, said: text.trim(), path: pathIn(text) };
}

/** Quotes of GNU programs by their numbers: bundles are read byte by byte. */
const PATH = /(?:^|[\s'"\u2018\u201c`(=:])(\/[^\s'"\u2019\u201d`),:;]*)/g;

/** The last absolute path of a line that is not that of the program itself: programs begin their messages with theirs. */
function pathIn(text: string): string | undefined {
  const found = [...text.matchAll(PATH)].map((match) => match[1]!);
  const named = found.filter((path, index) => index > 0 || !text.trimStart().startsWith(path));
  return named.at(-1)?.replace(/\.$/, '');
}

const SIGNALS = { SIGSYS: 31 } as const;

/** A process of the unit ended by a signal; a shell ends with 128 + its number when its command did. */
function endedBy({ properties, journal }: UnitFacts, signal: keyof typeof SIGNALS): boolean {
  const number = SIGNALS[signal];
  const status = Number(properties.ExecMainStatus?.[0]);
  const code = properties.ExecMainCode?.[0];
  if ((code === '2' || code === '3') && status === number) return true;
  if (code === '1' && status === 128 + number) return true;
  return journal.some(({ text }) => /bad system call/i.test(text) || text.includes(`status=${number}/SYS`));
}

/** `audit: type=1326 … syscall=41 …`: the number, as names differ by machine. */
function auditedCall({ journal }: UnitFacts): string | undefined {
  for (const { text } of journal) {
    const number = /(?:SECCOMP|type=1326)\b/.test(text) && /\bsyscall=(\d+)\b/.exec(text)?.[1];
    if (number) return `number ${number}`;
  }
  return undefined;
}
