import type { Found } from '../generator/lookup.ts';
import { OPTIONS } from './options.ts';
import { type GivenOption, type OptionFault, readOptions } from './read-options.ts';
import { togetherFaults } from './together.ts';

/** What systemd puts in is not known here. */
const isOpen = ({ value: { text } }: GivenOption): boolean => /[%$]/.test(text);

/** The faults of single options, then those of options that do not go together. Podman itself stops at the first. */
export function optionFaults(words: readonly Found[], podman: number): OptionFault[] {
  const all = readOptions(words, isLookedAt);
  const given = all.filter((each) => !isOpen(each));
  const names = new Set(all.map(({ name }) => name));
  const single = given.flatMap(({ name, value }): OptionFault[] => {
    if (isIdle(name, names, podman)) return [];
    const fault = OPTIONS[name]?.(value.text, podman);
    return fault === undefined ? [] : [{ fault, value }];
  });
  return [...single, ...togetherFaults(given, podman)];
}

const isLookedAt = (name: string): boolean => Object.hasOwn(OPTIONS, name) || ALSO.has(name);

/** Whose being there counts, whatever they say. */
const ALSO: ReadonlySet<string> = new Set([
  '--health-startup-cmd',
  ...['--network-alias', '--mac-address', '--subuidname', '--subgidname'],
]);

/** Nobody looks at what the check at the start has where there is none; before some Podman behind 5.4 that was true of the usual one, too. */
const isIdle = (name: string, names: ReadonlySet<string>, podman: number): boolean =>
  (/^--health-startup-(?:interval|timeout)$/.test(name) && !names.has('--health-startup-cmd')) ||
  (/^--health-(?:interval|timeout|start-period)$/.test(name) && podman < 508 && !names.has('--health-cmd'));
