import type { TrialAccount } from './account.ts';
import type { Denial, Suspect } from './denials.ts';
import { neededCalls } from './needed-calls.ts';
import { remedyText } from './remedy-text.ts';
import { isInEffect, type Remedy, restrictions } from './restrictions.ts';
import { smallestSet } from './smallest-set.ts';
import type { TrialPlan, Variant } from './trial-plan.ts';

/** Which lines deny what a trial missed, shown by trials without them. */
export interface Proof {
  /**
   * `alone`: without one line, the first suspect, the trial comes out well, and without each of the others as well; `together`: only
   * without all of them; `elsewhere`: no line that takes something from the service is the reason.
   */
  readonly cause: 'alone' | 'together' | 'elsewhere' | 'cancelled';
  readonly suspects: readonly Pick<Suspect, 'key' | 'value' | 'place'>[];
  /** A change with which the trial came out well. */
  readonly remedy?: Remedy | undefined;
  /** What was found, and what to write; sentences. */
  readonly text: string;
  /** How many trials it took. */
  readonly trials: number;
}

/** Tries the service in another form; undefined where that was not possible, or was ended by hand. */
export type TryVariant = (variant: Variant) => Promise<TrialAccount | undefined>;

/**
 * Finds the line that denies something, by trials without lines: first without all that take something from the service, then
 * without each that the signs point to, then by halves. What to write is tried as well.
 */
export async function findDirective(plan: TrialPlan, account: TrialAccount, tryVariant: TryVariant): Promise<Proof> {
  const search = searchOf(account, tryVariant);
  const keys = restrictingKeys(plan);
  const done = (proof: Omit<Proof, 'trials'>): Proof => ({ ...proof, trials: search.trials() });
  if (keys.length === 0 || !(await search.passes({ without: keys }))) {
    return done({
      cause: search.isCancelled() ? 'cancelled' : 'elsewhere',
      suspects: [],
      text: elsewhere(account, keys),
    });
  }
  const guesses = suspectedKeys(account.denials);
  const enough = await enoughAlone(guesses, search);
  const found =
    enough.length > 0 ? enough.slice(0, 1) : await smallestSet(inOrder(keys, guesses), search.passesWithout);
  if (search.isCancelled()) return done({ cause: 'cancelled', suspects: [], text: 'Ended by hand.' });
  const suspects = found.map((key) => suspectFor(plan, key));
  if (found.length > 1) return done({ cause: 'together', suspects, text: togetherText(suspects) });
  const [suspect] = suspects;
  const remedy = await remedyThatWorks(suspect!, { plan, account, search });
  const all = [suspect!, ...enough.slice(1).map((key) => suspectFor(plan, key))];
  return done({ cause: 'alone', suspects: all, remedy, text: aloneText(all, remedy) });
}

interface Search {
  passes(variant: Variant): Promise<boolean>;
  passesWithout(keys: readonly string[]): Promise<boolean>;
  isCancelled(): boolean;
  trials(): number;
}

function searchOf(account: TrialAccount, tryVariant: TryVariant): Search {
  let trials = 0;
  let isCancelled = false;
  const known = new Map<string, boolean>();
  const passes = async (variant: Variant): Promise<boolean> => {
    const key = JSON.stringify(variant);
    const before = known.get(key);
    if (before !== undefined || isCancelled) return before ?? false;
    trials++;
    const other = await tryVariant(variant);
    if (!other || other.end === 'cancelled') isCancelled = true;
    const isBetter = other !== undefined && isMended(account, other);
    known.set(key, isBetter);
    return isBetter;
  };
  return {
    passes,
    passesWithout: (keys) => passes({ without: keys }),
    isCancelled: () => isCancelled,
    trials: () => trials,
  };
}

/** It fails no more; where it did not fail, none of what it was denied is denied any more. */
function isMended(before: TrialAccount, after: TrialAccount): boolean {
  if (!after.ok) return false;
  const kinds = new Set(before.denials.map(({ symptom }) => `${symptom.kind} ${symptom.path}`));
  return !before.ok || !after.denials.some(({ symptom }) => kinds.has(`${symptom.kind} ${symptom.path}`));
}

const restrictingKeys = ({ lines }: TrialPlan): string[] => [
  ...new Set(
    lines
      .filter(({ section, key, value, place }) => section === 'Service' && place && isInEffect(key, value))
      .flatMap(({ key }) => (ALL_KEYS.has(key) ? [key] : [])),
  ),
];

