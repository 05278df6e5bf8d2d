import type { Word } from '../../syntax/words.ts';
import { nearest } from '../../text/edit-distance.ts';
import { nameOf, problem, quoted } from '../problem.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { completeWord, describeWord, type ListForm, MOST_FAULTS, readList } from '../word-list.ts';

/** Capabilities by number, with what capabilities(7) lets a process do that has them. */
const table: readonly (readonly [name: string, about: string])[] = [
  ['CAP_CHOWN', 'change owner and group of any file'],
  ['CAP_DAC_OVERRIDE', 'read, write and run any file whatever its permissions'],
  ['CAP_DAC_READ_SEARCH', 'read any file and search any directory'],
  ['CAP_FOWNER', 'act as the owner of any file: chmod, timestamps, ACLs'],
  ['CAP_FSETID', 'keep set-user-ID and set-group-ID bits when changing files'],
  ['CAP_KILL', 'send signals to any process'],
  ['CAP_SETGID', 'take on any group'],
  ['CAP_SETUID', 'take on any user'],
  ['CAP_SETPCAP', 'add capabilities to its own sets and drop them from the bounding set'],
  ['CAP_LINUX_IMMUTABLE', 'set the append-only and immutable flags of files'],
  ['CAP_NET_BIND_SERVICE', 'listen on ports below 1024'],
  ['CAP_NET_BROADCAST', 'broadcast and listen to multicasts (unused)'],
  ['CAP_NET_ADMIN', 'configure interfaces, addresses, routes and the firewall'],
  ['CAP_NET_RAW', 'use raw and packet sockets, as ping and sniffers do'],
  ['CAP_IPC_LOCK', 'lock memory and use huge pages'],
  ['CAP_IPC_OWNER', 'use any System V IPC object'],
  ['CAP_SYS_MODULE', 'load and remove kernel modules'],
  ['CAP_SYS_RAWIO', 'talk to hardware directly: ports, /dev/mem'],
  ['CAP_SYS_CHROOT', 'change the root directory and enter mount namespaces'],
  ['CAP_SYS_PTRACE', 'trace and read any process'],
  ['CAP_SYS_PACCT', 'turn process accounting on and off'],
  ['CAP_SYS_ADMIN', 'administer the system: mount, namespaces, quotas and much more; close to being root'],
  ['CAP_SYS_BOOT', 'reboot and kexec'],
  ['CAP_SYS_NICE', 'raise priorities, use real-time scheduling, set CPU affinity'],
  ['CAP_SYS_RESOURCE', 'exceed resource limits, quotas and reserved space'],
  ['CAP_SYS_TIME', 'set the clock'],
  ['CAP_SYS_TTY_CONFIG', 'configure and hang up terminals'],
  ['CAP_MKNOD', 'make device nodes'],
  ['CAP_LEASE', 'take leases on any file'],
  ['CAP_AUDIT_WRITE', 'write to the audit log'],
  ['CAP_AUDIT_CONTROL', 'configure auditing'],
  ['CAP_SETFCAP', 'give files capabilities'],
  ['CAP_MAC_OVERRIDE', 'override Smack'],
  ['CAP_MAC_ADMIN', 'configure Smack'],
  ['CAP_SYSLOG', 'read and control the log of the kernel'],
  ['CAP_WAKE_ALARM', 'wake up the system by timer'],
  ['CAP_BLOCK_SUSPEND', 'keep the system from suspending'],
  ['CAP_AUDIT_READ', 'read the audit log by netlink'],
  ['CAP_PERFMON', 'monitor performance, use perf events'],
  ['CAP_BPF', 'load BPF programs and maps'],
  ['CAP_CHECKPOINT_RESTORE', 'checkpoint and restore processes'],
];

export const capabilities: ReadonlyMap<string, string> = new Map(table);

/** The capability of a name in any case, or of a number, as `capability_from_name()` (src/basic/cap-list.c) finds it. */
function findCapability(text: string): string | undefined {
  if (/^\d+$/.test(text)) return Number(text) <= 62 ? (table[Number(text)]?.[0] ?? text) : undefined;
  const name = text.toUpperCase();
  return capabilities.has(name) ? name : undefined;
}

const FORM: ListForm = { unquote: true, invert: true };

const items: readonly Candidate[] = [...capabilities].map(([label, detail]) => ({ label, detail, kind: 'value' }));

/**
 * `CapabilityBoundingSet=` and `AmbientCapabilities=`, `config_parse_capability_set()`: systemd drops what it does not
 * know without a word, so all of this is advice.
 */
export const capabilitySet: ValueType = {
  parsers: ['config_parse_capability_set'],
  repeats: 'extends',
  check(text, context) {
    const { words, fault } = readList(text, FORM);
    const unknown = words.filter((word) => !findCapability(word.text)).slice(0, MOST_FAULTS);
    const problems = unknown.map((word) => unknownCapability(word, context));
    if (!fault) return problems;
    const message = `A quote in ${nameOf(context)} is never closed; systemd silently drops what follows. Write capabilities without quotes.`;
    return [...problems, problem(fault, 'quoting', message, { severity: 'info' })];
  },
  complete: (text, offset) => completeWord(text, offset, FORM, items),
  describe: (text, offset) =>
    describeWord(text, offset, FORM, (word) => {
      const name = findCapability(word);
      const about = name && capabilities.get(name);
      return about && `**${name}**: ${about}.`;
    }),
};

function unknownCapability(word: Word, context: ValueContext): ValueProblem {
  const bare = `CAP_${word.text.toUpperCase()}`;
  const guess = capabilities.has(bare) ? bare : nearest(word.text, capabilities.keys());
  const inner = word.text.startsWith('~') ? ' A ~ inverts the whole list and may stand only in front of it.' : '';
  const advice = inner || (guess ? ` Did you mean ${guess}?` : ' capabilities(7) lists the names.');
  const message = `${quoted(word.text)} is not a capability; systemd silently leaves it out of ${nameOf(context)}.${advice}`;
  return problem(word, 'value-invalid', message, { severity: 'info', replacement: inner ? undefined : guess });
}
