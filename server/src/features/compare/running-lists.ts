import { exitStatuses } from '../../schema/generated/names.ts';
import { rowsOf } from '../../schema/rows.ts';
import { parseBoolean } from '../../values/boolean.ts';
import type { Properties } from '../why/show-output.ts';
import type { RunningForm } from './running-form.ts';
import type { Setting } from './settings-in-force.ts';
import { spanForm } from './span-form.ts';

/** Words of a value as the manager has them; undefined for a value of which that is not known. */
type ShownWords = (text: string) => readonly string[] | undefined;

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** What is excepted (`~`) is shown as what is left of all. */
const withoutException: ShownWords = (text) => (text.startsWith('~') ? undefined : words(text));

/** ProtectClock=, PrivateDevices=, ProtectKernelModules= and ProtectKernelLogs= take these away whatever is written. */
const TAKEN_AWAY = /^cap_(?:sys_time|wake_alarm|mknod|sys_rawio|sys_module|syslog)$/;

const isLasting = (capability: string): boolean => !TAKEN_AWAY.test(capability);

const boundingSet: ShownWords = (text) => capabilities(text)?.filter(isLasting);

const capabilities: ShownWords = (text) => withoutException(text)?.map((word) => word.toLowerCase());

const families: ShownWords = (text) => (text === 'none' ? undefined : withoutException(text));

/** `a:b` has a link beside it, which is shown elsewhere. */
const folders: ShownWords = (text) => (text.includes(':') ? undefined : words(text));

const codeOf = new Map(rowsOf(exitStatuses).map(([name = '', code = '']) => [name, code]));

/** Exit statuses are shown as numbers, signals without SIG. */
const statuses: ShownWords = (text) =>
  words(text).map((word) =>
    /^\d+$/.test(word) ? String(Number(word)) : (codeOf.get(word) ?? word.replace(/^SIG/, '')),
  );

const number: ShownWords = (text) => (/^\d{1,15}$/.test(text) ? [String(Number(text))] : undefined);

const absolute: ShownWords = (text) => (text.startsWith('/') ? [text] : undefined);

const yesOrNo: ShownWords = (text) => {
  const value = parseBoolean(text);
  return value === undefined ? undefined : [value ? 'yes' : 'no'];
};

/** Lists of words. DeviceAllow= is not among them: ProtectClock=, RootImage= and others allow more devices. */
const LISTS: Readonly<Record<string, ShownWords>> = {
  PassEnvironment: words,
  UnsetEnvironment: words,
  SupplementaryGroups: words,
  AmbientCapabilities: capabilities,
  RestrictAddressFamilies: families,
  RuntimeDirectory: folders,
  StateDirectory: folders,
  CacheDirectory: folders,
  LogsDirectory: folders,
  ConfigurationDirectory: folders,
  SuccessExitStatus: statuses,
  RestartPreventExitStatus: statuses,
  RestartForceExitStatus: statuses,
};

const SCALARS: Readonly<Record<string, ShownWords>> = {
  FileDescriptorStoreMax: number,
  LogRateLimitBurst: number,
  IOSchedulingPriority: number,
  PIDFile: absolute,
  Where: absolute,
  RestrictNamespaces: yesOrNo,
};

/** How lists of words, numbers and the like are read off; undefined for other directives. */
export function listForm(key: string): RunningForm | undefined {
  if (key === 'CapabilityBoundingSet')
    return readAs(key, boundingSet, { isSet: true, linesOf: (line) => words(line).filter(isLasting) });
  if (LISTS[key]) return readAs(key, LISTS[key], { isSet: true, linesOf: words });
  if (SCALARS[key]) return readAs(key, SCALARS[key], { isSet: false, linesOf: (line) => (line === '' ? [] : [line]) });
  if (LIMIT.test(key)) return limit(key);
  if (key === 'CPUQuota') return quota;
  const listened = LISTENED[key];
  return listened === undefined ? undefined : sockets(listened);
}

interface Shown {
  readonly isSet: boolean;
  linesOf(line: string): readonly string[];
}

const readAs = (property: string, wordsOf: ShownWords, { isSet, linesOf }: Shown): RunningForm => ({
  property,
  isSet,
  running: (shown) => (shown.get(property) ?? []).flatMap(linesOf),
  files: (setting) => ofAll(setting, wordsOf),
});

/** Undefined as soon as of one entry nothing is known. */
function ofAll({ entries }: Setting, wordsOf: ShownWords): readonly string[] | undefined {
  const found = entries.map(({ text, form }) => (/%[^%]/.test(text) ? undefined : wordsOf(form)));
  return found.includes(undefined) ? undefined : found.flatMap((each) => each!);
}

/** Those that are plain numbers; a size or a time has other forms. */
const LIMIT = /^Limit(?:NOFILE|NPROC|SIGPENDING|LOCKS)$/;

/** The hard and the soft limit have a property each. */
const limit = (key: string): RunningForm => ({
  property: key,
  isSet: false,
  running: (shown) => {
    const [hard, soft] = [only(shown, key), only(shown, `${key}Soft`)];
    return hard === '' ? [] : [`${soft}:${hard}`];
  },
  files: (setting) =>
    ofAll(setting, (text) => {
      const [soft = '', hard = soft, ...more] = text.split(':');
      const isNumber = [soft, hard].every((each) => /^(?:\d{1,15}|infinity)$/.test(each));
      return isNumber && more.length === 0 ? [`${soft}:${hard}`] : undefined;
    }),
});

const only = (shown: Properties, property: string): string => shown.get(property)?.[0] ?? '';

/** A share of a second: 20% is 200ms. */
const quota: RunningForm = {
  property: 'CPUQuotaPerSecUSec',
  isSet: false,
  running: (shown) => {
    const text = only(shown, 'CPUQuotaPerSecUSec');
    return text === '' || text === 'infinity' ? [] : [spanForm(text)];
  },
  files: (setting) =>
    ofAll(setting, (text) => (/^\d{1,6}%$/.test(text) ? [spanForm(`${Number(text.slice(0, -1)) * 10}ms`)] : undefined)),
};

const LISTENED: Readonly<Record<string, string>> = {
  ListenStream: 'Stream',
  ListenDatagram: 'Datagram',
  ListenSequentialPacket: 'SequentialPacket',
  ListenFIFO: 'FIFO',
  ListenSpecial: 'Special',
};

/** `/run/web.sock (Stream)`; of a port it depends on the machine what is shown. */
const sockets = (type: string): RunningForm => ({
  property: 'Listen',
  isSet: true,
  running: (shown) =>
    (shown.get('Listen') ?? []).flatMap((line) => {
      const [, address, kind] = /^(.*) \((\w+)\)$/s.exec(line) ?? [];
      return kind === type && address!.startsWith('/') ? [address!] : [];
    }),
  files: (setting) => ofAll(setting, absolute),
});
