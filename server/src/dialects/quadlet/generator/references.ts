import { add, addAll, type Command, option, retold } from './command.ts';
import { addLine, type Conversion, prependLine, refuseValue, replaceLines, sourceOf } from './conversion.ts';
import { readRecord, writeRecord } from './csv.ts';
import { cleanPath, cut, folderOf, suffixOf } from './go.ts';
import { type Found, isTrue, lookup, lookupAll, lookupFilled, lookupWords, type Place } from './lookup.ts';
import { kindOfName, type UnitInfo } from './names.ts';
import { escapeWord } from './words.ts';

/** Orders the service behind another file's and requires it. */
function require(of: Conversion, { serviceName }: UnitInfo, from: Found): void {
  addLine(of, 'Unit', 'Requires', retold(from, `${serviceName}.service`));
  addLine(of, 'Unit', 'After', retold(from, `${serviceName}.service`));
}

function referred(of: Conversion, key: string, found: Found, name: string): UnitInfo {
  return of.units.get(name) ?? refuseValue('missing-file', key, found, name);
}

/** An image, or what the `.image` or `.build` file named for it makes. */
export function resolveImage(of: Conversion, image: Found): Found {
  let resolved = image;
  for (const suffix of ['.build', '.image']) {
    if (!resolved.text.endsWith(suffix)) continue;
    const info = referred(of, 'Image', resolved, resolved.text);
    require(of, info, image);
    resolved = retold(image, info.resourceName);
  }
  return resolved;
}

/** Paths in a Quadlet file count from the folder it is in; what begins with a specifier is left alone. */
export function absolutePath({ file }: Pick<Conversion, 'file'>, path: string): string {
  if (startsWithSpecifier(path) || path.startsWith('/')) return path;
  return cleanPath(`${folderOf(file.path)}/${path}`);
}

export const startsWithSpecifier = (path: string): boolean => path.startsWith('%') && !path.startsWith('%%');

export const absolute = (of: Conversion, found: Found): Found => retold(found, absolutePath(of, found.text));

/** A folder of the host, whose mount the service then requires, or what a `.volume`, `.image` or `.artifact` file makes. */
function resolveSource(of: Conversion, key: string, source: Found, takesImages: boolean): Found {
  const found = source.text.startsWith('.') ? absolute(of, source) : source;
  if (found.text.startsWith('/')) {
    const escaped = of.podman >= 508 ? escapeWord(found.text, of.podman) : found.text;
    addLine(of, 'Unit', 'RequiresMountsFor', retold(found, escaped));
    return found;
  }
  const suffixes = ['.volume', ...(takesImages ? ['.image'] : []), ...(of.podman >= 507 ? ['.artifact'] : [])];
  if (!suffixes.some((suffix) => found.text.endsWith(suffix))) return found;
  const info = referred(of, key, found, found.text);
  require(of, info, found);
  return retold(found, info.resourceName);
}

export function addVolumes(of: Conversion, to: Command): Command {
  const words = lookupAll(sourceOf(of), 'Volume').flatMap((volume) => {
    const [source, target, options] = splitVolume(volume.text);
    if (source === '') return [retold(volume, '-v'), retold(volume, target)];
    const resolved = resolveSource(of, 'Volume', retold(volume, source), false);
    return [retold(volume, '-v'), retold(volume, `${resolved.text}:${target}${options}`)];
  });
  return addAll(to, words);
}

/** `source:target:options`; a single part is the target. */
export function splitVolume(text: string): [source: string, target: string, options: string] {
  const [first, rest] = cut(text, ':');
  if (rest === undefined) return ['', first, ''];
  const [target, options] = cut(rest, ':');
  return [first, target, options === undefined ? '' : `:${options}`];
}

const MOUNTS_WITH_SOURCE = ['volume', 'bind', 'glob', 'image'];

export function addMounts(of: Conversion, to: Command): Command {
  const mounts = lookupWords(sourceOf(of), 'Mount', 'arguments');
  return addAll(
    to,
    mounts.flatMap((mount) => option('--mount', [resolveMount(of, mount)])),
  );
}

