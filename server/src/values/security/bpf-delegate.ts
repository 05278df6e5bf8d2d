import { readWords } from '../../syntax/words.ts';
import { nearest } from '../../text/edit-distance.ts';
import { faultAt, nameOf, quoted, whole } from '../problem.ts';
import type { Candidate, ValueType } from '../value-type.ts';
import { completeWord, describeWord, type ListForm, MOST_FAULTS, quotingProblem } from '../word-list.ts';

const FORM: ListForm = { separators: ',' };

/** What the names of a directive are names of. */
const OBJECTS: Readonly<Record<string, string>> = {
  BPFDelegateCommands: 'command of bpf(2)',
  BPFDelegateMaps: 'type of BPF map',
  BPFDelegatePrograms: 'type of BPF program',
  BPFDelegateAttachments: 'place to attach BPF programs to',
};

/** `BPFDelegateCommands=` and its like: `any` alone, or names with commas between; systemd.exec(5). */
export const bpfDelegate: ValueType = {
  parsers: ['commands', 'maps', 'programs', 'attachments'].map((what) => `config_parse_bpf_delegate_${what}`),
  repeats: 'extends',
  check(text, context) {
    if (text === 'any') return [];
    const names = bpfNames[context.directive.key] ?? [];
    const { words, fault } = readWords(text, FORM);
    const bad = words.filter((word) => !names.includes(word.text));
    const problems = bad.slice(0, MOST_FAULTS).map((word) => {
      const guess = nearest(word.text, names);
      return faultAt(word, {
        rule: 'value-invalid',
        consequence: bad.length < words.length ? 'entry' : 'ignored',
        what: `Unknown value ${quoted(word.text)} for ${nameOf(context)}`,
        remedy: remedyFor(word.text, guess, names),
        replacement: guess,
      });
    });
    return fault ? [...problems, quotingProblem(fault, context, words.length > 0)] : problems;
  },
  complete(text, offset, context) {
    const items = (bpfNames[context.directive.key] ?? []).map((label): Candidate => ({ label, kind: 'value' }));
    const any: Candidate = { label: 'any', kind: 'keyword', detail: 'everything' };
    return completeWord(text, offset, FORM, text.includes(',') ? items : [any, ...items]);
  },
  describe(text, offset, context) {
    const what = OBJECTS[context.directive.key] ?? '';
    if (text === 'any') return { ...whole(text), markdown: `**any**: every ${what} the kernel has.` };
    const names = bpfNames[context.directive.key] ?? [];
    return describeWord(text, offset, FORM, (word) => (names.includes(word) ? `**${word}**: a ${what}.` : undefined));
  },
};

function remedyFor(word: string, guess: string | undefined, names: readonly string[]): string {
  if (word === 'any') return 'The word any stands alone.';
  if (/\s/.test(word)) return 'Put commas without spaces between names.';
  return guess ? `Did you mean ${guess}?` : `Write any, or names such as ${names[0]} with commas between.`;
}

/** What may be delegated by each `BPFDelegate…=` directive, from systemd.exec(5) of systemd 262. */
export const bpfNames: Readonly<Record<string, readonly string[]>> = {
  BPFDelegateCommands: expand(
    'BPF',
    `
MapCreate MapLookupElem MapUpdateElem MapDeleteElem MapGetNextKey ProgLoad ObjPin ObjGet ProgAttach ProgDetach
ProgTestRun ProgGetNextId MapGetNextId ProgGetFdById MapGetFdById ObjGetInfoByFd ProgQuery RawTracepointOpen
BtfLoad BtfGetFdById TaskFdQuery MapLookupAndDeleteElem MapFreeze BtfGetNextId MapLookupBatch
MapLookupAndDeleteBatch MapUpdateBatch MapDeleteBatch LinkCreate LinkUpdate LinkGetFdById LinkGetNextId
EnableStats IterCreate LinkDetach ProgBindMap TokenCreate ProgStreamReadByFd ProgAssocStructOps
`,
  ),
  BPFDelegateMaps: expand(
    'BPFMapType',
    `
Unspec Hash Array ProgArray PerfEventArray PercpuHash PercpuArray StackTrace CgroupArray LruHash LruPercpuHash
LpmTrie ArrayOfMaps HashOfMaps Devmap Sockmap Cpumap Xskmap Sockhash CgroupStorageDeprecated
ReuseportSockarray PercpuCgroupStorageDeprecated Queue Stack SkStorage DevmapHash StructOps Ringbuf
InodeStorage TaskStorage BloomFilter UserRingbuf CgrpStorage Arena InsnArray Rhash
`,
  ),
  BPFDelegatePrograms: expand(
    'BPFProgType',
    `
Unspec SocketFilter Kprobe SchedCls SchedAct Tracepoint Xdp PerfEvent CgroupSkb CgroupSock LwtIn LwtOut
LwtXmit SockOps SkSkb CgroupDevice SkMsg RawTracepoint CgroupSockAddr LwtSeg6local LircMode2 SkReuseport
FlowDissector CgroupSysctl RawTracepointWritable CgroupSockopt Tracing StructOps Ext Lsm SkLookup Netfilter
`,
  ),
  BPFDelegateAttachments: expand(
    'BPF',
    `
CgroupInetIngress CgroupInetEgress CgroupInetSockCreate CgroupSockOps SkSkbStreamParser SkSkbStreamVerdict
CgroupDevice SkMsgVerdict CgroupInet4Bind CgroupInet6Bind CgroupInet4Connect CgroupInet6Connect
CgroupInet4PostBind CgroupInet6PostBind CgroupUdp4Sendmsg CgroupUdp6Sendmsg LircMode2 FlowDissector
CgroupSysctl CgroupUdp4Recvmsg CgroupUdp6Recvmsg CgroupGetsockopt CgroupSetsockopt TraceRawTp TraceFentry
TraceFexit ModifyReturn LsmMac TraceIter CgroupInet4Getpeername CgroupInet6Getpeername CgroupInet4Getsockname
CgroupInet6Getsockname XdpDevmap CgroupInetSockRelease XdpCpumap SkLookup Xdp SkSkbVerdict SkReuseportSelect
SkReuseportSelectOrMigrate PerfEvent TraceKprobeMulti LsmCgroup StructOps Netfilter TcxIngress TcxEgress
TraceUprobeMulti CgroupUnixConnect CgroupUnixSendmsg CgroupUnixRecvmsg CgroupUnixGetpeername
CgroupUnixGetsockname NetkitPrimary NetkitPeer TraceKprobeSession TraceUprobeSession TraceFsession
TraceFentryMulti TraceFexitMulti TraceFsessionMulti
`,
  ),
};

function expand(prefix: string, names: string): readonly string[] {
  return names
    .trim()
    .split(/\s+/)
    .map((name) => prefix + name);
}
