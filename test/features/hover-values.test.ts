import { describe, expect, test } from 'vitest';
import { createDocument } from '../../server/src/features/document.ts';
import { describePlace, hover } from '../../server/src/features/hover/index.ts';
import { kindOfSection } from '../../server/src/schema/kinds.ts';
import { NEWEST_VERSION } from '../../server/src/schema/versions.ts';
import { allDirectives } from '../../server/src/units/unit-directives.ts';
import { readCursor } from '../lsp/cursor.ts';
import { newest, skipReason } from '../manual/real-pages.ts';
import { realManual, testEnvironment } from './environment.ts';

/** A value with the cursor at `¦`, what the hover covers, and some of its words; all without a manual. */
const values: readonly (readonly [section: string, line: string, covered: string, words: string])[] = [
  ['Service', 'SuccessExitStatus=0 14¦3 SIGTERM', '143', 'Exit status 143'],
  ['Service', 'SuccessExitStatus=1 TEMP¦FAIL 3', 'TEMPFAIL', '75/TEMPFAIL: temporary failure'],
  ['Service', 'RestartPreventExitStatus=1 SIGA¦BRT 3', 'SIGABRT', 'core dump'],
  ['Service', 'CapabilityBoundingSet=~CAP_SYS_PT¦RACE CAP_KILL', 'CAP_SYS_PTRACE', 'trace and read any process'],
  ['Service', 'AmbientCapabilities=CAP_CHOWN cap_net_bind¦_service', 'cap_net_bind_service', 'below 1024'],
  ['Service', 'RestrictAddressFamilies=~AF_PACK¦ET AF_INET', 'AF_PACKET', 'raw packets'],
  ['Service', 'RestrictAddressFamilies=AF_UNIX af_appl¦etalk', 'af_appletalk', 'AppleTalk'],
  ['Service', 'RestrictAddressFamilies=AF_UNIX AF_CA¦IF AF_INET', 'AF_CAIF', 'few services need'],
  ['Service', 'RestrictAddressFamilies=no¦ne', 'none', 'no sockets at all'],
  ['Service', 'SyslogLevel=warn¦ing', 'warning', 'Level 4, warnings.'],
  ['Service', 'SyslogFacility=dae¦mon', 'daemon', 'Facility 3, services of the system'],
  ['Service', 'SyslogFacility=local¦3', 'local3', "Facility 19, for the machine's own use."],
  ['Service', 'SystemCallFilter=@system-ser¦vice mount', '@system-service', '`@basic-io`'],
  ['Service', 'SystemCallFilter=~@clock @privi¦leged', '@privileged', '`@chown`'],
  ['Service', 'SystemCallFilter=~read ope¦nat:EPERM', 'openat:EPERM', 'fails with EPERM'],
  ['Service', 'SystemCallFilter=uname set¦ns read', 'setns', 'part of `@process`'],
  ['Service', 'SystemCallArchitectures=native x8¦6', 'x86', '32-bit Intel and AMD processors'],
  ['Service', 'SystemCallErrorNumber=ki¦ll', 'kill', 'SIGSYS'],
  ['Service', 'Personality=x8¦6', 'x86', '32-bit Intel'],
  ['Service', 'SecureBits=noroot keep-c¦aps', 'keep-caps', 'turns from root into another user'],
  ['Service', 'CoredumpFilter=default elf-h¦eaders', 'elf-headers', 'tells their builds apart'],
  ['Service', 'MemoryMax=50¦%', '50%', "50% of the machine's memory"],
  ['Service', 'MemoryMax=infin¦ity', 'infinity', 'No limit'],
  ['Service', 'CPUQuota=150¦%', '150%', "1.5 of one CPU's time"],
  ['Service', 'CPUWeight=id¦le', 'idle', 'the CPU has nothing else to do'],
  ['Service', 'LimitCORE=infin¦ity', 'infinity', 'Soft and hard limit: none'],
  ['Service', 'RuntimeDirectoryMode=07¦50', '0750', 'rwxr-x---'],
  ['Service', 'ExecStart=@¦/bin/sh sh', '@', 'argv[0]'],
  ['Service', 'ExecStart=+¦/bin/sh', '+', 'full privileges'],
  ['Service', 'ExecStart=:¦/bin/sh', ':', 'variables are not replaced'],
  ['Service', 'NoNewPrivileges=o¦n', 'on', 'Yes: the setting is on.'],
  ['Service', 'RemainAfterExit=of¦f', 'off', 'No: the setting is off.'],
  ['Service', 'PrivateTmp=dis¦connected', 'disconnected', 'in memory'],
  ['Service', 'ProtectSystem=t¦rue', 'true', 'read-only'],
  ['Service', 'RestrictNamespaces=~user n¦et', 'net', 'routes, firewall'],
  ['Service', 'RestrictFileSystems=ext4 tm¦pfs', 'tmpfs', 'File system `tmpfs`, part of `@temporary`.'],
  ['Service', 'RestrictFileSystems=ext4 @tem¦porary', '@temporary', '`ramfs` `tmpfs`'],
  ['Service', 'AllowedCPUs=0-¦3', '0-3', '4 CPUs'],
  ['Service', 'IPAddressAllow=10.0.0.0¦/8 localhost', '10.0.0.0/8', '16,777,216'],
  ['Service', 'DeviceAllow=char-p¦ts rw', 'char-pts rw', 'character devices'],
  ['Service', 'Delegate=cpu memo¦ry', 'memory', 'memory and swap'],
  ['Service', 'StandardOutput=jour¦nal+console', 'journal+console', 'the console as well'],
  ['Service', 'StandardOutput=app¦end:/var/log/x', 'append:/var/log/x', 'added at its end'],
  ['Service', 'StandardInput=tty-f¦orce', 'tty-force', 'taken from whoever has it'],
  ['Socket', 'SocketMode=066¦0', '0660', 'rw-rw----'],
  ['Socket', 'ListenStream=@abs¦tract', '@abstract', 'abstract name space'],
  ['Socket', 'ReceiveBuffer=64¦K', '64K', '65,536 bytes'],
  ['Mount', 'Options=rw,noa¦time,nodev', 'noatime', 'access times are not kept'],
  ['Mount', 'Options=rw,uid=10¦00', 'uid=1000', 'owner of all files'],
  ['Unit', 'JobTimeoutAction=reb¦oot', 'reboot', 'Reboots in order'],
  ['Timer', 'OnBootSec=15m¦in', '15min', '900 seconds'],
  ['Unit', 'StartLimitBurst=¦5', '5', 'At most 5 starts within `StartLimitIntervalSec=`'],
  ['Unit', 'StartLimitBurst=¦1', '1', 'At most 1 start within'],
  ['Unit', 'StartLimitBurst=¦0', '0', 'No limit.'],
  ['Unit', 'FailureActionExitStatus=2¦5', '25', 'exit status 25'],
  ['Service', 'FileDescriptorStoreMax=5¦12', '512', 'At most 512 file descriptors'],
  ['Service', 'RestartSteps=¦4', '4', '`RestartMaxDelaySec=` in 4 steps'],
  ['Service', 'LogRateLimitBurst=10¦00', '1000', 'more than 1,000 messages'],
  ['Service', 'TasksMax=40¦00', '4000', 'At most 4,000 processes and threads'],
  ['Service', 'TasksMax=2¦0%', '20%', '20% of the tasks'],
  ['Service', 'ManagedOOMMemoryPressureLimit=6¦0%', '60%', 'more than 60% of the time'],
  ['Service', 'IOSchedulingPriority=¦4', '4', '0 is the highest'],
  ['Service', 'CPUSchedulingPriority=5¦0', '50', '99 the highest'],
  ['Service', 'Nice=-¦5', '-5', 'Favoured over other processes'],
  ['Service', 'OOMScoreAdjust=-9¦00', '-900', 'Killed later than others'],
  ['Service', 'SyslogLevel=¦4', '4', 'As `warning`: level 4'],
  ['Service', 'SyslogFacility=1¦7', '17', 'As `local1`: facility 17'],
  ['Service', 'IOSchedulingClass=¦2', '2', 'As `best-effort`'],
  ['Service', 'CPUSchedulingPolicy=¦5', '5', 'As `idle`'],
  ['Socket', 'IPTOS=1¦6', '16', 'As `low-delay`'],
  ['Socket', 'Backlog=1¦28', '128', 'Up to 128 connections wait'],
  ['Socket', 'MaxConnections=6¦4', '64', 'At most 64 connections are served'],
  ['Socket', 'MaxConnections=¦0', '0', 'systemd refuses the unit'],
  ['Socket', 'MaxConnectionsPerSource=¦0', '0', 'No limit.'],
  ['Socket', 'Priority=¦6', '6', 'priority 6'],
  ['Socket', 'Mark=¦42', '42', '0x2a'],
  ['Socket', 'ListenStream=%t/my¦app/s', '%t/myapp/s', 'UNIX socket'],
  ['Swap', 'Priority=1¦0', '10', 'filled first'],
  ['Slice', 'ConcurrencyHardMax=¦3', '3', 'starting another fails'],
  ['Service', 'RootImagePolicy=ro¦ot=verity+signed:=absent', 'root', 'used where Verity vouches for it; or used where'],
  ['Service', 'RootImagePolicy=root=verity+sig¦ned', 'signed', 'a signature vouches'],
  ['Service', 'MountImagePolicy=¦~', '~', 'Every partition must be absent.'],
  ['Service', 'RuntimeDirectory=a my¦app:alias', 'myapp:alias', '`/run/myapp`, made when the unit starts'],
  ['Service', 'StateDirectory=%¦N', '%N', 'unit name without its suffix'],
  ['Service', 'LoadCredential=pass¦word:/etc/secret', 'password:/etc/secret', '`$CREDENTIALS_DIRECTORY/password`'],
  ['Service', 'StandardOutput=sys¦log', 'syslog', 'an old word for `journal`'],
  ['Service', 'Environment=A=1 "B=two¦ words"', '"B=two words"', '`$B`: set by this unit to `two words`.'],
  ['Service', 'UnsetEnvironment=LANG LC_A¦LL', 'LC_ALL', 'taken out of the environment'],
  ['Service', 'BusName=org.exam¦ple.App', 'org.example.App', 'on the system bus'],
  ['Service', 'SyslogIdentifier=my¦app', 'myapp', 'journalctl -t'],
  ['Service', 'AppArmorProfile=-my¦app', '-myapp', 'profile `myapp`'],
  ['Service', 'SystemCallFilter=¦~@clock', '~', 'all but the ones listed'],
  ['Service', 'ExecStart=/bin/sh -c "ec¦ho x"', '"echo x"', 'Argument 2 of `/bin/sh`: `echo x`'],
  ['Service', 'ExecStart=@/bin/sh my¦sh -c x', 'mysh', 'The name that `/bin/sh` is started under: `mysh`'],
  ['Service', 'ExecStart=/bin/echo a ; /bin/true ¦b', 'b', 'Argument 1 of `/bin/true`'],
  ['Service', 'ExecStart=:/bin/echo $HO¦ME', '$HOME', 'stays as it is: `:` stands in front'],
  ['Service', 'ExecStart=/bin/echo --home=$HO¦ME', '$HOME', 'within a word only `${HOME}` is replaced'],
  ['Service', 'Environment=X=1\nExecStart=/bin/echo ${¦X}', '${X}', 'Set in this file: `1`.'],
  ['Mount', 'Type=ext¦4', 'ext4', 'a file system on a disk or partition'],
  ['Mount', 'Type=no¦ne', 'none', 'bind mounts'],
  ['Mount', 'What=tmp¦fs', 'tmpfs', 'no device'],
  ['Install', 'Alias=dbus-org.exam¦ple.service', 'dbus-org.example.service', 'another name of this unit'],
  ['Install', 'DefaultInstance=tt¦y1', 'tty1', 'enables the instance `tty1`'],
  ['Unit', 'OnFailure=notify-admin@%¦n.service', '%n', 'unit name'],
  ['Unit', 'OnFailure=notify-ad¦min@%H.service', 'notify-admin@%H.service', '**`notify-admin@.service`**'],
];

