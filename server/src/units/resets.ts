/** Directives whose values are kept in one list, which an empty assignment of any of them clears. */
const families: readonly { readonly section: string; readonly keys: RegExp }[] = [
  { section: 'Unit', keys: /^Condition/ },
  { section: 'Unit', keys: /^Assert/ },
  { section: 'Socket', keys: /^Listen/ },
  { section: 'Timer', keys: /^On(Active|Boot|Startup|UnitActive|UnitInactive)Sec$|^OnCalendar$/ },
  { section: 'Path', keys: /^(Path|DirectoryNotEmpty)/ },
];

/** In these, nothing means nothing: no word, no effect (src/core/load-fragment.c). */
const UNMOVED = /^config_parse_(unit_deps|obsolete_unit_deps|unit_mounts_for|unit_requires_mounts_for)$/;

interface Place {
  readonly section: string;
  readonly key: string;
  readonly parser: string | undefined;
}

/** Which keys of its section an empty assignment clears; undefined when it clears none. */
export function resetBy({ section, key, parser }: Place): ((key: string) => boolean) | undefined {
  if (parser && UNMOVED.test(parser)) return undefined;
  const family = families.find((candidate) => candidate.section === section && candidate.keys.test(key));
  return family ? (other) => family.keys.test(other) : (other) => other === key;
}
