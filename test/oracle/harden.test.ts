import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { harden } from '../../client/src/systemd/hardening.ts';
import { type Exposure, parseExposures, parseScore, security } from '../../client/src/systemd/security.ts';
import { eachSystem, OFFLINE_SINCE } from './each-system.ts';
import { run, system } from './systems.ts';

/** What is set before, of every kind: once, twice, to be changed, to be joined, lists of what is allowed. */
const half = `[Service]
ExecStart=/bin/true
CapabilityBoundingSet=CAP_SYS_TIME CAP_NET_ADMIN
RestrictAddressFamilies=AF_INET
SystemCallFilter=@system-service
ProtectSystem=full
ProtectHome = read-only
AmbientCapabilities=CAP_NET_ADMIN
AmbientCapabilities=CAP_SYS_TIME
Delegate=yes
NotifyAccess=all
KeyringMode=shared

[Install]
WantedBy=multi-user.target

[Service]
RestrictNamespaces=~user\\
  pid
SystemCallArchitectures=native x86
IPAddressDeny=10.0.0.0/8`;

/** These stay open: the first two have no single answer, and the third is less open than before. */
const rest = ['RestrictAddressFamilies=~…', 'RootDirectory=/RootImage=', 'DeviceAllow='];

eachSystem((version) => {
  test.each([
    ['a bare service', '[Service]\nExecStart=/bin/true'],
    ['a service that is half closed', half],
  ])('%s: what is offered closes what it is offered for, and nothing is set twice', (_, bare) => {
    const before = judge(version, bare);
    const text = before.open.reduce(applied, bare);
    const after = judge(version, text);
    expect(after.open.map(({ name }) => name).filter((name) => !rest.includes(name))).toEqual([]);
    expect(after.score).toBeLessThan(1);
    expect(before.score).toBeGreaterThan(4);
    expect(after.open.reduce(applied, text)).toBe(text);
  });
}, OFFLINE_SINCE);

function applied(text: string, { remedy }: Exposure): string {
  const change = remedy === undefined ? undefined : harden(text, remedy);
  return change ? text.slice(0, change.start) + change.text + text.slice(change.end) : text;
}

function judge(version: number, text: string): { score: number; open: Exposure[] } {
  const { root } = system(version);
  mkdirSync(join(root, '/tmp'), { recursive: true });
  const folder = mkdtempSync(join(root, '/tmp/harden-'));
  const path = join(folder, 'a.service');
  writeFileSync(path, text);
  const ask = (...options: string[]) => {
    const { program, args } = security('system', path.slice(root.length), options);
    return run(system(version), [program, ...args]).stdout;
  };
  const answer = { score: parseScore(ask())!.exposure, open: parseExposures(ask('--json=short')) };
  rmSync(folder, { recursive: true });
  return { ...answer, open: answer.open.filter(({ exposure }) => exposure > 0) };
}
