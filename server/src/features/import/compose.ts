import { type Entry, isMapping, readCompose } from './compose-document.ts';
import { type ComposeContext, translateEntry } from './compose-service.ts';
import {
  distinct,
  hasRegistry,
  ImportError,
  type Imported,
  type ImportedFile,
  literal,
  onDockerHub,
  type Remark,
  type UnitLine,
  type UnitSections,
  unitText,
  word,
} from './imported.ts';
import { withSpecifiers } from './shell-words.ts';

/** Whether a text is a Compose file, as far as its first lines tell. */
export const isCompose = (text: string): boolean => /^services:\s*(?:#.*)?$/m.test(text);

/** The network that Compose puts services on which name none. */
const DEFAULT = 'default';

interface Project {
  readonly name: string;
  readonly context: ComposeContext;
}

/**
 * Quadlet files for a Compose file: a `.container` for each service, and `.network`, `.volume`, `.build` files for what
 * they need. Containers find each other by the names of the services, as with Compose.
 * @param folder the name of the project where the file does not say
 * @throws ImportError
 */
export function importCompose(text: string, folder = 'project'): Imported {
  const document = readCompose(text);
  const root = document.entries();
  const rootValue = (key: string): unknown => root.find((entry) => entry.key === key)?.value;
  const name = typeof rootValue('name') === 'string' ? String(rootValue('name')) : folder.replace(/[^\w.-]/g, '-');
  const own = (section: string): Entry[] => document.entries(section).filter(({ value }) => !isExternal(value));
  const services = document.entries('services');
  if (services.length === 0) throw new ImportError('This Compose file has no services.', 1);
  const remarks: Remark[] = [...document.remarks];
  const project: Project = {
    name,
    context: {
      networks: new Set([DEFAULT, ...own('networks').map(({ key }) => key)]),
      volumes: new Set(own('volumes').map(({ key }) => key)),
      secrets: new Set(own('secrets').map(({ key }) => key)),
    },
  };
  const containers = services.map((service) =>
    containerFile(document.entries('services', service.key), service, project, remarks),
  );
  const builds = services.flatMap(({ key }) => buildFile(key, document.entries('services', key), remarks));
  const usesDefault = containers.some(({ text: file }) => file.includes(`Network=${DEFAULT}.network`));
  const networks = [
    ...own('networks').map((entry) => resourceFile('network', entry, remarks)),
    ...(usesDefault && !own('networks').some(({ key }) => key === DEFAULT)
      ? [{ name: `${DEFAULT}.network`, text: unitText([['Network', [['NetworkName', `${name}_default`]]]]) }]
      : []),
  ];
  const volumes = own('volumes').map((entry) => resourceFile('volume', entry, remarks));
  if (volumes.length > 0)
    remarks.push({
      line: lineOf(root, 'volumes'),
      message: `The volumes are new and empty. To go on with those of Compose, write VolumeName=${name}_NAME in each .volume file.`,
    });
  remarks.push(
    ...root.flatMap(({ key, line }) =>
      /^(?:configs|include)$/.test(key) ? [{ line, message: `${key}: has no counterpart in Quadlet files.` }] : [],
    ),
  );
  return { files: [...containers, ...builds, ...networks, ...volumes], remarks: distinct(remarks) };
}

const lineOf = (entries: readonly Entry[], key: string): number =>
  entries.find((entry) => entry.key === key)?.line ?? 1;

const isExternal = (value: unknown): boolean =>
  isMapping(value) && value.external !== undefined && value.external !== false;

function containerFile(
  entries: readonly Entry[],
  { key: name, line }: Entry,
  { context }: Project,
  remarks: Remark[],
): ImportedFile {
  const translated = entries.flatMap((entry) =>
    translateEntry(entry, context).flatMap((each) => {
      if (!('remark' in each)) return [each];
      remarks.push({ line: entry.line, message: each.remark });
      return [];
    }),
  );
  const inSection = (section: string): UnitLine[] =>
    translated.flatMap((each): UnitLine[] =>
      each.section === section ? [[each.key, withSpecifiers(each.value)]] : [],
    );
  const has = (key: string): boolean => entries.some((entry) => entry.key === key);
  const image = imageOf(name, entries);
  if (image === undefined) remarks.push({ line, message: `The service ${name} has neither image nor build.` });
  const network: UnitLine[] = has('networks') || has('network_mode') ? [] : [['Network', `${DEFAULT}.network`]];
  const alias: UnitLine[] = has('network_mode') ? [] : [['NetworkAlias', name]];
  const sections: UnitSections = [
    ['Unit', [['Description', `${name} container`], ...inSection('Unit')]],
    ['Container', [['Image', image ?? ''], ...inSection('Container'), ...network, ...alias]],
    ['Service', inSection('Service')],
    ['Install', [['WantedBy', 'default.target']]],
  ];
  return { name: `${name}.container`, text: unitText(sections) };
}

/** Compose's short names mean Docker Hub. */
function imageOf(service: string, entries: readonly Entry[]): string | undefined {
  if (entries.some(({ key }) => key === 'build')) return `${service}.build`;
  const given = entries.find(({ key }) => key === 'image')?.value;
  if (typeof given !== 'string') return undefined;
  return literal(hasRegistry(given) ? given : onDockerHub(given));
}

function buildFile(service: string, entries: readonly Entry[], remarks: Remark[]): ImportedFile[] {
  const build = entries.find(({ key }) => key === 'build');
  if (!build) return [];
  const {
    context = '.',
    dockerfile,
    args,
    target,
    ...others
  } = isMapping(build.value) ? build.value : { context: build.value };
  const tag = entries.find(({ key }) => key === 'image')?.value;
  const values = isMapping(args)
    ? Object.entries(args).map(([key, value]) => `${key}=${String(value)}`)
    : Array.isArray(args)
      ? args.map(String)
      : [];
  const lines: UnitLine[] = [
    ['ImageTag', typeof tag === 'string' ? tag : `localhost/${service}`],
    ['SetWorkingDirectory', String(context)],
    ...(dockerfile === undefined ? [] : ([['File', String(dockerfile)]] as UnitLine[])),
    ...(target === undefined ? [] : ([['Target', String(target)]] as UnitLine[])),
    ...values.map((value): UnitLine => ['PodmanArgs', word(`--build-arg=${literal(value)}`)]),
  ];
  for (const key of Object.keys(others))
    remarks.push({ line: build.line, message: `build.${key} has no counterpart here; it is left out.` });
  if (!String(context).startsWith('/'))
    remarks.push({
      line: build.line,
      message: `Quadlet looks for ${String(context)} in the folder of ${service}.build. Write the absolute path, or copy what is built beside it.`,
    });
  return [{ name: `${service}.build`, text: unitText([['Build', lines]]) }];
}

const NETWORK_KEYS: Readonly<Record<string, string>> = {
  driver: 'Driver',
  internal: 'Internal',
  enable_ipv6: 'IPv6',
  name: 'NetworkName',
};
const VOLUME_KEYS: Readonly<Record<string, string>> = { driver: 'Driver', name: 'VolumeName' };

/** A network or a volume of its own. */
function resourceFile(kind: 'network' | 'volume', { key: name, value, line }: Entry, remarks: Remark[]): ImportedFile {
  const table = kind === 'network' ? NETWORK_KEYS : VOLUME_KEYS;
  const lines: UnitLine[] = [];
  for (const [key, each] of Object.entries(isMapping(value) ? value : {})) {
    if (Object.hasOwn(table, key)) lines.push([table[key]!, literal(String(each))]);
    else if (key === 'labels') for (const label of labelsOf(each)) lines.push(['Label', word(literal(label))]);
    else if (key === 'driver_opts' && isMapping(each)) lines.push(...driverOptions(kind, each));
    else if (key === 'ipam' && isMapping(each)) lines.push(...addressLines(each));
    else remarks.push({ line, message: `${key} of the ${kind} ${name} has no counterpart; it is left out.` });
  }
  return { name: `${name}.${kind}`, text: lines.length > 0 ? unitText([[title(kind), lines]]) : `[${title(kind)}]\n` };
}

const title = (kind: string): string => kind[0]!.toUpperCase() + kind.slice(1);

const labelsOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.map(String)
    : isMapping(value)
      ? Object.entries(value).map(([key, each]) => `${key}=${String(each)}`)
      : [];

/** A local volume's `type`, `o` and `device` are keys of their own. */
const VOLUME_OPTIONS: Readonly<Record<string, string>> = { type: 'Type', device: 'Device', o: 'Options' };

const driverOptions = (kind: 'network' | 'volume', options: Record<string, unknown>): UnitLine[] =>
  Object.entries(options).map(([key, value]): UnitLine => {
    if (kind === 'volume' && Object.hasOwn(VOLUME_OPTIONS, key)) return [VOLUME_OPTIONS[key]!, literal(String(value))];
    return kind === 'network'
      ? ['Options', `${key}=${String(value)}`]
      : ['PodmanArgs', word(`--opt=${key}=${literal(String(value))}`)];
  });

const ADDRESS_KEYS: Readonly<Record<string, string>> = { subnet: 'Subnet', gateway: 'Gateway', ip_range: 'IPRange' };

const addressLines = ({ config }: Record<string, unknown>): UnitLine[] =>
  (Array.isArray(config) ? config : []).flatMap((each) =>
    Object.entries(isMapping(each) ? each : {}).flatMap(([key, value]): UnitLine[] =>
      Object.hasOwn(ADDRESS_KEYS, key) ? [[ADDRESS_KEYS[key]!, String(value)]] : [],
    ),
  );
