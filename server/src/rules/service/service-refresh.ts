import { atAssignment } from '../../engine/finding-place.ts';
import { readWords } from '../../syntax/words.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { hasCommand, usesCredentials } from '../../units/service-type.ts';
import { parseBoolean } from '../../values/boolean.ts';
import type { UnitRule } from '../unit-rule.ts';

export const serviceRefresh: UnitRule = {
  id: 'service-refresh',
  scope: 'unit',
  docs: {
    what: 'RefreshOnReload= for extensions or credentials that the service does not have.',
    severities: ['warning'],
    why: 'systemd warns: there is nothing to refresh. Extensions are refreshed only when they are versioned (a path ending in .v) and the service has a main process.',
    bad: '[Service]\nType=notify-reload\nExecStart=/usr/bin/example\nRefreshOnReload=credentials',
    good: '[Service]\nType=notify-reload\nExecStart=/usr/bin/example\nLoadCredential=token:/etc/example/token\nRefreshOnReload=credentials',
    manual: ['systemd.service(5)'],
  },
  check(unit, report) {
    const refresh = unit.last('Service', 'RefreshOnReload');
    if (unit.kind !== 'service' || !refresh) return;
    const [only] = refreshed(unit);
    const at = atAssignment(refresh);
    const extensions = only === 'extensions' ? extensionFault(unit) : undefined;
    if (extensions) report({ ...at, severity: 'warning', message: extensions });
    if (only === 'credentials' && !usesCredentials(unit)) {
      const message =
        'RefreshOnReload= names credentials, but the service uses none; systemd warns, and hides those added later. Add LoadCredential=, or take credentials out.';
      report({ ...at, severity: 'warning', message });
    }
  },
};

type Item = 'extensions' | 'credentials';

const ITEMS: readonly Item[] = ['extensions', 'credentials'];

/** The one thing to be refreshed; assignments add up, and of both together systemd says nothing. */
function refreshed(unit: LoadedUnit): readonly Item[] {
  let items: Set<Item> | undefined;
  for (const { node } of unit.list('Service', 'RefreshOnReload')) {
    const { text } = node.value;
    const on = parseBoolean(text);
    const named = ITEMS.filter(
      (item) => on ?? readWords(text.replace('~', '')).words.some((word) => word.text === item),
    );
    if (text.startsWith('~'))
      items = new Set([...(items ?? ['extensions' as const])].filter((item) => !named.includes(item)));
    else items = on === undefined ? new Set([...(items ?? []), ...named]) : new Set(named);
  }
  return items?.size === 1 ? [...items] : [];
}

/** Whether a path is a directory of versions, or a pattern in one: systemd.v(7). */
function isVersioned(path: string): boolean {
  if (/\.v\/*(?::|$)/.test(path)) return true;
  const name = path.lastIndexOf('/') + 1;
  return path.includes('___', name) && /\.v\/+$/.test(path.slice(0, name));
}

/** As `service_can_reload_extensions()`, src/core/service.c. */
function extensionFault(unit: LoadedUnit): string | undefined {
  if (unit.manager === 'user')
    return 'The user manager cannot refresh extensions; it warns and ignores RefreshOnReload=extensions.';
  const versioned = [...unit.list('Service', 'ExtensionImages'), ...unit.list('Service', 'ExtensionDirectories')].some(
    ({ node }) => readWords(node.value.text, { unquote: true }).words.some(({ text }) => isVersioned(text)),
  );
  if (!versioned) {
    return 'RefreshOnReload= names extensions, but the service has none with a version (a path ending in .v); systemd warns and ignores it.';
  }
  if (unit.refused || hasCommand(unit, 'ExecStart')) return undefined;
  return 'RefreshOnReload= refreshes extensions of the main process, but there is no ExecStart=; systemd warns and ignores it.';
}
