import { exitStatusOf } from '../../../values/basic/exit-statuses.ts';
import type { Culprit, Reason } from '../diagnosis.ts';
import { type Evidence, matchIn, quoted, startAgain } from '../evidence.ts';
import { exitReasons } from '../exit-reasons.ts';
import type { CommandRun } from '../facts.ts';
import { assignmentsOf } from '../places.ts';

const reasons = exitReasons((text) => text);

/** What systemd could not set up before it ran a command: exit statuses from 200 on, systemd.exec(5). */
export function setupReason(evidence: Evidence, run: CommandRun): Reason | undefined {
  const name = exitStatusOf(run.status)?.name ?? '';
  const reason = reasons[name];
  // Programs end with 255 as well: only systemd tells at which step it failed.
  if (!reason || (name === 'EXCEPTION' && !matchIn(evidence.said, STEP))) return undefined;
  if (name === 'EXEC') return programReason(evidence, run);
  const special = sentences[name]?.(evidence);
  const culprits = culpritsOf(evidence, reason.directives);
  const step = steps[name];
  return {
    kind: 'setup',
    headline: `${evidence.name} failed: ${special ?? reason.text}.`,
    explanation: [
      ...quotes(evidence),
      `Exit status ${run.status}/${name}: systemd ended the start before it ran the program.`,
    ],
    culprits,
    steps: [...(step === undefined ? [] : [step]), startAgain(evidence)],
  };
}

const STEP = /Failed at step (\w+) spawning/;

