// A vitest reporter that leaves the figures of a run in a file: what passed, what failed, what was skipped and why.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const figuresFile = fileURLToPath(new URL('.out/unit-tests.json', import.meta.url));

export default class Figures {
  onTestRunEnd(modules) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state) => tests.filter((test) => test.result().state === state);
    // A file that cannot be loaded has no tests, and counts as a failed one.
    const broken = modules.filter(
      (module) => module.state() === 'failed' && [...module.children.allTests('failed')].length === 0,
    );
    const skipped = inState('skipped').map((test) => [test.fullName, test.result().note].filter(Boolean).join(': '));
    mkdirSync(dirname(figuresFile), { recursive: true });
    writeFileSync(
      figuresFile,
      JSON.stringify({ passed: inState('passed').length, failed: inState('failed').length + broken.length, skipped }),
    );
  }
}
