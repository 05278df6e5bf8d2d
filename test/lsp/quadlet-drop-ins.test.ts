import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createQuadletDropIns } from '../../server/src/lsp/quadlet-drop-ins.ts';
import { nodeRuntime } from '../../server/src/node/runtime.ts';
import { checkText } from '../../server/src/service/check.ts';

test('what a drop-in beside an open Quadlet file has is not missing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quadlet-drop-ins-'));
  try {
    const path = join(folder, 'web-front.container');
    for (const [name, text] of [
      ['web-front.container.d/10.conf', '[Container]\nExec=x\n'],
      ['web-.container.d/20.conf', '[Container]\nImage=quay.io/x/web\n'],
    ] as const) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const text = '[Container]\nPublishPort=80:80\n';
    writeFileSync(path, text);
    const dropIns = createQuadletDropIns(nodeRuntime('0'));
    const told = (): string[] =>
      checkText(text, { path, around: { among: dropIns.among(path) } }).map(({ rule }) => rule);
    expect(told()).toEqual(['quadlet-refused']);
    await dropIns.load(path);
    expect(told()).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
