import {
  distinct,
  hasRegistry,
  ImportError,
  type Imported,
  literal,
  onDockerHub,
  type Remark,
  type UnitLine,
  unitText,
  word,
  words,
} from './imported.ts';
import { ALIASES, FLAG_OPTIONS, PLAIN_FLAGS, type Translated, VALUE_OPTIONS } from './podman-run-options.ts';
import { MARK, type ShellCommand, shellCommands, withSpecifiers } from './shell-words.ts';

/** An option as it is written: `-p 80:80`, `--publish=80:80`, `-it`. */
interface Option {
  /** Its long name. */
  readonly name: string;
  /** Empty for a flag that stands alone. */
  readonly value: string;
}

/** A `podman run` or `docker run` command taken apart. */
interface RunCommand {
  readonly program: 'podman' | 'docker';
  readonly global: readonly string[];
  readonly options: readonly Option[];
  readonly image: string;
  readonly command: readonly string[];
}

const PROGRAM = /(?:^|[\s(])(?:podman|docker)(?=\s)/;
const RUNS = /\s(?:run|create)(?:\s|$)/;

/** Whether a text has a command that runs a container. */
export const hasRunCommand = (text: string): boolean =>
  text
    .replace(/\\\r?\n/g, ' ')
    .split(/[\n;|&]/)
    .some((command) => {
      const at = command.search(PROGRAM);
      return at !== -1 && RUNS.test(command.slice(at + 1));
    });

/**
 * Quadlet files for the `podman run` and `docker run` commands of a text.
 * @throws ImportError where a command cannot be read
 */
export function importPodmanRun(text: string): Imported {
  const { commands, remarks } = shellCommands(text);
  const results = commands.map((command) => importCommand(command));
  if (!results.some(({ files }) => files.length > 0))
    throw new ImportError('There is no `podman run` or `docker run` command here.', 1);
  return {
    files: results.flatMap(({ files }) => files),
    remarks: distinct([...remarks, ...results.flatMap((result) => result.remarks)]),
  };
}

function importCommand({ words: all, line }: ShellCommand): Imported {
  const from = all[0] === 'sudo' ? 1 : 0;
  const program = all[from];
  if (program !== 'podman' && program !== 'docker') return notRun(all, line);
  const run = readRun(program, all.slice(from + 1), line);
  return run ? containerFile(run, line) : notRun(all, line);
}

const notRun = (all: readonly string[], line: number): Imported => ({
  files: [],
  remarks: [{ line, message: `\`${all.slice(0, 3).join(' ')}\` runs no container; it is left out.` }],
});

function readRun(program: RunCommand['program'], all: readonly string[], line: number): RunCommand | undefined {
  const at = all.findIndex((each) => each === 'run' || each === 'create');
  if (at < 0) return undefined;
  const global = all.slice(0, at).filter((each) => each !== 'container');
  const options: Option[] = [];
  let next = at + 1;
  for (; next < all.length; next++) {
    const text = all[next]!;
    if (text === '--') {
      next++;
      break;
    }
    if (!text.startsWith('-') || text === '-') break;
    const read = text.startsWith('--') ? longOption(text, all[next + 1]) : shortOptions(text, all[next + 1]);
    if (read.takesNext) {
      if (all[next + 1] === undefined) throw new ImportError(`${text} needs a value.`, line);
      next++;
    }
    options.push(...read.options);
  }
  const [image, ...command] = all.slice(next);
  if (image === undefined) throw new ImportError('The command names no image.', line);
  return { program, global, options, image, command };
}

interface ReadOptions {
  readonly options: readonly Option[];
  readonly takesNext: boolean;
}

const isFlag = (name: string): boolean => Object.hasOwn(FLAG_OPTIONS, name) || PLAIN_FLAGS.has(name);

const longName = (name: string): string => (Object.hasOwn(ALIASES, name) ? ALIASES[name]! : name);

function longOption(text: string, following: string | undefined): ReadOptions {
  const equals = text.indexOf('=');
  const name = longName(text.slice(2, equals < 0 ? undefined : equals));
  if (equals >= 0) return { options: [{ name, value: text.slice(equals + 1) }], takesNext: false };
  if (isFlag(name)) return { options: [{ name, value: '' }], takesNext: false };
  return { options: [{ name, value: following ?? '' }], takesNext: true };
}

/** `-it`, `-p80:80`, `-p 80:80`: flags first, then at most one with a value. */
function shortOptions(text: string, following: string | undefined): ReadOptions {
  const options: Option[] = [];
  for (let at = 1; at < text.length; at++) {
    const name = longName(text[at]!);
    if (isFlag(name)) options.push({ name, value: '' });
    else {
      const rest = text.slice(at + 1).replace(/^=/, '');
      options.push({ name, value: rest || (following ?? '') });
      return { options, takesNext: rest === '' };
    }
  }
  return { options, takesNext: false };
}

function translate({ name, value }: Option): readonly Translated[] {
  const known = Object.hasOwn(VALUE_OPTIONS, name) ? VALUE_OPTIONS[name] : FLAG_OPTIONS[name];
  if (known) return known(value);
  const text = isFlag(name) && value === '' ? `--${name}` : `--${name}=${literal(value)}`;
  return [{ section: 'Container', key: 'PodmanArgs', value: word(text) }];
}

function containerFile(run: RunCommand, line: number): Imported {
  const isRootfs = run.options.some(({ name }) => name === 'rootfs');
  const translated = run.options.filter(({ name }) => name !== 'rootfs').flatMap(translate);
  const remarks: Remark[] = translated.flatMap((each) => ('remark' in each ? [{ line, message: each.remark }] : []));
  const inSection = (name: string): UnitLine[] => {
    const lines = translated.flatMap((each): UnitLine[] =>
      'remark' in each || each.section !== name ? [] : [[each.key, withSpecifiers(each.value)]],
    );
    return lines.filter((one, index) => lines.findIndex((other) => String(other) === String(one)) === index);
  };
  const image = imageOf(run, isRootfs);
  remarks.push(...image.remarks.map((message) => ({ line, message })));
  const install = inSection('Install');
  if (install.length === 0)
    remarks.push({
      line,
      message:
        'The command does not start the container at boot. For that, add [Install] with WantedBy=default.target.',
    });
  const exec: UnitLine[] = run.command.length > 0 ? [['Exec', withSpecifiers(words(run.command.map(literal)))]] : [];
  const global: UnitLine[] =
    run.global.length > 0 ? [['GlobalArgs', withSpecifiers(words(run.global.map(literal)))]] : [];
  const name = nameOf(run);
  const text = unitText([
    ['Unit', [['Description', `${name} container`], ...inSection('Unit')]],
    ['Container', [[isRootfs ? 'Rootfs' : 'Image', image.name], ...inSection('Container'), ...exec, ...global]],
    ['Service', inSection('Service')],
    ['Install', install],
  ]);
  return { files: [{ name: `${name}.container`, text }], remarks };
}

/** The container's name, else that of its image, in characters that a unit's name may have. */
function nameOf({ options, image }: RunCommand): string {
  const given = options.filter(({ name }) => name === 'name').at(-1)?.value;
  const base =
    given ??
    image
      .split('@', 1)[0]!
      .replace(/:[^:/]*$/, '')
      .split('/')
      .at(-1) ??
    '';
  return base.replaceAll(MARK, '').replace(/[^A-Za-z0-9:_.-]/g, '-') || 'container';
}

/** Docker's short names mean Docker Hub; Podman asks its registries.conf. */
function imageOf({ program, image }: RunCommand, isRootfs: boolean): { name: string; remarks: readonly string[] } {
  const name = withSpecifiers(literal(image));
  if (isRootfs) return { name, remarks: [] };
  if (hasRegistry(image)) return { name, remarks: [] };
  if (program === 'docker') return { name: onDockerHub(name), remarks: [] };
  return {
    name,
    remarks: [
      `${image} is a short name, which Podman looks up in registries.conf; a name with its registry, such as docker.io/library/${image}, is surer.`,
    ],
  };
}
