import type { DirectiveTable } from '../../engine/directive-table.ts';
import { unitDirectives } from '../../units/unit-directives.ts';
import type { Directive } from '../../values/value-type.ts';
import { DIALECT } from './identify.ts';
import { allQuadletKeys, type QuadletKey } from './keys.ts';
import { withQuadletNames } from './values/dependencies.ts';
import { quadletValueType } from './values/index.ts';

/** Sections that are passed on to the service as they are: systemd reads them. */
export const PASSED_ON: readonly string[] = ['Unit', 'Service', 'Install'];

const isPassedOn = (section: string): boolean => PASSED_ON.includes(section);

let own: ReadonlyMap<string, Directive> | undefined;

function ownDirectives(): ReadonlyMap<string, Directive> {
  own ??= new Map(allQuadletKeys().map((key) => [`${key.section}.${key.key}`, toDirective(key)]));
  return own;
}

function toDirective(known: QuadletKey): Directive {
  const eras: Directive[] = [];
  const directive: Directive = {
    dialect: DIALECT,
    section: known.section,
    key: known.key,
    placeholder: '',
    parser: known.type,
    argument: known.option ?? '',
    from: 0,
    to: Number.POSITIVE_INFINITY,
    since: undefined,
    page: 'podman-systemd.unit(5)',
    eras,
    modern: undefined,
    valueType: quadletValueType(known),
    note: noteOf(known),
    podman: known.since,
  };
  eras.push(directive);
  return directive;
}

/** What becomes of a key. */
const noteOf = ({ section, key, option }: QuadletKey): string | undefined =>
  option ? `Becomes \`${option}\` of podman.` : (NOTES[`${section}.${key}`] ?? NOTES[key]);

/** What becomes of keys that are not an option of podman. */
const NOTES: Readonly<Record<string, string>> = {
  PodmanArgs: 'Stands in the command line of podman as it is, behind all options of other keys.',
  GlobalArgs: 'Stands in the command line between `podman` and its command.',
  ServiceName: 'The service gets this name with `.service` behind it.',
  SetWorkingDirectory: 'Becomes `WorkingDirectory=` of the service.',
  Yaml: 'The file that `podman kube play` is given.',
  'Container.Image': 'Stands in the command line of `podman run` behind all options.',
  'Container.Exec': 'Stands in the command line of `podman run` behind the image.',
  'Container.ReloadCmd': 'Becomes `ExecReload=podman exec …`.',
  'Container.ReloadSignal': 'Becomes `ExecReload=podman kill --signal …`.',
  'Image.Image': 'What `podman image pull` is given.',
  'Image.ImageTag': 'The name by which other Quadlet files use the image; podman itself does not get it.',
  'Artifact.Artifact': 'What `podman artifact pull` is given.',
  'Network.NetworkName': 'The name that `podman network create` is given.',
  'Network.NetworkDeleteOnStop': 'Becomes `ExecStopPost=podman network rm …`.',
  'Volume.VolumeName': 'The name that `podman volume create` is given.',
};

/** What the service of a pod always has. */
export const POD_SETTINGS: Readonly<Record<string, string>> = {
  Type: 'forking',
  Restart: 'on-failure',
  PIDFile: '%t/%N.pid',
};

/** Quadlet's own keys, and for the sections that are passed on the directives of a service. */
export const quadletTable: DirectiveTable = {
  find: (section, key, version) =>
    isPassedOn(section)
      ? withQuadletNames(unitDirectives.find(section, key, version))
      : ownDirectives().get(`${section}.${key}`),
  eras(section, key) {
    if (isPassedOn(section)) return unitDirectives.eras(section, key);
    return ownDirectives().get(`${section}.${key}`)?.eras ?? [];
  },
  of: (section, version) =>
    isPassedOn(section)
      ? unitDirectives.of(section, version).map((directive) => withQuadletNames(directive)!)
      : [...ownDirectives().values()].filter((directive) => directive.section === section),
  sectionsWith: (key) => [
    ...new Set([
      ...[...ownDirectives().values()].filter((directive) => directive.key === key).map(({ section }) => section),
      ...unitDirectives.sectionsWith(key).filter(isPassedOn),
    ]),
  ],
  // Podman's own sections depend on no release of systemd, and the others are in all of them.
  firstWith: () => 0,
  all: () => [...ownDirectives().values()],
};

const replaced = new Map<string, Directive>();

/** In pods some settings of the service are replaced whatever they are: their values are nobody's to judge. */
export const podTable: DirectiveTable = {
  ...quadletTable,
  find(section, key, version) {
    const directive = quadletTable.find(section, key, version);
    if (!directive || section !== 'Service' || !(key in POD_SETTINGS)) return directive;
    const known = replaced.get(key) ?? { ...directive, valueType: undefined };
    replaced.set(key, known);
    return known;
  },
};
