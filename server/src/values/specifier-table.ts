import { since } from './changes.ts';
import type { ValueContext } from './value-type.ts';

/** One specifier of systemd.unit(5), "Specifiers". */
export interface Specifier {
  readonly letter: string;
  /** What it stands for, in a few words. */
  readonly meaning: string;
  /** First systemd version that knows it, where that matters. */
  readonly from?: number;
  /** Also known where systemd expects a unit name (`unit_name_printf()`, src/core/unit-printf.c). */
  readonly inNames?: true;
  /** Still replaced, but with nothing useful: systemd warns of it for the unit as a whole. */
  readonly deprecated?: true;
  /** Whether the sample is what it will be, whatever the machine. */
  settled?(context: SpecifierContext): boolean;
  /** A value it may have at run time, near enough to judge the text it becomes part of. */
  sample(context: SpecifierContext): string;
}

export type SpecifierContext = Pick<ValueContext, 'unit' | 'manager' | 'kind' | 'version'>;

const byManager =
  (system: string, user: string) =>
  (context: SpecifierContext): string =>
    context.manager === 'user' ? user : system;

const prefixOf = (context: SpecifierContext): string => context.unit?.prefix ?? unitStem(context);

/**
 * systemd judges a template as an instance of it, with a name of its own choice. A drop-in for many units may
 * well be one for instances.
 */
const instanceOf = (context: SpecifierContext): string => {
  const instance = context.unit ? context.unit.instance : '';
  if (instance !== '') return instance ?? '';
  return since(context.version, 'an instance is sampled as test_instance') ? 'test_instance' : 'i';
};

const unitStem = (context: SpecifierContext): string => {
  const { unit } = context;
  if (unit?.instance === '') return `${unit.prefix}@${instanceOf(context)}`;
  return unit ? unit.text.slice(0, unit.text.lastIndexOf('.')) : 'unit';
};

const lastPart = (text: string): string => text.slice(text.lastIndexOf('-') + 1);

const unescapeName = (text: string): string =>
  text
    .replace(/-/g, '/')
    .replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const filename = (context: SpecifierContext): string =>
  `/${unescapeName((context.unit?.instance === undefined ? '' : instanceOf(context)) || prefixOf(context)).replace(/^\/+/, '')}`;

const ID = '0123456789abcdef0123456789abcdef';

const always =
  <T>(value: T) =>
  (): T =>
    value;

const inSystem = ({ manager }: SpecifierContext): boolean => manager === 'system';
const hasName = ({ unit }: SpecifierContext): boolean => unit !== undefined;
const hasFilename = ({ unit }: SpecifierContext): boolean => unit !== undefined && unit.instance !== '';
const hasInstance = ({ unit }: SpecifierContext): boolean => unit?.instance !== undefined && unit.instance !== '';