/** Beside those that give signs we can read, what may keep a service from its work without a word. */
const ALL_KEYS = new Set([
  ...restrictions.map(({ key }) => key),
  ...['ReadWritePaths', 'ExecPaths', 'BindPaths', 'RootImage', 'PrivateMounts', 'PrivateIPC', 'RemoveIPC', 'UMask'],
  ...['MountAPIVFS', 'KeyringMode', 'AmbientCapabilities', 'SecureBits', 'Group', 'SupplementaryGroups'],
  ...['SystemCallErrorNumber', 'IPAddressAllow', 'NetworkNamespacePath', 'LimitCPU', 'LimitCORE', 'LimitSTACK'],
  ...['LimitRSS', 'LimitNICE', 'LimitRTPRIO', 'LimitLOCKS', 'LimitSIGPENDING', 'LimitMSGQUEUE', 'LimitRTTIME'],
  ...['MemoryHigh', 'MemorySwapMax', 'CPUQuota', 'AllowedCPUs', 'RestrictFileSystems', 'SocketBindAllow'],
  ...['PrivatePIDs', 'AppArmorProfile', 'SELinuxContext', 'SmackProcessLabel'],
]);

const suspectedKeys = (denials: readonly Denial[]): string[] => [
  ...new Set([
    ...denials.flatMap(({ suspects }) => suspects[0]?.key ?? []),
    ...denials.flatMap(({ suspects }) => suspects.map(({ key }) => key)),
  ]),
];

const inOrder = (keys: readonly string[], first: readonly string[]): string[] => [
  ...first.filter((key) => keys.includes(key)),
  ...keys.filter((key) => !first.includes(key)),
];

/** More guesses than that are no quicker than halving. */
const MOST_GUESSES = 3;

/** Those of the likeliest without which alone the trial comes out well. */
async function enoughAlone(guesses: readonly string[], search: Search): Promise<string[]> {
  const enough: string[] = [];
  for (const key of guesses.slice(0, MOST_GUESSES)) if (await search.passesWithout([key])) enough.push(key);
  return enough;
}

function suspectFor({ lines }: TrialPlan, key: string): Proof['suspects'][number] {
  const own = lines.filter((line) => line.section === 'Service' && line.key === key);
  const { value, place } = own.at(-1)!;
  return { key, value, place: place && { ...place, text: `${key}=${value}` } };
}

interface Asked {
  readonly plan: TrialPlan;
  readonly account: TrialAccount;
  readonly search: Search;
}

async function allowedCalls({ version }: TrialPlan, search: Search): Promise<Remedy | undefined> {
  const add = (words: readonly string[]): string[] => [`SystemCallFilter=${words.join(' ')}`];
  const words = await neededCalls(version, (some) => search.passes({ add: add(some) }));
  return words && { add: add(words) };
}

/** The narrowest change that is enough. */
async function remedyThatWorks(
  { key, value }: Proof['suspects'][number],
  { plan, account: { denials }, search }: Asked,
): Promise<Remedy | undefined> {
  if (key === 'SystemCallFilter') return await allowedCalls(plan, search);
  const told = denials.flatMap(({ suspects }) => suspects.filter((suspect) => suspect.key === key));
  const other = restrictions.find((restriction) => restriction.key === key);
  const remedies = told[0]?.remedies ?? other?.write({ kind: other.gives[0]! }, value) ?? [];
  for (const remedy of remedies.filter(({ isUntried }) => !isUntried)) {
    if (remedy.without) return remedy;
    if (await search.passes({ add: remedy.add })) return remedy;
  }
  return undefined;
}

const nameOf = ({ key, value }: Proof['suspects'][number]): string => `${key}=${value}`;

function aloneText([suspect, ...others]: Proof['suspects'], remedy: Remedy | undefined): string {
  const also = others.length === 0 ? '' : ` So it does without ${others.map(nameOf).join(', and without ')}.`;
  const proven = `Without ${nameOf(suspect!)} the trial comes out well, with it not.${also}`;
  if (!remedy || remedy.without) return `${proven} Take it out, or loosen it.`;
  return `${proven} With ${remedy.add.join(' and ')} it comes out well, too: ${remedyText(suspect!.key, remedy)}.`;
}

const togetherText = (suspects: Proof['suspects']): string =>
  `The trial comes out well only without all of these: ${suspects.map(nameOf).join(', ')}.`;

const elsewhere = ({ unit }: TrialAccount, keys: readonly string[]): string =>
  keys.length === 0
    ? `No line of ${unit} takes anything from it: the reason lies elsewhere.`
    : `Without ${keys.map((key) => `${key}=`).join(', ')} it comes out the same: the reason lies elsewhere.`;
