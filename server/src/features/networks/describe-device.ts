import { deviceKey } from '../../dialects/networkd/networks/device-keys.ts';
import { networksFor } from '../../dialects/networkd/networks/match.ts';
import { namesIn } from '../../dialects/networkd/networks/network-file.ts';
import type { Device, Networks } from '../../dialects/networkd/networks/networks.ts';
import { listWords } from '../../text/list-words.ts';
import { codeSpan } from '../../text/markdown.ts';
import type { Described, ValuePlace } from '../hover/hover-place.ts';
import { makersOf, networksAround } from './device-at.ts';

/** More files than these are counted. */
const MOST_FILES = 6;

/** A device that a .netdev file makes: its kind, the file, who sets it up and who names it. */
export function describeDevice({ text, offset, context, document, environment }: ValuePlace): Described | undefined {
  const { dialect, section, key } = context.directive;
  const how = dialect === 'networkd' ? deviceKey(context.kind, section, key) : undefined;
  const word = how && namesIn(text, how).find(({ start, end }) => start <= offset && offset <= end);
  if (!how || !word) return undefined;
  const at = { start: word.start, end: word.end, isBare: true };
  const name = codeSpan(word.text);
  const networks = networksAround(document, environment);
  const [maker] = makersOf(word.text, document, environment);
  if (!maker) return how.kinds ? { ...at, markdown: `**${name}** · no \`.netdev\` file here makes it.` } : undefined;
  const [device] = networks.devicesCalled(word.text);
  const head = device?.kind
    ? `**${name}** · ${codeSpan(device.kind)}, made by ${codeSpan(maker.file.name)}`
    : `**${name}** · a name given by ${codeSpan(maker.file.name)}`;
  const parts = [head, device && setUpBy(device, networks), namedBy(word.text, networks)];
  return { ...at, markdown: parts.filter(Boolean).join('\n\n') };
}

function setUpBy(device: Device, networks: Networks): string {
  const found = networksFor(networks.loaded('network'), device);
  if (found.length === 0) return 'No `.network` file here is for it.';
  const names = found.map(({ loaded, isCertain }) => codeSpan(loaded.name) + (isCertain ? '' : ' if that fits'));
  return `Set up by ${listWords(names)}.`;
}

function namedBy(name: string, networks: Networks): string {
  const files = new Map<string, Set<string>>();
  for (const { file, mention } of networks.mentions(name)) {
    if (mention.how.isDefinition || mention.how.isMatch) continue;
    files.set(file.name, (files.get(file.name) ?? new Set()).add(`\`${mention.key}=\``));
  }
  if (files.size === 0) return '';
  const told = [...files].slice(0, MOST_FILES).map(([file, keys]) => `${codeSpan(file)} (${[...keys].join(', ')})`);
  const left = files.size - told.length;
  return `Named by ${listWords(left > 0 ? [...told, `${left} more`] : told, 'and')}.`;
}
