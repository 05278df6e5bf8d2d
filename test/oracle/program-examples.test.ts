import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { identifyPath } from '../../server/src/dialects/index.ts';
import { programSamples } from '../snippets/network-templates.ts';
import { eachSystem } from './each-system.ts';
import { absence, askProgram } from './programs/ask.ts';
import { kindsOf } from './programs/programs.ts';

/** What an empty folder, a kernel without modules and a missing key make a program say. */
const ENVIRONMENT =
  /Failed to create netdev|not supported|looks like|doesn't look like|does not look like|Failed to read (?:private )?key|Failed to make loopback device|could not be found|mkfs binary for \w+ (?:is )?not available|whole disk device|block device of file system/i;

const folders: Readonly<Record<string, string>> = {
  networks: '/etc/systemd/network',
  machines: '/etc/systemd/nspawn',
  'image/repart.d': '/etc/repart.d',
  'image/sysupdate.d': '/etc/sysupdate.d',
};

/** The examples and the templates by kind. */
const samples = [
  ...programSamples.map(({ kind, title, text }) => ({ kind, title, text })),
  ...Object.entries(folders).flatMap(([folder, place]) =>
    readdirSync(`examples/${folder}`).map((name) => ({
      kind: identifyPath(`${place}/${name}`)!.kind,
      title: `${folder}/${name}`,
      text: readFileSync(`examples/${folder}/${name}`, 'utf8'),
    })),
  ),
];

eachSystem((version) => {
  test.for(kindsOf(version).filter((kind) => samples.some((sample) => sample.kind === kind)))(
    'the program has nothing to say about templates and examples of %s',
    (kind, context) => {
      const reason = absence({ version, kind });
      if (reason !== undefined) return context.skip(reason);
      const own = samples.filter((sample) => sample.kind === kind);
      const verdicts = askProgram(
        { version, kind },
        // Of two devices of one name networkd makes the first.
        own.map(({ text }) => (kind === 'netdev' ? text.replace(/^Name=.*/m, 'Name=@NAME@') : text)),
      );
      const said = verdicts.map(({ messages }, i) => [
        own[i]!.title,
        ...messages.filter(({ level, text }) => level <= 4 && !ENVIRONMENT.test(text)).map(({ text }) => text),
      ]);
      expect(said).toEqual(own.map(({ title }) => [title]));
    },
  );
}, 252);
