import { byteLength } from '../../../values/resolve.ts';

/** Bytes of a label and of a whole name; RFC 1035. */
const LABEL_MAX = 63;
const NAME_MAX = 253;

/** What is wrong with a name as `dns_name_is_valid()` (src/shared/dns-domain.c) judges; undefined when it is a name. */
export function dnsNameFault(name: string): string | undefined {
  if (name === '' || name === '.') return undefined;
  const labels = labelsOf(name.endsWith('.') && !name.endsWith('\\.') ? name.slice(0, -1) : name);
  if (labels === undefined) return 'has an escape that names do not have';
  if (labels.some((label) => label === '')) return 'has an empty part between its dots';
  if (labels.some((label) => byteLength(label) > LABEL_MAX)) return `has a part longer than ${LABEL_MAX} bytes`;
  if (byteLength(labels.join('.')) > NAME_MAX) return `is longer than ${NAME_MAX} bytes`;
  return labels.some((label) => /[\x00-\x1f\x7f]/.test(label)) ? 'has control characters' : undefined;
}

/** The parts between the dots; `\.`, `\\` and `\046` are characters of a part. */
function labelsOf(name: string): string[] | undefined {
  const labels: string[] = [];
  let label = '';
  for (let at = 0; at < name.length; at++) {
    if (name[at] === '.') {
      labels.push(label);
      label = '';
    } else if (name[at] !== '\\') label += name[at];
    else {
      const pattern = /\\(?:([.\\])|(\d{3}))/y;
      pattern.lastIndex = at;
      const match = pattern.exec(name);
      if (!match || Number(match[2] ?? 0) > 255) return undefined;
      label += match[1] ?? String.fromCharCode(Number(match[2]));
      at += match[0].length - 1;
    }
  }
  return [...labels, label];
}
