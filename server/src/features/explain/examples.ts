import { usageScope, valuesWritten } from '../../schema/usage.ts';
import type { ValueContext } from '../../values/value-type.ts';
import { formOf, wordsOf } from '../value-form.ts';

/** More would no longer be read. */
const MOST = 3;

/** Where the commonest values of shipped units teach little, or every unit has its own. */
const byKey: Readonly<Record<string, readonly string[]>> = {
  Description: ['Nightly backup', 'Web server of the shop'],
  Documentation: ['man:sshd(8)', 'https://example.org/manual', 'file:/usr/share/doc/web/README'],
  ExecStart: ['/usr/bin/python3 /srv/web/main.py --port 8080', "/bin/sh -c 'sync && date'", '-/usr/bin/cleanup'],
  ExecStartPre: ['/usr/bin/mkdir -p /run/web', '-/usr/bin/rm /run/web/lock', '+/usr/bin/chown web: /dev/tty0'],
  ExecStartPost: ['/usr/bin/touch /run/web/ready'],
  ExecReload: ['kill -HUP $MAINPID', '/usr/sbin/nginx -s reload'],
  ExecStop: ['/usr/bin/webctl stop', '/bin/kill -QUIT $MAINPID'],
  ExecCondition: ['/usr/bin/test -e /etc/web.conf'],
  Environment: ['PORT=8080', '"GREETING=hello world" LEVEL=debug'],
  EnvironmentFile: ['/etc/default/web', '-/etc/default/web'],
  WorkingDirectory: ['/srv/web', '~', '-/srv/web'],
  User: ['www-data', 'nobody', '1000'],
  OnCalendar: ['daily', 'Mon..Fri 04:30', '*:0/15'],
  OnBootSec: ['5min', '1h 30min', '30'],
  OnUnitActiveSec: ['1h', '15min', '1d'],
  RandomizedDelaySec: ['10min', '1h'],
  AccuracySec: ['1min', '1s', '1us'],
  ListenStream: ['8080', '127.0.0.1:8080', '/run/web.sock'],
  ListenDatagram: ['514', '/run/log.sock'],
  PathExists: ['/run/web/ready', '/home/%i/inbox'],
  PathChanged: ['/etc/web.conf'],
  What: ['/dev/disk/by-uuid/0a1b2c3d-0000-4000-8000-000000000000', 'server:/export', 'tmpfs'],
  Where: ['/srv/data', '/home'],
  Options: ['noatime', 'ro,nofail', 'size=2G,mode=0700'],
  MemoryMax: ['512M', '2G', '20%'],
  MemoryHigh: ['400M', '1.5G', '15%'],
  CPUQuota: ['50%', '200%'],
  TasksMax: ['100', '20%', 'infinity'],
  ReadWritePaths: ['/var/lib/web', '-/var/cache/web', '/srv /var/log/web'],
  StateDirectory: ['web', 'web/uploads', 'web:data'],
  LoadCredential: ['token:/etc/web/token'],
  SystemCallFilter: ['@system-service', '~@privileged @resources', '@system-service bind'],
  CapabilityBoundingSet: ['CAP_NET_BIND_SERVICE', '~CAP_SYS_ADMIN'],
  AmbientCapabilities: ['CAP_NET_BIND_SERVICE'],
  RestrictAddressFamilies: ['AF_UNIX AF_INET AF_INET6', 'none', '~AF_PACKET'],
  StandardOutput: ['journal', 'append:/var/log/web.log', 'null'],
  SuccessExitStatus: ['3', '143', 'TEMPFAIL SIGUSR1'],
  Alias: ['web.service'],
  ConditionPathExists: ['/etc/web.conf', '!/run/web.disabled', '|/etc/a.conf'],
  IPAddressAllow: ['localhost', '10.0.0.0/8', '192.168.1.7 fe80::/10'],
};

/** By what a value is, as hovers tell it. */
const byForm: Readonly<Record<string, readonly string[]>> = {
  'time span': ['30', '5min', '1h 30min'],
  size: ['64K', '512M', '2G'],
  percentage: ['20%', '50%'],
  path: ['/srv/web', '/etc/web.conf'],
  paths: ['/srv/web', '/srv/web /etc/web.conf'],
  mode: ['0644', '0750'],
  'yes | no': ['yes', 'no'],
};

/** Up to three assignments such as units have them; all of them values the directive takes. */
export function examplesOf(context: ValueContext): string[] {
  const { directive } = context;
  const own = byKey[directive.key];
  const values = own ?? [...written(context), ...(byForm[formOf(directive) ?? ''] ?? [])];
  const isTaken = (value: string): boolean =>
    (directive.valueType?.check(value, context) ?? []).every(({ severity }) => severity === 'hint');
  return [...new Set(values)]
    .filter(isTaken)
    .slice(0, MOST)
    .map((value) => `${directive.key}=${value}`);
}

/** What shipped units write most, then the other words a directive takes. */
function written(context: ValueContext): string[] {
  const { directive, kind, manager } = context;
  const place = { directive, kind, manager };
  const common = [...valuesWritten(place).keys()];
  return usageScope(place) === '' && common.length === 0 ? wordsOf(context).map(({ label }) => label) : common;
}
