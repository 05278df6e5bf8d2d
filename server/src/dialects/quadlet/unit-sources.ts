import type { JudgedFile } from '../../engine/judged-file.ts';
import { fileKindOfPath, type UnitFileKind } from '../../schema/file-kind.ts';
import { parseUnitName, type UnitName } from '../../schema/unit-name.ts';
import type { UnitFile } from '../../syntax/tree.ts';
import { detached } from '../../text/detached.ts';
import { lineIndex } from '../../text/line-index.ts';
import { type FileFacts, factsIn, linesOf, type MadeFacts, type Relation, relationsAt } from '../../units/relations.ts';
import type { SourceRole, UnitSources } from '../../units/unit-sources.ts';
import { dropInFolders } from './generator/drop-ins.ts';
import { isTrue } from './generator/lookup.ts';
import { isQuadletName, kindOfName, type QuadletKind, sectionOfKind, stemOf } from './generator/names.ts';
import { isQuadlet, managerOfQuadlet, mayBeQuadlet, quadletOfPath, quadletRoot } from './identify.ts';
import { usualUnit } from './service-of-file.ts';
import { namingOf, quadletsIn, takesQuadlets } from './values/names.ts';
import { unquoted } from './values/text.ts';

/** How Quadlet files take part among units: by the services that Podman makes of them. */
export const quadletSources: UnitSources = {
  roleOf(path) {
    if (!mayBeQuadlet(path)) return undefined;
    const name = baseOf(path);
    const common = {
      root: quadletRoot(path),
      manager: managerOfQuadlet(path),
      isSure: quadletOfPath(path) !== undefined,
    };
    if (name.endsWith('.conf'))
      return { ...common, role: 'drop-in', owner: baseOf(folderOf(path)).slice(0, -'.d'.length) };
    const unit = usualUnit(name, kindOf(name));
    return unit && ({ ...common, role: 'fragment', source: name, unit } satisfies SourceRole);
  },
  isOne: (path, { text }) => path.endsWith('.conf') || isQuadlet(path, text),
  factsOf: quadletFacts,
  dropInOwners: (name) => dropInFolders(name).map((folder) => folder.slice(0, -'.d'.length)),
  renamed(source, wanted) {
    const kind = kindOf(source);
    const suffix = `.${kind}`;
    if (wanted.endsWith(suffix)) return wanted;
    if (!wanted.endsWith('.service')) return `${wanted}${suffix}`;
    const file = [stemOf(wanted), stemOf(wanted).replace(`-${kind}`, '')].map((stem) => `${stem}${suffix}`);
    return file.find((name) => usualUnit(name, kind)?.text === wanted);
  },
};

/** The service that is made of a file; of a drop-in that of the file it is called after. */
export function unitOfQuadlet({ source: { path, tree } }: JudgedFile): UnitName | undefined {
  const role = quadletSources.roleOf(path);
  if (!role) return undefined;
  if (role.role === 'drop-in') return isQuadletName(role.owner) ? usualUnit(role.owner, kindOf(role.owner)) : undefined;
  const given = quadletFacts(path, tree).made?.unit;
  return given === undefined ? role.unit : parseUnitName(given);
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const kindOf = (name: string): QuadletKind => kindOfName(name, Number.POSITIVE_INFINITY)!;

/** What a Quadlet file or a drop-in of one says of units, in the words of the service that is made of it. */
function quadletFacts(path: string, tree: UnitFile): FileFacts {
  const owner = path.endsWith('.conf')
    ? `x.${baseOf(folderOf(path)).slice(0, -'.d'.length).split('.').at(-1)}`
    : baseOf(path);
  const kind = kindOf(owner);
  const section = sectionOfKind(kind);
  const lines = lineIndex(tree.text);
  const passedOn = tree.sections.filter(({ name }) => name === 'Unit' || name === 'Install');
  const facts = factsIn({ sections: passedOn, text: tree.text }, serviceKind(path, owner), lines);
  const named: Relation[] = [];
  const last = new Map<string, string>();
  for (const line of linesOf(tree)) {
    const { key, value } = line.content;
    const isTold = line.section === section ? TELLING.has(key) : line.section === 'Quadlet' && key === DEFAULTS;
    if (isTold) last.set(key, detached(unquoted(value.text.trim())));
    if (line.section === 'Unit' && takesQuadlets(key))
      named.push(
        ...relationsAt(quadletsIn(value.text), line, { keys: [key], section: 'Unit', lines, text: tree.text }),
      );
    const naming = line.section === section ? namingOf({ section, key }) : undefined;
    if (naming)
      named.push(
        ...relationsAt(naming.references(value.text), line, {
          keys: naming.relations,
          section,
          lines,
          text: tree.text,
        }),
      );
  }
  return { ...facts, empty: false, relations: [...facts.relations, ...named], made: madeFacts(path, last) };
}

/** Keys of a file's own section that tell of its unit, and one of [Quadlet]. */
const TELLING: ReadonlySet<string> = new Set(['ServiceName', 'Pod', 'StartWithPod']);
const DEFAULTS = 'DefaultDependencies';

function madeFacts(path: string, last: ReadonlyMap<string, string>): MadeFacts {
  const name = last.get('ServiceName');
  const pod = last.get('Pod');
  const startsWithPod = last.get('StartWithPod');
  const defaults = last.get(DEFAULTS);
  const waits = defaults === undefined ? (path.endsWith('.conf') ? undefined : true) : isTrue(defaults);
  const network = managerOfQuadlet(path) === 'user' ? USER_NETWORK : 'network-online.target';
  const added = ['Wants', 'After'].map((key) => ({ key, target: network }));
  return {
    unit: name ? parseUnitName(`${name}.service`)?.text : undefined,
    added: waits === undefined ? undefined : waits ? added : [],
    startedBy: pod?.endsWith('.pod') ? pod : undefined,
    isStarted: startsWithPod === undefined ? undefined : isTrue(startsWithPod),
  };
}

const USER_NETWORK = 'podman-user-wait-network-online.service';

/** As what systemd reads the sections that are passed on. */
const serviceKind = (path: string, owner: string): UnitFileKind => ({
  ...fileKindOfPath(`/run/systemd/generator/${usualUnit(owner, kindOf(owner))?.text ?? 'x.service'}`)!,
  manager: managerOfQuadlet(path),
});
