import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** package.json of the extension with the English texts of package.nls.json in place of their `%keys%`. */
export function readManifest(repository) {
  const texts = JSON.parse(readFileSync(join(repository, 'package.nls.json'), 'utf8'));
  return JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'), (_, value) =>
    typeof value === 'string' ? (texts[/^%(.+)%$/.exec(value)?.[1]] ?? value) : value,
  );
}
