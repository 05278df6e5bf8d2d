import { describe, test } from 'vitest';
import { systems } from './systems.ts';

/** Versions the facts are made from. */
export const versions = [252, 257, 262];

/** A group of tests per systemd; a version this machine does not have is skipped aloud. */
export function eachSystem(body: (version: number) => void): void {
  for (const version of versions) {
    describe(`systemd ${version}`, { timeout: 600_000 }, () => {
      if (systems().has(version)) body(version);
      else absent(version);
    });
  }
}

function absent(version: number): void {
  const reason = `no systemd ${version} on this machine; test/oracle/chroots.sh builds 257 and 262`;
  console.warn(`skipped: ${reason}`);
  test('is here', (context) => context.skip(reason));
}
