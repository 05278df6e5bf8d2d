import { isTemplate, parse, parseUnitName, readWords, type UnitName } from '../../../server/src/index.ts';
import type { Manager } from './unit-of-file.ts';

/** What `systemctl enable` will create, from the [Install] section; see systemd.unit(5). */
export interface EnablePlan {
  /** Links, as paths of the folder of the manager. */
  readonly links: readonly string[];
  /** Units that Also= enables with it. */
  readonly also: readonly string[];
  /** Units that will require it. */
  readonly requiredBy: readonly string[];
}

/**
 * @param texts the fragment and its drop-ins, in the order systemd reads them: systemctl heeds [Install] in each
 */
export function enablePlan(name: string, texts: readonly string[], manager: Manager): EnablePlan {
  const unit = parseUnitName(name);
  const words = wordsOf(texts);
  const instance = words('DefaultInstance').at(-1);
  // A template without DefaultInstance= gets only its aliases.
  const isBare = unit !== undefined && isTemplate(unit) && instance === undefined;
  const linked = unit && isTemplate(unit) && instance ? `${unit.prefix}@${instance}.${unit.kind}` : name;
  const folder = manager === 'user' ? '~/.config/systemd/user' : '/etc/systemd/system';
  const expanded = (word: string) => withSpecifiers(word, parseUnitName(linked));
  const below = (directive: string, suffix: string) =>
    isBare ? [] : words(directive).map((target) => `${folder}/${expanded(target)}.${suffix}/${linked}`);
  return {
    links: [
      ...words('Alias').map((alias) => `${folder}/${expanded(alias)}`),
      ...below('WantedBy', 'wants'),
      ...below('RequiredBy', 'requires'),
      ...below('UpheldBy', 'upholds'),
    ],
    also: words('Also').map(expanded),
    requiredBy: isBare ? [] : words('RequiredBy').map(expanded),
  };
}

/** As config_parse_strv() (src/shared/conf-parser.c) reads them: words add up, an empty value resets the list. */
function wordsOf(texts: readonly string[]): (directive: string) => string[] {
  const install = texts.flatMap((text) =>
    parse(text)
      .sections.filter((section) => section.name === 'Install')
      .flatMap((section) => section.assignments),
  );
  return (directive) => {
    const values = install.filter(({ key }) => key === directive).map(({ value }) => value.text.trim());
    return values
      .slice(values.lastIndexOf('') + 1)
      .flatMap((text) => readWords(text, { unquote: true, retainEscape: true }).words.map((word) => word.text));
  };
}

/** Expands those specifiers of systemd.unit(5) that depend on the name only. */
function withSpecifiers(text: string, unit: UnitName | undefined): string {
  if (!unit) return text;
  const { prefix, instance = '', kind } = unit;
  const bare = unit.text.slice(0, -(kind.length + 1));
  const values: Record<string, string> = { n: unit.text, N: bare, p: prefix, i: instance, '%': '%' };
  values.j = prefix.slice(prefix.lastIndexOf('-') + 1);
  return text.replaceAll(/%([nNpij%])/g, (_, letter: string) => values[letter]!);
}

/** Units without which the machine cannot be reached or does not work properly. */
const critical =
  /^(dbus(-broker)?|systemd-(journald|logind|networkd|resolved|udevd)|ssh|sshd|NetworkManager|display-manager|gdm|polkit|getty@.*|user@\d+)\.(service|socket)$|^(basic|sysinit|multi-user|graphical|local-fs)\.target$|^(-|system|user)\.slice$/;

export const isCritical = (name: string): boolean => critical.test(name);
