import { codeSpan } from '../../text/markdown.ts';

/** How names of interfaces begin; systemd.net-naming-scheme(7). */
const TYPES: Readonly<Record<string, string>> = {
  en: 'Ethernet',
  ib: 'InfiniBand',
  sl: 'a serial line (SLIP)',
  wl: 'wireless',
  ww: 'a modem (WWAN)',
  mc: 'a management controller (MCTP)',
};

/** What follows the type; the page's sections "Naming" and "Policies". */
const PLACES: readonly (readonly [form: RegExp, what: (...parts: string[]) => string])[] = [
  [/^o(\d+)/, (index) => `number ${index} of those built into the board`],
  [/^x([0-9a-f]{12})/, (address) => `with the hardware address ${address.match(/../g)!.join(':')}`],
  [
    /^(?:P([0-9a-f]+))?p([0-9]+)s([0-9]+)/,
    (domain, bus, slot) => `${domain ? `PCI domain ${domain}, ` : ''}PCI bus ${bus}, slot ${slot}`,
  ],
  [/^(?:P([0-9a-f]+))?s([0-9]+)/, (domain, slot) => `${domain ? `PCI domain ${domain}, ` : ''}hotplug slot ${slot}`],
  [/^v(\d+)/, (slot) => `virtual slot ${slot}`],
  [/^b(\d+)/, (core) => `core ${core} of a Broadcom chip`],
  [/^c([0-9a-f]+)/, (id) => `channel ${id} of a mainframe`],
];

const PARTS: readonly (readonly [form: RegExp, what: (part: string) => string])[] = [
  [/^f(\d+)/, (part) => `function ${part}`],
  [/^n(p?\w+)/, (part) => `port ${part}`],
  [/^d(\d+)/, (part) => `device port ${part}`],
  [/^v(\d+)/, (part) => `virtual function ${part}`],
  [/^r(\d+)/, (part) => `representor of virtual function ${part}`],
  [/^u(\d+)/, (part) => `USB port ${part}`],
  [/^c(\d+)/, (part) => `USB configuration ${part}`],
  [/^i(\d+)/, (part) => `USB interface ${part}`],
];

/** Names that the kernel, systemd or usage give. */
const USUAL: readonly (readonly [form: RegExp, what: string])[] = [
  [/^lo$/, 'the loopback interface, which stays on this machine'],
  [/^eth\d+$/, 'an Ethernet interface by the kernel’s own name, which may be another after each boot'],
  [/^wlan\d+$/, 'a wireless interface by the kernel’s own name, which may be another after each boot'],
  [/^host0$/, 'the side of a veth pair in a container of systemd-nspawn'],
  [/^v[eb]-/, 'the host’s side of a veth pair of a container of systemd-nspawn'],
  [/^vz-/, 'the bridge of a zone of systemd-nspawn'],
  [/^vt-/, 'the tap of a virtual machine of systemd-vmspawn'],
];

/** What the name of an interface, or a word with `*` for several, tells; undefined where it tells nothing. */
export function explainInterface(name: string): string | undefined {
  const usual = USUAL.find(([form]) => form.test(name));
  if (usual) return `${codeSpan(name)}: ${usual[1]}.`;
  if (name === '*') return `${codeSpan(name)}: every interface.`;
  const type = TYPES[name.slice(0, 2)];
  if (!type || !/^..(?:[oxpPsvbc]|\*|$)/.test(name)) return undefined;
  if (/[*?[\]]/.test(name)) return globInWords(name, type);
  const place = placeInWords(name.slice(2));
  return place && `${codeSpan(name)}: ${type}, ${place}.`;
}

function globInWords(name: string, type: string): string | undefined {
  const rest = /^..(.?)\*$/.exec(name)?.[1];
  const where: Readonly<Record<string, string>> = {
    o: ', built into the board',
    s: ', in a hotplug slot',
    p: ', at a place of the PCI bus',
    x: ', named by its hardware address',
  };
  return rest !== undefined && (rest === '' || where[rest])
    ? `${codeSpan(name)}: every interface whose name begins so: ${type}${where[rest] ?? ''}.`
    : undefined;
}

function placeInWords(text: string): string | undefined {
  for (const [form, what] of PLACES) {
    const found = form.exec(text);
    if (!found) continue;
    const parts = [what(...found.slice(1))];
    let rest = text.slice(found[0].length);
    while (rest !== '') {
      const next = PARTS.map(([each, told]) => [each.exec(rest), told] as const).find(([match]) => match);
      if (!next?.[0]) return undefined;
      parts.push(next[1](next[0][1]!));
      rest = rest.slice(next[0][0].length);
    }
    return parts.join(', ');
  }
  return undefined;
}
