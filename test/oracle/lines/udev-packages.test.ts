import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { seeded } from '../../mutation/random.ts';
import { eachSystem } from '../each-system.ts';
import { expectAgreement, udevAbsence } from './udev-agreement.ts';
import { compareRules } from './udev-rules.ts';
import { spoiltRules } from './udev-rules-questions.ts';

/** Fetched by `node test/corpus/fetch-line-files.mjs`. */
const kept = '.cache/line-files';

const shipped = readdirSync(kept, { recursive: true, encoding: 'utf8' })
  .filter((name) => existsSync(join(kept, name)) && /\/udev\/rules\.d\/[^/]+\.rules$/.test(name))
  .sort()
  .map((name) => readFileSync(join(kept, name), 'utf8'));

eachSystem((version) => {
  test('says of files of packages what udev says', (context) => {
    const reason = udevAbsence(version);
    if (reason !== undefined) return context.skip(reason);
    expectAgreement(`${shipped.length} files of packages`, version, compareRules(version, shipped));
  });

  test('judges spoilt rules of packages as udev does', (context) => {
    const reason = udevAbsence(version);
    if (reason !== undefined) return context.skip(reason);
    expectAgreement('spoilt files', version, compareRules(version, spoiltRules(shipped, 3000, seeded(version))));
  });
});
