import type { FilesAmong } from '../../../engine/dialect.ts';
import { judgeFileRules, reportTo } from '../../../engine/judge-rules.ts';
import type { JudgedFile } from '../../../engine/judged-file.ts';
import { type FindingOrBatch, withoutBatches } from '../../../engine/lazy-finding.ts';
import type { Report } from '../../../engine/rule.ts';
import { listWords } from '../../../values/problem.ts';
import { rulesOfEveryFile } from '../../rules-of-every-file.ts';
import { hiding, matchOf } from '../networks/match.ts';
import { matchInWords } from '../networks/match-words.ts';
import { type DeviceMention, mentionsIn, type NetworkFile } from '../networks/network-file.ts';
import { type Device, type LoadedNetwork, loadedAt, type Networks, networksAmong } from '../networks/networks.ts';
import { networkPages } from './pages.ts';

/** What networkd says of a file once all are read, and which file it never comes to. */
export function judgeNetwork(file: JudgedFile, among: FilesAmong | undefined): readonly FindingOrBatch[] {
  const { identity } = file.source;
  if (!among || identity.isSource || identity.skipped) return [];
  const networks = networksAmong(among, file.version);
  if (!networks.files.some(({ path }) => path === file.source.path)) return [];
  const said: FindingOrBatch[] = [];
  tellUnknownDevices(file, networks, reportTo(said, networkPages.device, file.source));
  tellTakenName(file, networks, reportTo(said, networkPages.nameTaken, file.source));
  tellHidden(file, networks, reportTo(said, networkPages.hidden, file.source));
  return said;
}

/** `network_resolve_netdev_one()` of src/network/networkd-network.c. */
function tellUnknownDevices(file: JudgedFile, networks: Networks, report: Report): void {
  for (const mention of mentionsIn(file)) {
    const { kinds } = mention.how;
    if (!kinds) continue;
    const [device] = networks.devicesCalled(mention.name);
    if (!device) report(missing(mention, networks.areAll));
    else if (device.kind !== undefined && !kinds.includes(device.kind)) report(ofOtherKind(mention, device));
  }
}

function missing({ start, end, name, section, key, how }: DeviceMention, areAll: boolean) {
  const kind = how.kinds!.length === 1 ? `Kind=${how.kinds![0]}` : 'the kind of a tunnel';
  const remedy = `It needs a .netdev file with Name=${name} and ${kind}.`;
  return areAll
    ? {
        ...{ start, end, section, key, severity: 'warning' as const },
        message: `There is no .netdev file that makes "${name}"; systemd-networkd ignores it here. ${remedy}`,
      }
    : {
        ...{ start, end, section, key, severity: 'info' as const },
        message: `No .netdev file beside this one makes "${name}"; where systemd-networkd finds none, it ignores the name. ${remedy}`,
      };
}

function ofOtherKind({ start, end, name, section, key, how }: DeviceMention, { kind, file, mention }: Device) {
  const kinds = how.kinds!.length === 1 ? how.kinds! : ['tunnel'];
  return {
    ...{ start, end, section, key, severity: 'warning' as const },
    message: `${file.name} makes "${name}" with Kind=${kind}, and ${key}= takes a device of Kind=${listWords(kinds)}; systemd-networkd ignores it here.`,
    related: [{ source: file.judged.source, start: mention.start, end: mention.end, message: `Makes "${name}"` }],
  };
}

/** `netdev_load_one()` of src/network/netdev/netdev.c: the first file of a name makes the device. */
function tellTakenName(file: JudgedFile, networks: Networks, report: Report): void {
  for (const { start, end, name, section, key } of mentionsIn(file)) {
    if (file.source.identity.kind !== 'netdev' || section !== 'NetDev' || key !== 'Name') continue;
    const own = networks.devicesCalled(name).filter(({ mention }) => mention.section === 'NetDev');
    const [first] = own;
    const isOwn = own.some((device) => device.file.path === file.source.path);
    if (!first || !isOwn || first.file.path === file.source.path) continue;
    report({
      ...{ start, end, section, key, severity: 'warning' },
      message: `${first.file.name}, which is read before this file, makes a device called "${name}"; systemd-networkd ignores this file. Give one of them another name.`,
      related: [
        {
          ...{ source: first.file.judged.source, start: first.mention.start, end: first.mention.end },
          message: `Makes "${name}" first`,
        },
      ],
    });
  }
}

/** The first file that fits an interface is taken; systemd.network(5), systemd.link(5). */
function tellHidden(file: JudgedFile, networks: Networks, report: Report): void {
  const { identity, tree, path } = file.source;
  const own = loadedAt(networks, path);
  if (!own || own.kind === 'netdev' || identity.role === 'drop-in') return;
  const first = hiding(networks.loaded(own.kind), own);
  const header = tree.sections.find(({ name }) => name === 'Match')?.header;
  if (!first || !header || !isRead(first) || !isRead(own)) return;
  report({
    ...header.nameSpan,
    severity: 'info',
    message: `This file is never used: ${first.name}, which is read before it, is for ${matchInWords(matchOf(first), quoted)}, and so for every interface this file is for. The first file that fits an interface counts; give this one a name that sorts before ${first.name}.`,
    section: 'Match',
    related: [
      {
        ...placeOfMatch(first.fragment),
        source: first.fragment.judged.source,
        message: `${first.name} fits every interface this file is for`,
      },
    ],
  });
}

const quoted = (word: string): string => `"${word}"`;

const placeOfMatch = ({ judged }: NetworkFile) =>
  judged.source.tree.sections.find(({ name }) => name === 'Match')?.header.nameSpan ?? { start: 0, end: 0 };

/** Whether nothing in the files keeps the program from reading them as they are meant. */
const isRead = ({ fragment, dropIns }: LoadedNetwork): boolean =>
  [fragment, ...dropIns].every(({ judged }) =>
    withoutBatches(judgeFileRules(judged, rulesOfEveryFile)).every(({ severity }) => severity !== 'error'),
  );
