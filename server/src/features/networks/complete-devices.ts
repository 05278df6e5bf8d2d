import type { Device } from '../../dialects/networkd/networks/networks.ts';
import type { CandidateSource } from '../../values/value-type.ts';
import type { Ranked, SourcePlace } from '../completion/completion-item.ts';
import { networksAround, otherNetworks } from './device-at.ts';

/** Devices that .netdev files make: those that are read with the document, then those of other folders. */
export function deviceCandidates(
  { kinds }: Extract<CandidateSource, { type: 'device' }>,
  { document, environment, node, typed }: SourcePlace,
): Ranked[] {
  const own = networksAround(document, environment).devices;
  const others = otherNetworks(environment, document.version).flatMap(({ devices }) => devices);
  const written = new Set(node.value.text.split(/\s+/).filter((name) => name !== typed));
  const found = new Map<string, Ranked>();
  const offer = (device: Device, rank: number): void => {
    const { name, kind, file } = device;
    if (found.has(name) || written.has(name) || (kinds && !kinds.includes(kind ?? ''))) return;
    found.set(name, [{ label: name, kind: 'value', detail: [kind, file.name].filter(Boolean).join(' · ') }, rank]);
  };
  for (const device of own) offer(device, 0);
  for (const device of others) offer(device, 1);
  return [...found.values()];
}