/** Every specifier a unit file may have; which version and which place know it stands beside each. */
export const specifierTable: readonly Specifier[] = [
  { letter: 'a', meaning: 'architecture of the machine', from: 246, inNames: true, sample: always('x86-64') },
  { letter: 'A', meaning: 'image version of the operating system', from: 249, inNames: true, sample: always('1') },
  { letter: 'b', meaning: 'boot ID', inNames: true, sample: always(ID) },
  { letter: 'B', meaning: 'build ID of the operating system', from: 246, inNames: true, sample: always('1') },
  { letter: 'c', meaning: 'control group of the unit', deprecated: true, sample: always('/system.slice/unit') },
  { letter: 'C', settled: inSystem, meaning: 'cache directory root', sample: byManager('/var/cache', '/root/.cache') },
  { letter: 'd', meaning: 'credentials directory', from: 251, sample: always('/run/credentials/unit') },
  {
    letter: 'D',
    settled: inSystem,
    meaning: 'shared data directory',
    from: 256,
    sample: byManager('/usr/share', '/root/.local/share'),
  },
  {
    letter: 'E',
    settled: inSystem,
    meaning: 'configuration directory root',
    sample: byManager('/etc', '/root/.config'),
  },
  { letter: 'f', settled: hasFilename, meaning: 'unescaped instance or prefix as a path', sample: filename },
  {
    letter: 'g',
    settled: inSystem,
    meaning: 'group of the service manager',
    from: 240,
    inNames: true,
    sample: always('root'),
  },
  {
    letter: 'G',
    settled: inSystem,
    meaning: 'group ID of the service manager',
    from: 240,
    inNames: true,
    sample: always('0'),
  },
  { letter: 'h', settled: inSystem, meaning: 'home directory of the service manager’s user', sample: always('/root') },
  { letter: 'H', meaning: 'host name', inNames: true, sample: always('host') },
  { letter: 'i', settled: hasInstance, meaning: 'instance name', inNames: true, sample: instanceOf },
  {
    letter: 'I',
    settled: hasInstance,
    meaning: 'unescaped instance name',
    sample: (context) => unescapeName(instanceOf(context)),
  },
  {
    letter: 'j',
    settled: hasName,
    meaning: 'last part of the prefix',
    inNames: true,
    sample: (context) => lastPart(prefixOf(context)),
  },
  {
    letter: 'J',
    settled: hasName,
    meaning: 'unescaped last part of the prefix',
    sample: (context) => unescapeName(lastPart(prefixOf(context))),
  },
  { letter: 'l', meaning: 'short host name', from: 246, inNames: true, sample: always('host') },
  {
    letter: 'L',
    settled: inSystem,
    meaning: 'log directory root',
    sample: byManager('/var/log', '/root/.local/state/log'),
  },
  { letter: 'm', meaning: 'machine ID', inNames: true, sample: always(ID) },
  { letter: 'M', meaning: 'image ID of the operating system', from: 249, inNames: true, sample: always('image') },
  {
    letter: 'n',
    settled: hasFilename,
    meaning: 'full unit name',
    inNames: true,
    sample: (context) => `${unitStem(context)}.${context.kind}`,
  },
  { letter: 'N', settled: hasFilename, meaning: 'unit name without its suffix', inNames: true, sample: unitStem },
  { letter: 'o', meaning: 'operating system ID', from: 246, inNames: true, sample: always('debian') },
  { letter: 'p', settled: hasName, meaning: 'prefix of the unit name', inNames: true, sample: prefixOf },
  {
    letter: 'P',
    settled: hasName,
    meaning: 'unescaped prefix of the unit name',
    sample: (context) => unescapeName(prefixOf(context)),
  },
  { letter: 'q', meaning: 'pretty host name', from: 248, inNames: true, sample: always('Host') },
  { letter: 'r', meaning: 'control group of the unit’s slice', deprecated: true, sample: always('/system.slice') },
  { letter: 'R', meaning: 'root of the control group tree', deprecated: true, sample: always('/') },
  { letter: 's', meaning: 'shell of the service manager’s user', sample: always('/bin/bash') },
  {
    letter: 'S',
    settled: inSystem,
    meaning: 'state directory root',
    sample: byManager('/var/lib', '/root/.local/state'),
  },
  { letter: 't', settled: inSystem, meaning: 'runtime directory root', sample: byManager('/run', '/run/user/0') },
  { letter: 'T', settled: always(true), meaning: 'directory for temporary files', sample: always('/tmp') },
  { letter: 'u', settled: inSystem, meaning: 'user of the service manager', inNames: true, sample: always('root') },
  { letter: 'U', settled: inSystem, meaning: 'user ID of the service manager', inNames: true, sample: always('0') },
  { letter: 'v', meaning: 'kernel release', inNames: true, sample: always('6.1.0') },
  {
    letter: 'V',
    settled: always(true),
    meaning: 'directory for larger and persistent temporary files',
    sample: always('/var/tmp'),
  },
  { letter: 'w', meaning: 'version of the operating system', from: 246, inNames: true, sample: always('13') },
  { letter: 'W', meaning: 'variant of the operating system', from: 246, inNames: true, sample: always('server') },
  {
    letter: 'y',
    meaning: 'path of the unit file',
    from: 251,
    sample: (context) => `/etc/systemd/system/${unitStem(context)}.${context.kind}`,
  },
  { letter: 'Y', meaning: 'directory of the unit file', from: 251, sample: always('/etc/systemd/system') },
];
