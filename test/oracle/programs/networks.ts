import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chroots, system } from '../systems.ts';

/** Files by path below /etc/systemd/network or /usr/lib/systemd/network; `null` for a link to /dev/null. */
export type NetworkQuestion = Readonly<Record<string, string | null>>;

export interface NetworkAnswer {
  /** What networkd warns of. */
  readonly complaints: readonly string[];
  /** By device the .network file that networkd takes. */
  readonly networks: Readonly<Record<string, string>>;
  /** By device the .link file that udev takes. */
  readonly links: Readonly<Record<string, string>>;
}

/** What networkd and udev of a version make of some files; `devices` are the bridges that the files make. */
export function askNetworks(version: number, question: NetworkQuestion, devices: readonly string[]): NetworkAnswer {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-networks-'));
  try {
    for (const name of ['etc', 'usr']) mkdirSync(join(folder, name));
    for (const [path, text] of Object.entries(question)) write(folder, path, text);
    const tests = join(process.cwd(), 'test/oracle');
    const read = readFileSync(join(tests, 'programs/read-networks.sh'), 'utf8');
    const inside = ['bash', '-c', read, 'read-networks.sh', String(devices.length), ...devices];
    const root = system(version).root || '/';
    const words = [
      join(tests, 'daemons/inside.sh'),
      root,
      join(chroots, 'daemons', String(version)),
      folder,
      ...inside,
    ];
    const done = spawnSync('bash', words, { encoding: 'utf8', maxBuffer: 2 ** 28 });
    if (done.error) throw done.error;
    return answerOf(done.stdout + done.stderr);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(folder: string, path: string, text: string | null): void {
  const at = join(folder, path.startsWith('/usr/lib/') ? 'usr' : 'etc', path.replace(/^.*?\/systemd\/network\//, ''));
  mkdirSync(dirname(at), { recursive: true });
  if (text === null) symlinkSync('/dev/null', at);
  else writeFileSync(at, text);
}

const FOUND = /^<\d+>(\S+): [Ff]ound matching (?:network '|\.network file: )(\/[^'\s]+)/gm;

function answerOf(said: string): NetworkAnswer {
  const [networkd = '', ...udev] = said.split(/^@@ /m);
  const networks: Record<string, string> = {};
  for (const [, device = '', path = ''] of networkd.matchAll(FOUND)) networks[device] = path;
  const complaints = [...networkd.matchAll(/^<2[0-8]>(.*)$/gm)].map(([, text = '']) => text);
  const links: Record<string, string> = {};
  for (const part of udev) {
    const device = part.slice(0, part.indexOf('\n'));
    const path = /Config file (\S+\.link)/.exec(part)?.[1];
    if (path) links[device] = path;
  }
  return { complaints, networks, links };
}