function at(section: string, line: string) {
  const marked = line.replaceAll('|', '\0').replaceAll('\\n', '\n').replace('¦', '|');
  const { text, offset } = readCursor(`[${section}]\n${marked}\n`);
  const path = `/w/a.${kindOfSection(section) ?? 'service'}`;
  return { text, offset, document: createDocument(text, { path, version: NEWEST_VERSION }) };
}

describe('hover on values', () => {
  test.each(values)('[%s] %s', async (section, line, covered, words) => {
    const { text, offset, document } = at(section, line);
    const found = await describePlace(document, offset, testEnvironment());
    expect(text.slice(found?.start, found?.end)).toBe(covered);
    expect(found?.markdown).toContain(words);
  });

  test('a value of which nothing is known has its directive explained; free text is left alone', async () => {
    const { document, offset } = at('Service', 'LogExtraFields=A=¦b');
    const found = await hover(document, offset, testEnvironment());
    expect(found?.markdown).toMatch(/^`VALUE`: .+\n\n\*\*LogExtraFields=\*\*/);
    const inParts = at('Service', 'BindPaths=/a:/b:rbi¦nd');
    const options = await hover(inParts.document, inParts.offset, testEnvironment());
    expect(options?.markdown).toMatch(/^`options`: rbind.+\n\n\*\*BindPaths=\*\*/);
    const prose = at('Unit', 'Description=My ser¦vice');
    expect(await hover(prose.document, prose.offset, testEnvironment())).toBeUndefined();
    const unknown = at('Service', 'Nonsense=a¦b');
    expect(await hover(unknown.document, unknown.offset, testEnvironment())).toBeUndefined();
  });
});

