import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** Marks what mocha says among all that VS Code writes to its console. */
const MARK = 'suite| ';

Mocha.reporters.Base.consoleLog = (...words) => {
  for (const line of format(...words).split('\n')) console.log(MARK + line);
};

/** What VS Code calls in the extension host; a rejection is its exit code 1. */
export async function run(): Promise<void> {
  // On a loaded machine a moment may be missed; a fault fails three times.
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, retries: 2, color: false, reporter: 'spec' });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(join(__dirname, name));
  }
  const skipped: string[] = [];
  const stats = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats!));
    runner.on('pending', (test) => skipped.push(test.fullTitle()));
  });
  const result = { passed: stats.passes, failed: stats.failures, skipped };
  writeFileSync(process.env.SYSTEMD_UNITS_RESULTS!, JSON.stringify(result));
  if (stats.failures > 0) throw new Error(`${stats.failures} tests failed`);
}
