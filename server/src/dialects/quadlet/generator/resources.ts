import { add, addAll, type Command, endOptions, option, retold } from './command.ts';
import { addCommand, addLine, type Conversion, podmanCommand, refuse, refuseValue, sourceOf } from './conversion.ts';
import { type Found, lookup, lookupAll, lookupBoolean, lookupFilled, lookupRaw, lookupUint32 } from './lookup.ts';
import { resourceNameOf } from './names.ts';
import * as options from './options.ts';
import { resolveImage } from './references.ts';
import { escapeWord } from './words.ts';

/** `podman network create`. */
export function convertNetwork(of: Conversion): void {
  const name = namedResource(of, 'NetworkName');
  const isDeleted = of.podman >= 505 && (lookupBoolean(sourceOf(of), 'NetworkDeleteOnStop')?.value ?? false);
  if (isDeleted) addCommand(of, 'ExecStopPost', add(podmanCommand(of), 'network', 'rm', name));
  const create = add(podmanCommand(of), 'network', 'create', '--ignore');
  const flags = options.addBooleans(of, create, {
    DisableDNS: '--disable-dns',
    Internal: '--internal',
    IPv6: '--ipv6',
  });
  const strings = options.addStrings(of, flags, {
    Driver: '--driver',
    IPAMDriver: '--ipam-driver',
    InterfaceName: '--interface-name',
  });
  const dns = addSubnets(of, options.addLists(of, strings, { DNS: '--dns' }));
  const pairs = options.addPairs(of, dns, { Options: '--opt', Label: '--label' });
  finishResource(of, pairs, name);
}

/** Gateways and ranges belong to the subnet of the same place in the list. */
function addSubnets(of: Conversion, to: Command): Command {
  const place = sourceOf(of);
  const subnets = lookupAll(place, 'Subnet');
  const gateways = lookupAll(place, 'Gateway');
  const ranges = lookupAll(place, 'IPRange');
  if (subnets.length === 0) {
    const [key, found] = ranges[0] ? ['IPRange', ranges[0]] : ['Gateway', gateways[0]];
    if (found) refuseValue('no-subnet', key, found);
  }
  if (gateways.length > subnets.length) refuseValue('more-gateways', 'Gateway', gateways[subnets.length]);
  if (ranges.length > subnets.length) refuseValue('more-ranges', 'IPRange', ranges[subnets.length]);
  const words = subnets.flatMap((subnet, index) => [
    ...option('--subnet', [subnet]),
    ...option('--gateway', gateways.slice(index, index + 1)),
    ...option('--ip-range', ranges.slice(index, index + 1)),
  ]);
  return addAll(to, words);
}

/** `podman volume create`. */
export function convertVolume(of: Conversion): void {
  const name = namedResource(of, 'VolumeName');
  const driver = lookup(sourceOf(of), 'Driver');
  const create = add(podmanCommand(of), 'volume', 'create', '--ignore', ...option('--driver', driver ? [driver] : []));
  const filled = driver?.text === 'image' ? addImageOption(of, create) : addMountOptions(of, create);
  finishResource(of, options.addPairs(of, filled, { Label: '--label' }), name);
}

function addImageOption(of: Conversion, to: Command): Command {
  const image = lookup(sourceOf(of), 'Image') ?? refuse('driver-image');
  const resolved = resolveImage(of, image);
  return add(to, ...option('--opt', [retold(resolved, `image=${resolved.text}`)]));
}

function addMountOptions(of: Conversion, to: Command): Command {
  const place = sourceOf(of);
  const device = lookupFilled(place, 'Device');
  const type = lookupFilled(place, 'Type');
  const further = lookupFilled(place, 'Options');
  if (!device && type) refuseValue('without-device', 'Type', type);
  if (!device && further) refuseValue('without-device', 'Options', further);
  const copy = lookupBoolean(place, 'Copy');
  const words = [
    ...(copy ? [retold(copy, copy.value ? 'copy' : 'nocopy')] : []),
    ...(device ? [retold(device, `device=${device.text}`)] : []),
    ...(type ? [retold(type, `type=${type.text}`)] : []),
  ];
  if (device && type?.text === 'bind' && of.podman >= 506) {
    const path = of.podman >= 508 ? escapeWord(device.text, of.podman) : device.text;
    addLine(of, 'Unit', 'RequiresMountsFor', retold(device, path));
  }
  const mount = [ownerOption(of, 'User', 'uid'), ownerOption(of, 'Group', 'gid'), further].filter(
    (each) => each !== undefined,
  );
  const joined = mount[0] ? [retold(mount[0], `o=${mount.map(({ text }) => text).join(',')}`)] : [];
  return addAll(to, option('--opt', [...words, ...joined]));
}

/** Owners are numbers; what is none becomes 0, which is root. */
function ownerOption(of: Conversion, key: string, name: string): Found | undefined {
  const found = lookupRaw(sourceOf(of), key);
  return found && retold(found, `${name}=${lookupUint32(sourceOf(of), key)}`);
}

/** `podman image pull`. */
export function convertImage(of: Conversion): void {
  const image = lookupFilled(sourceOf(of), 'Image') ?? refuse('no-image');
  const flags = { Arch: '--arch', OS: '--os', Variant: '--variant', Policy: '--policy', ...REGISTRY };
  const strings = options.addStrings(of, add(podmanCommand(of), 'image', 'pull'), flags);
  const booleans = options.addBooleans(of, strings, { AllTags: '--all-tags', TLSVerify: '--tls-verify' });
  finishResource(of, booleans, image);
  of.info.resourceName = lookupFilled(sourceOf(of), 'ImageTag')?.text ?? image.text;
}

/** `podman artifact pull`. */
export function convertArtifact(of: Conversion): void {
  const artifact = lookupFilled(sourceOf(of), 'Artifact') ?? refuse('no-artifact');
  const strings = options.addStrings(of, add(podmanCommand(of), 'artifact', 'pull'), REGISTRY);
  const booleans = options.addBooleans(of, strings, { Quiet: '--quiet', TLSVerify: '--tls-verify' });
  finishResource(of, booleans, artifact);
}

const REGISTRY = {
  AuthFile: '--authfile',
  CertDir: '--cert-dir',
  Creds: '--creds',
  DecryptionKey: '--decryption-key',
  Retry: '--retry',
  RetryDelay: '--retry-delay',
};

function namedResource(of: Conversion, key: 'NetworkName' | 'VolumeName'): Found {
  const given = lookupFilled(sourceOf(of), key);
  return given ?? { text: resourceNameOf(of.file, key, of.podman), origin: undefined };
}

/** The command ends with the name of what it makes, which others refer to by it. */
function finishResource(of: Conversion, to: Command, name: Found): void {
  addCommand(of, 'ExecStart', add(endOptions(options.addPodmanArgs(of, to)), name));
  options.setOneshot(of, { remains: true });
  of.info.resourceName = name.text;
}