interface Word {
  readonly section: string;
  readonly key: string;
  readonly value: string;
}

/** Words that take more behind them to be a value. */
const completed: Readonly<Record<string, string>> = {
  'fd:': 'fd:web',
  'file:': 'file:/a',
  'append:': 'append:/a',
  'truncate:': 'truncate:/a',
  'ipv4:': 'ipv4:tcp:80',
  'ipv6:': 'ipv6:tcp:80',
  'tcp:': 'tcp:80',
  'udp:': 'udp:80',
  systemd: 'systemd >=252',
  kernel: 'kernel >=5',
  glibc: 'glibc >=2',
};

/** Every word completion offers in an empty value of today's directives, once for each directive's name. */
function offeredWords(): Word[] {
  const words = new Map<string, Word>();
  for (const directive of allDirectives()) {
    if (directive.to < NEWEST_VERSION) continue;
    const { section, key } = directive;
    const kind = kindOfSection(section) ?? 'service';
    const context = { directive, version: NEWEST_VERSION, manager: 'system', kind, unit: undefined } as const;
    const items = directive.valueType?.complete?.('', 0, context)?.items ?? [];
    const offered = items.filter((item) => item.kind === 'keyword');
    for (const { label } of offered) words.set(`${key}=${label}`, { section, key, value: completed[label] ?? label });
  }
  return [...words.values()];
}

