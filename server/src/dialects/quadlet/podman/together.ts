import { cleanPath } from '../generator/go.ts';
import { destinationOf } from './mounts.ts';
import type { GivenOption, OptionFault } from './read-options.ts';
import { outsideFaults } from './subnets.ts';

/** Networks that are not made of bridges, alone and with what is behind the colon. */
const isOwnNetwork = (text: string): boolean =>
  /^(?:host|none|slirp4netns|pasta)$|^(?:container|ns|slirp4netns|pasta):/.test(text);

const ADDRESSES = ['--ip', '--ip6', '--mac-address', '--network-alias'];
const MAPPINGS = ['--uidmap', '--gidmap', '--subuidname', '--subgidname'];

/** What podman takes of each option and refuses of both. */
export function togetherFaults(given: readonly GivenOption[], podman: number): OptionFault[] {
  const of = (...names: readonly string[]): readonly GivenOption[] => given.filter(({ name }) => names.includes(name));
  const networks = of('--network');
  const own = networks.find(({ value }) => isOwnNetwork(value.text));
  const told = (found: readonly GivenOption[], fault: string): OptionFault[] =>
    found.slice(0, 1).map(({ value }) => ({ fault, value }));
  const none = of('--dns').find(({ value }) => value.text === 'none');
  return [
    ...(own && networks.length > 1
      ? told(
          networks.filter((each) => each !== own),
          `There is another network beside "${own.value.text}"`,
        )
      : []),
    ...(own ? told(of(...ADDRESSES), `An address or alias does not go with the network "${own.value.text}"`) : []),
    ...(none
      ? told(
          of('--dns').filter((each) => each !== none),
          'DNS=none does not go with other servers',
        )
      : []),
    ...(of('--userns').some(({ value }) => value.text !== '')
      ? told(of(...MAPPINGS), 'Mappings of users and groups do not go with UserNS=')
      : []),
    ...(own?.value.text === 'none' ? told(of('--dns'), 'DNS= does not go with Network=none') : []),
    ...(own?.value.text === 'host'
      ? told(
          of('--sysctl').filter(({ value }) => value.text.startsWith('net.')),
          'Settings of net.* do not go with Network=host',
        )
      : []),
    ...healthFaults(of, podman),
    ...outsideFaults(of('--subnet', '--gateway', '--ip-range')),
    ...sameDestinations(of('-v', '--volume', '--mount', '--tmpfs')),
  ];
}

/** What is said of a check of health that is there. */
function healthFaults(of: (...names: readonly string[]) => readonly GivenOption[], podman: number): OptionFault[] {
  const isThere = of('--health-cmd').length > 0;
  const retries = of('--health-retries').filter(({ value }) => isThere && /^0+$/.test(value.text));
  const atStart = of('--health-startup-cmd').filter(() => !isThere && podman <= 504);
  return [
    ...retries.map(({ value }) => ({ fault: 'HealthRetries= takes a number from 1 on', value })),
    ...atStart.map(({ value }) => ({ fault: 'HealthStartupCmd= needs a HealthCmd= beside it', value })),
  ];
}

/** Two mounts in one place; what is written twice alike counts once. */
function sameDestinations(mounts: readonly GivenOption[]): OptionFault[] {
  const seen = new Map<string, GivenOption>();
  return mounts.flatMap((mount): OptionFault[] => {
    const { name, value } = mount;
    const destination = destinationOf(name, value.text);
    if (!destination?.startsWith('/')) return [];
    const place = cleanPath(destination);
    const before = seen.get(place);
    seen.set(place, before ?? mount);
    if (!before || (before.name === name && before.value.text === value.text && name !== '--mount')) return [];
    if (isTemporary(before) && isTemporary(mount) && before.name !== name) return [];
    return [{ fault: `Something else is mounted at ${place} already`, value }];
  });
}

const isTemporary = ({ name, value }: GivenOption): boolean =>
  name === '--tmpfs' || (name === '--mount' && /(?:^|,)type=tmpfs(?:,|$)/.test(value.text));