function resolveMount(of: Conversion, mount: Found): Found {
  const fields = readRecord(mount.text) ?? refuseValue('mount', 'Mount', mount);
  const typeAt = fields.findIndex((field) => field.startsWith('type=') && field.split('=').length === 2);
  // Without type= a mount is a volume since 5.6.
  if (typeAt < 0 && of.podman < 506) refuseValue('mount', 'Mount', mount);
  const type = typeAt < 0 ? 'volume' : fields[typeAt]!.slice('type='.length);
  const takesSource = MOUNTS_WITH_SOURCE.includes(type) || (type === 'artifact' && of.podman >= 507);
  if (!takesSource) return mount;
  const others = fields.filter((_, index) => index !== typeAt);
  if (others.some((field) => field === 'source' || field === 'src')) refuseValue('mount-source', 'Mount', mount);
  const sourceAt = others.map((field) => /^(?:source|src)=/.test(field)).lastIndexOf(true);
  const source = sourceAt < 0 ? '' : cut(others[sourceAt]!, '=')[1]!;
  // Up to 5.6 the generator itself crashes here, and with it every file is lost.
  if (source === '') refuseValue(of.podman >= 507 ? 'mount-source' : 'crash', 'Mount', mount);
  const resolved = resolveSource(of, 'Mount', retold(mount, source), true);
  const written = others.map((field, index) => (index === sourceAt ? `source=${resolved.text}` : field));
  return retold(mount, writeRecord([`type=${type}`, ...written]));
}

export function addNetworks(of: Conversion, to: Command): Command {
  const networks = lookupAll(sourceOf(of), 'Network');
  return addAll(
    to,
    networks.flatMap((found) => option('--network', [resolveNetwork(of, found)])),
  );
}

function resolveNetwork(of: Conversion, found: Found): Found {
  const [name, options] = cut(found.text, ':');
  const isContainer = name.endsWith('.container');
  if (!isContainer && !name.endsWith('.network')) return found;
  const info = referred(of, 'Network', found, name);
  if (info.resourceName === '') refuseValue('network-name', 'Network', found, name);
  require(of, info, found);
  if (options === undefined) return retold(found, `${isContainer ? 'container:' : ''}${info.resourceName}`);
  if (isContainer) refuseValue('network-options', 'Network', found);
  return retold(found, `${info.resourceName}:${options}`);
}

/** The pod a container is in; the pod starts the container unless StartWithPod= says no. */
export function addPod(of: Conversion, to: Command): Command {
  const place = sourceOf(of);
  const pod = lookupFilled(place, 'Pod');
  if (!pod) return to;
  if (!pod.text.endsWith('.pod')) refuseValue('pod-name', 'Pod', pod);
  const info = referred(of, 'Pod', pod, pod.text);
  const service = `${info.serviceName}.service`;
  addLine(of, 'Unit', 'BindsTo', retold(pod, service));
  addLine(of, 'Unit', 'After', retold(pod, service));
  const startsWithPod = lookup(place, 'StartWithPod');
  if (!startsWithPod || isTrue(startsWithPod.text)) of.info.startsWith = pod.text;
  return of.podman >= 506
    ? add(to, ...option('--pod', [retold(pod, info.resourceName)]))
    : add(to, ...option('--pod-id-file', [retold(pod, `%t/${info.serviceName}.pod-id`)]));
}

/** Directives in which Quadlet files may be named. */
export const DEPENDENCIES: readonly string[] = [
  ...['After', 'Before', 'BindsTo', 'Conflicts', 'OnFailure', 'OnSuccess', 'PartOf', 'PropagatesReloadTo'],
  ...['PropagatesStopTo', 'ReloadPropagatedFrom', 'Requires', 'Requisite', 'StopPropagatedFrom', 'Upholds', 'Wants'],
];

/** Names of Quadlet files in dependencies become those of their services, since Podman 5.5. */
export function translateDependencies(of: Conversion): void {
  if (of.podman < 505) return;
  for (const key of DEPENDENCIES) {
    const place: Place = { text: of.service, section: 'Unit', podman: of.podman };
    const names = lookupWords(place, key, 'list');
    const services = names.map((found) =>
      kindOfName(suffixOf(found.text), of.podman)
        ? `${referred(of, key, found, found.text).serviceName}.service`
        : undefined,
    );
    if (services.every((service) => service === undefined)) continue;
    const translated = names.map(({ text }, index) => services[index] ?? text);
    replaceLines(of, 'Unit', key, translated.join(' '));
  }
}

/** Unless [Quadlet] says otherwise, the service waits for the network. */
export function addDefaultDependencies(of: Conversion): void {
  const wanted = lookup({ text: of.service, section: 'Quadlet', podman: of.podman }, 'DefaultDependencies');
  if (wanted && !isTrue(wanted.text)) return;
  const network = of.isUser ? 'podman-user-wait-network-online.service' : 'network-online.target';
  prependLine(of, 'Unit', 'After', network);
  prependLine(of, 'Unit', 'Wants', network);
}
