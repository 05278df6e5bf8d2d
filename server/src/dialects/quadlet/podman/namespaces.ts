import { addressFault, countFault, type Fault, macFault } from './go-values.ts';

/** The namespaces of users that stand alone: `namespaces.UsernsMode`. */
const PLAIN = ['host', 'private', 'auto', 'keep-id', 'nomap'];

const TAKEN = 'auto, host, keep-id, nomap, private, container:NAME or ns:PATH';

/** `--userns`, pkg/namespaces and pkg/specgen/namespaces.go. */
export function usernsFault(text: string): Fault {
  if (text === '' || PLAIN.includes(text)) return undefined;
  const [, mode = '', rest] = /^([^:]*):?([\s\S]*)$/.exec(text) ?? [];
  const given = text.includes(':') ? rest : undefined;
  if (mode === 'container' || mode === 'ns') return given ? undefined : `${mode}: needs something behind the colon`;
  if (given !== undefined && mode === 'auto') return firstFault(given.split(','), autoFault);
  if (given !== undefined && mode === 'keep-id')
    return given === '' ? undefined : firstFault(given.split(','), keepIdFault);
  return `"${text}" is not a namespace of users; write ${TAKEN}`;
}

function autoFault(option: string): Fault {
  const [key = '', value] = cut(option);
  if (value === undefined || !['size', 'uidmapping', 'gidmapping'].includes(key))
    return `"${option}" is not an option of auto; there are size=, uidmapping= and gidmapping=`;
  return key === 'size' ? decimalFault(value) : undefined;
}

function keepIdFault(option: string): Fault {
  const [key = '', value] = cut(option);
  if (value === undefined || !['uid', 'gid', 'size'].includes(key))
    return `"${option}" is not an option of keep-id; there are uid=, gid= and size=`;
  return decimalFault(value);
}

const decimalFault = (text: string): Fault => (/^\d+$/.test(text) ? undefined : (countFault(text) ?? undefined));

/** `--network`: modes with nothing behind them need it, and addresses are looked at. */
export function networkFault(text: string): Fault {
  const [mode = '', options] = cut(text, ':');
  if ((mode === 'ns' || mode === 'container') && options === '') return `${mode}: needs something behind the colon`;
  if (options === undefined || /^(?:ns|container|pasta|slirp4netns|host|none|private)$/.test(mode)) return undefined;
  return firstFault(options.split(','), (option) => {
    const [key, value = ''] = cut(option);
    if (key === 'ip' || key === 'ip6') return addressFault(value);
    return key === 'mac' ? macFault(value) : undefined;
  });
}

/** `--uidmap`, `--gidmap`: [+ug]CONTAINER:[@]HOST[:LENGTH], pkg/util/utils.go. */
export function mappingFault(text: string): Fault {
  const parts = /^[+ug]*(\d+):@?(\d+)(?::(\d+))?$/.exec(text);
  const isMapping = parts?.slice(1).every((part) => part === undefined || Number(part) <= 0xffffffff);
  return isMapping ? undefined : `"${text}" is not a mapping; write CONTAINER:HOST:LENGTH, such as 0:100000:65536`;
}

export function firstFault(values: readonly string[], faultOf: (value: string) => Fault): Fault {
  for (const value of values) {
    const fault = faultOf(value);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** What is in front of a mark and behind it; undefined where there is none. */
export function cut(text: string, mark = '='): [before: string, after: string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)];
}
