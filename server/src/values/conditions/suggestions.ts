import { capabilities } from '../security/capabilities.ts';
import type { Candidate, CandidateSource } from '../value-type.ts';

type Suggestions = Readonly<Record<string, string>>;

const pressures: Suggestions = {
  '20%': 'waits less than a fifth of the time, over five minutes',
  '20%/1min': 'the same over one minute',
  'system.slice:20%': 'of one slice only',
};

/** Values worth starting from where anything may be written; systemd.unit(5), "Conditions and Asserts". */
const suggestions: Readonly<Record<string, Suggestions>> = {
  ConditionUser: { root: 'user 0', '@system': 'a system user or root' },
  ConditionCPUs: { '>= 2': 'two or more', '>= 4': 'four or more' },
  ConditionMemory: { '>= 1G': 'a gigabyte or more', '>= 4G': 'four gigabytes or more' },
  ConditionKernelVersion: { '>=6.1': 'Linux 6.1 or newer', '6.1*': 'any 6.1' },
  ConditionVersion: { 'systemd >=254': 'systemd 254 or newer', 'kernel >=6.1': 'Linux 6.1 or newer' },
  ConditionOSRelease: {
    'ID=debian': 'Debian',
    'ID=ubuntu': 'Ubuntu',
    'ID=fedora': 'Fedora',
    'ID=arch': 'Arch Linux',
    'VERSION_ID>=12': 'version 12 or newer, of whatever system',
  },
  ConditionKernelCommandLine: { quiet: 'the word quiet', debug: 'the word debug', 'root=': 'any root=…' },
  ConditionKernelModuleLoaded: { loop: 'loop devices', overlay: 'overlay file systems', kvm: 'virtual machines' },
  ConditionCPUFeature: {
    aes: 'AES instructions',
    avx2: 'AVX2 instructions',
    rdrand: 'random numbers of the processor',
    sse4_2: 'SSE4.2 instructions',
    vmx: "Intel's virtual machines",
    svm: "AMD's virtual machines",
  },
  ConditionFraction: { '10%': 'on a tenth of all machines', '50%': 'on half of all machines' },
  ConditionMemoryPressure: pressures,
  ConditionCPUPressure: pressures,
  ConditionIOPressure: pressures,
};

/** Values to start from, by the condition's key. */
export function suggestedItems(key: string): Candidate[] {
  if (key === 'ConditionCapability')
    return [...capabilities].map(([label, detail]) => ({ label, kind: 'keyword', detail }));
  return Object.entries(suggestions[key] ?? {}).map(([label, detail]) => ({ label, kind: 'value', detail }));
}

const sources: Readonly<Record<string, CandidateSource>> = {
  ConditionUser: { type: 'user' },
  ConditionGroup: { type: 'group' },
};

/** Where the machine has the values a condition may name. */
export const sourcesOf = (key: string): readonly CandidateSource[] => [
  ...(sources[key] ? [sources[key]] : []),
  { type: 'specifier' },
];