/** What systemd said of it, without what the diagnosis says anyway. */
const quotes = (evidence: Evidence): string[] =>
  quoted(evidence, (line) => /: (?:Failed to|Changing|Cannot|Can't|Error)/.test(line) && !STEP.test(line));

const SET_UP = /working directory failed|namespacing|standard (?:in|out|error)|Failed at step/;

const isMissing = ({ said }: Evidence): boolean =>
  said.some((line) => line.includes(': No such file or directory') && SET_UP.test(line));

/** The path that systemd names when it sets up the mounts of a unit, as the unit writes it. */
const namespacePath = ({ said }: Evidence): string | undefined =>
  matchIn(said, /Failed to set up mount namespacing: (?:\/run\/systemd\/(?:unit-root|mount-rootfs))?(\/\S*?): /)?.[1];

/** More than the table says, where systemd's words allow it. */
const sentences: Readonly<Record<string, (evidence: Evidence) => string | undefined>> = {
  CHDIR: (evidence) => {
    const path = evidence.value('WorkingDirectory');
    if (path === undefined || !isMissing(evidence)) return undefined;
    return `the working directory ${path.replace(/^-/, '')} does not exist`;
  },
  USER: (evidence) => accountSentence(evidence, 'User', 'user'),
  GROUP: (evidence) => accountSentence(evidence, 'Group', 'group'),
  NAMESPACE: (evidence) => {
    const path = namespacePath(evidence);
    if (!isMissing(evidence)) return undefined;
    const root = evidence.value('RootDirectory');
    if (path !== undefined && path !== root) return `${path}, which a setting of the unit needs, does not exist`;
    return root === undefined ? undefined : `the root directory ${root} does not exist, or lacks a folder it needs`;
  },
  STDIN: (evidence) => streamSentence(evidence, 'StandardInput', 'standard input'),
  STDOUT: (evidence) => streamSentence(evidence, 'StandardOutput', 'standard output'),
  STDERR: (evidence) => streamSentence(evidence, 'StandardError', 'standard error'),
  CREDENTIALS: (evidence) => {
    const value = evidence.value('LoadCredential');
    return value === undefined ? undefined : `the credential ${value} could not be loaded`;
  },
};

function accountSentence(evidence: Evidence, key: string, what: string): string | undefined {
  const value = evidence.value(key);
  return value !== undefined && matchIn(evidence.said, /credentials: No such process|Unknown (?:user|group)$/)
    ? `the ${what} "${value}" does not exist on this machine`
    : undefined;
}

function streamSentence(evidence: Evidence, key: string, what: string): string | undefined {
  const value = evidence.value(key);
  return value === undefined || !isMissing(evidence)
    ? undefined
    : `${what} could not be set up: a path or terminal of ${key}=${value} does not exist`;
}

const steps: Readonly<Record<string, string>> = {
  CHDIR: 'Create the folder, write another one, or put "-" before it if the service can do without.',
  USER: 'Create the user (systemd-sysusers, useradd --system), correct User=, or let systemd make one by DynamicUser=yes.',
  GROUP: 'Create the group (systemd-sysusers, groupadd --system), or correct the name.',
  NAMESPACE: 'Create the path, correct it, or put "-" before it if the service can do without.',
  STDIN: 'Create the file or terminal, or correct the setting.',
  STDOUT:
    'Create the folder of the file: systemd creates the file alone. Or leave it to the journal, which is the default.',
  STDERR:
    'Create the folder of the file: systemd creates the file alone. Or leave it to the journal, which is the default.',
  CREDENTIALS: 'Put the credential where the setting looks for it, or correct its path.',
  RUNTIME_DIRECTORY: 'Look at what is at that path below /run: a file may be in the way.',
  STATE_DIRECTORY: 'Look at what is at that path below /var/lib: a file may be in the way.',
  CACHE_DIRECTORY: 'Look at what is at that path below /var/cache: a file may be in the way.',
  LOGS_DIRECTORY: 'Look at what is at that path below /var/log: a file may be in the way.',
  CONFIGURATION_DIRECTORY: 'Look at what is at that path below /etc: a file may be in the way.',
  PAM: 'Name a service that has a file in /etc/pam.d.',
  LIMITS: 'Write a limit that is not above the hard limit of the manager.',
};

/** Of the directives that may ask for it those that the unit sets; where systemd names a path, those that hold it. */
function culpritsOf(evidence: Evidence, directives: readonly string[]): Culprit[] {
  const path = namespacePath(evidence);
  const holding = path === undefined ? [] : directives.map((key) => ({ key, holding: path }));
  const named = holding.filter((each) => hasAny(evidence, each));
  return named.length > 0 ? named : directives.map((key) => ({ key }));
}

const hasAny = ({ loaded }: Evidence, { key, holding = '' }: Culprit): boolean =>
  assignmentsOf(loaded, key).some(({ node }) => node.value.text.includes(holding));

/** Exit status 203/EXEC: the program itself. */
function programReason(evidence: Evidence, run: CommandRun): Reason {
  const { reason, step } = programFault(evidence, run);
  const isMain = run.key === 'ExecStart';
  return {
    kind: 'program',
    headline: `${evidence.name} failed: ${reason}${isMain ? '' : ` (${run.key}=)`}.`,
    explanation: [...quotes(evidence), `Exit status ${run.status}/EXEC: nothing of the program ran.`],
    culprits: [{ key: run.key, index: run.index }],
    steps: [step, startAgain(evidence)],
  };
}

interface Fault {
  readonly reason: string;
  readonly step: string;
}

const WHERE = 'Install it, or write the path where it is (command -v NAME prints it).';

function programFault(evidence: Evidence, { path }: CommandRun): Fault {
  const fact = evidence.unit.programs[path];
  const program = path === '' ? 'its program' : path;
  if (matchIn(evidence.said, /Exec format error/)) {
    return {
      reason: `${program} is neither a program for this machine nor a script whose first line begins with #!`,
      step: 'Begin the script with #!/bin/sh or the like, or build the program for this processor.',
    };
  }
  if (fact?.state === 'missing') return { reason: `the program ${program} does not exist`, step: WHERE };
  if (fact?.interpreterState === 'missing') {
    return {
      reason: `${fact.interpreter}, which the first line of ${program} names, does not exist`,
      step: 'Install the interpreter, or correct the first line of the script.',
    };
  }
  if (fact) return faultOfExisting(evidence, program, fact.state);
  if (matchIn(evidence.said, /Failed to locate executable|No such file or directory/)) {
    return { reason: `the program ${program} was not found`, step: WHERE };
  }
  return { reason: `${program} could not be executed`, step: 'Try the command by hand, as the user of the unit.' };
}

function faultOfExisting(
  evidence: Evidence,
  program: string,
  { type, executable }: { readonly type: string; readonly executable: boolean },
): Fault {
  if (type === 'directory') return { reason: `${program} is a folder and not a program`, step: WHERE };
  if (!executable) return { reason: `the file ${program} is not executable`, step: `Run: chmod +x ${program}` };
  if (matchIn(evidence.said, /Permission denied/)) {
    return {
      reason: `systemd was not permitted to execute ${program}`,
      step: 'Look at the rights of the folders above it for the user of the unit, at mount options (noexec), NoExecPaths= and SELinux.',
    };
  }
  return {
    reason: `${program} could not be executed, though it is there now`,
    step: 'It may lie on a file system that is mounted later (RequiresMountsFor=), or be hidden by the sandbox of the unit.',
  };
}