describe('the words of enumerations', () => {
  const words = offeredWords();

  /** Those over which `describePlace` says nothing with this manual. */
  async function silent(environment = testEnvironment()): Promise<string[]> {
    const found: string[] = [];
    for (const { section, key, value } of words) {
      const { document, offset } = at(section, `${key}=¦${value}`);
      const { markdown = '' } = (await describePlace(document, offset, environment)) ?? {};
      if (markdown.replace(/\*\*.*?\*\*/, '').trim() === '') found.push(`${key}=${value}`);
    }
    return found;
  }

  test('every one explains itself, even without a manual', async () => {
    expect(words.length).toBeGreaterThan(900);
    expect(await silent()).toEqual([]);
  }, 60_000);

  test.skipIf(newest === undefined)(`the manual adds to many of them${newest ? '' : ` (${skipReason})`}`, async () => {
    const environment = testEnvironment({ manual: realManual() });
    const told = async (section: string, line: string) => {
      const { document, offset } = at(section, line);
      return (await describePlace(document, offset, environment))?.markdown;
    };
    expect(await told('Service', 'StandardError=jour¦nal')).toContain('journalctl(1)');
    expect(await told('Service', 'ProtectSystem=str¦ict')).toContain('entire file system hierarchy');
    expect(await told('Service', 'KillMode=mi¦xed')).toContain('main process');
  });
});
