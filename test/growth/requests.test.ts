import { expect, test } from 'vitest';
import { runtime } from '../bench/parts/bundle.mjs';
import { type BenchClient, connect } from '../bench/parts/client.mjs';
import { hostileTexts } from '../bench/parts/hostile.mjs';
import { questions } from '../bench/parts/questions.mjs';
import { isSuperlinear, LENGTHS } from './shapes.ts';
import { countedEngine, stepsOf } from './steps.ts';

const engine = await countedEngine<object>(`
export { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
export { startServer } from './server/src/lsp/server.ts';
`);

/** Where values are taken apart in different ways. */
const PLACES = [
  ['Service', 'ExecStart'],
  ['Unit', 'After'],
  ['Unit', 'RequiresMountsFor'],
  ['Unit', 'Documentation'],
  ['Service', 'Environment'],
  ['Service', 'SystemCallFilter'],
  ['Service', 'TemporaryFileSystem'],
  ['Service', 'TimeoutSec'],
] as const;

const SHAPES = ['a', 'a ', '/a', '%i', 'b@%i.service ', ' # ', '"a" ', '; /a ', '\\q', 'man:a(1) ', 'a \\\n', '%i\\\n'];
const shapes = hostileTexts.filter(({ name }) => SHAPES.includes(JSON.parse(name) as string));

function placeOf(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

let opened = 0;

interface Asked {
  readonly value: string;
  /** What it is made of. */
  readonly part: string;
}

/** Steps for opening a text with this value, and for all that may be asked of it; of several places the most. */
async function stepsForAll(client: BenchClient, [section, key]: readonly [string, string], { value, part }: Asked) {
  opened += 1;
  const textDocument = { uri: `file:///etc/systemd/system/x${opened}@.service` };
  const head = `[${section}]\n${key}=`;
  const text = `${head}${value}\n[Unit]\nDescription=x\n`;
  const steps = new Map<string, number>();
  const opening = await stepsOf(async () => {
    client.notify('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'systemd', version: 1, text },
    });
    await client.request('textDocument/diagnostic', { textDocument });
  });
  steps.set('opening', opening);
  const last = placeOf(text, text.length);
  // At the same place of a part, whatever the length, so that the same is asked.
  const middle = value.length >> 1;
  const places = [middle - (middle % part.length), value.length].map((at) => placeOf(text, head.length + at));
  for (const [method, params, whole] of questions) {
    for (const position of whole ? places.slice(0, 1) : places) {
      const asked = await stepsOf(() => client.request(method, { textDocument, ...params({ position, last }) }));
      steps.set(method, Math.max(asked, steps.get(method) ?? 0));
    }
  }
  client.notify('textDocument/didClose', { textDocument });
  return steps;
}

test('no request takes more steps than the value is long', async () => {
  const client = await connect({ ...engine, runtime }, { textDocument: { diagnostic: {} } });
  const tooMany: string[] = [];
  for (const place of PLACES) {
    for (const shape of shapes) {
      const measured: Map<string, number>[] = [];
      for (const length of LENGTHS) {
        const asked = { value: shape.make(length), part: JSON.parse(shape.name) as string };
        measured.push(await stepsForAll(client, place, asked));
      }
      for (const method of measured[0]!.keys()) {
        const steps = measured.map((each) => each.get(method)!);
        if (isSuperlinear(steps)) tooMany.push(`${method} of ${place[1]}= made of ${shape.name}: ${steps.join(', ')}`);
      }
    }
  }
  await client.end();
  expect(tooMany).toEqual([]);
}, 3_600_000);
