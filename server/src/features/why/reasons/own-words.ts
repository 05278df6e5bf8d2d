import { type Culprit, culprits } from '../diagnosis.ts';

/** What programs say when they give up, and what that mostly means for a unit. */
interface Hint {
  readonly words: RegExp;
  readonly says: string;
  readonly culprits: readonly Culprit[];
  readonly step: string;
}

const SANDBOX = [
  ...['ProtectSystem', 'ProtectHome', 'ReadOnlyPaths', 'InaccessiblePaths', 'ReadWritePaths', 'PrivateTmp'],
  ...['ProtectKernelTunables', 'ProtectControlGroups', 'DynamicUser'],
];

const hints: readonly Hint[] = [
  {
    words: /address already in use|EADDRINUSE|port \S+ is already (?:in use|allocated)/i,
    says: 'The address or port that it wants to listen on is in use by another process.',
    culprits: culprits('ListenStream', 'ListenDatagram'),
    step: 'Find the other process: ss --listening --processes --numeric',
  },
  {
    words: /read-only file system|EROFS/i,
    says: 'It wanted to write where the unit lets it only read.',
    culprits: culprits(...SANDBOX),
    step: 'Let it write where it has to: ReadWritePaths=, or better StateDirectory=, CacheDirectory=, LogsDirectory= or RuntimeDirectory=',
  },
  {
    words: /error while loading shared libraries|cannot open shared object file/i,
    says: 'A library that the program needs was not found.',
    culprits: culprits('ExecStart', 'Environment', 'EnvironmentFile', 'RootDirectory'),
    step: 'List what it needs: ldd PROGRAM. Install the missing package, or set LD_LIBRARY_PATH by Environment=',
  },
  {
    words: /too many open files|EMFILE/i,
    says: 'It opened more files than it may.',
    culprits: culprits('LimitNOFILE'),
    step: 'Allow more by LimitNOFILE=',
  },
  {
    words: /cannot allocate memory|out of memory|ENOMEM/i,
    says: 'It did not get the memory it wanted.',
    culprits: culprits('MemoryMax', 'MemoryHigh', 'LimitAS', 'LimitDATA', 'LimitMEMLOCK'),
    step: 'Allow more by MemoryMax=, or let the program use less.',
  },
  {
    words: /could not resolve|name or service not known|temporary failure in name resolution|network is unreachable/i,
    says: 'The network or its name service was not ready for it.',
    culprits: culprits('After', 'Wants', 'PrivateNetwork', 'RestrictAddressFamilies', 'IPAddressDeny'),
    step: 'If that happens at boot: Wants=network-online.target and After=network-online.target; a program that tries again by itself is better.',
  },
  {
    words: /connection refused|ECONNREFUSED/i,
    says: 'What it wanted to connect to does not listen.',
    culprits: culprits('After', 'Requires', 'Wants'),
    step: 'Start the other service first, and order this one behind it by After=',
  },
  {
    words: /permission denied|operation not permitted|EACCES|EPERM|not permitted/i,
    says: 'It wanted to do something that its user, or the unit, does not permit.',
    culprits: culprits('User', 'DynamicUser', 'CapabilityBoundingSet', 'AmbientCapabilities', ...SANDBOX),
    step: 'See what it touched: the path or port in its words. Give its user (User=) the rights, AmbientCapabilities= what root would have, or loosen the sandbox.',
  },
  {
    words: /command not found|: not found$/i,
    says: 'A command that it calls was not found; services have a short PATH and no shell start-up files.',
    culprits: culprits('ExecStart', 'Environment', 'ExecSearchPath'),
    step: 'Write the whole path of the command, or set PATH by Environment=',
  },
  {
    words: /no such file or directory|ENOENT/i,
    says: 'A file that it wanted was not there.',
    culprits: culprits('WorkingDirectory', 'ExecStart', 'Environment', 'RootDirectory'),
    step: 'See which file in its words. A relative path counts from WorkingDirectory=, which is / unless set.',
  },
];

/** What the words of a program give away; the last of them count most. */
export function hintIn(words: readonly string[]): Omit<Hint, 'words'> | undefined {
  for (const line of [...words].reverse()) {
    const found = hints.find((hint) => hint.words.test(line));
    if (found) return found;
  }
  return undefined;
}

/** The last words of a program, which mostly name the reason. */
export const lastWords = (words: readonly string[]): string | undefined =>
  words
    .filter((line) => line.trim() !== '' && !/^\s*(?:at |\^|Terminated$)/.test(line))
    .at(-1)
    ?.trim();
