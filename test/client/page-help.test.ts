import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readManifest } from '../../server/scripts/command-line/manifest.mjs';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(repository, 'client/src/pages');
const pages = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** A style sheet with those that it takes in. */
function styles(path: string): string {
  const text = readFileSync(path, 'utf8');
  const taken = [...text.matchAll(/^@import "(.+)";$/gm)].map(([, name = '']) => styles(join(path, '..', name)));
  return [text, ...taken].join('\n');
}

test.each(pages)('the page %s tells its keys, and how that looks', (name) => {
  const script = readFileSync(join(folder, name, `${name}-script.ts`), 'utf8');
  const [, about = '', keys = ''] =
    /^tellKeys\(\s*t\(\s*'([^']+)',?\s*\),\s*\[([\s\S]*?)\],?\s*\);$/m.exec(script) ?? [];
  expect(about.length).toBeGreaterThan(50);
  expect(keys).toContain("['Enter', t(");
  expect(styles(join(folder, name, `${name}.css`))).toContain('.help-opener:not(:focus)');
  // What the help names is what the page listens to.
  if (keys.includes('Ctrl+F')) expect(script).toContain("'f'");
  if (keys.includes('+ − 0')) expect(script).toContain("=== '0'");
});

test('the view has a help of its own, which names commands there are', () => {
  const { contributes } = readManifest(repository) as {
    readonly contributes: {
      readonly views: Readonly<Record<string, readonly { readonly accessibilityHelpContent?: string }[]>>;
      readonly commands: readonly { readonly command: string }[];
    };
  };
  const known = contributes.commands.map(({ command }) => command);
  for (const { accessibilityHelpContent = '' } of Object.values(contributes.views).flat()) {
    const named = [...accessibilityHelpContent.matchAll(/<keybinding:([^>]+)>/g)].map(([, id]) => id);
    expect(named.length).toBeGreaterThan(0);
    for (const id of named) expect(known).toContain(id);
  }
});
