import { readFileSync } from 'node:fs';
import { t } from '../localize.ts';
import type { Target } from '../operate/actions.ts';
import { systemctl } from '../operate/command.ts';
import { enablePlan, isPreset, type Preset, presetOfLine } from '../operate/enable.ts';
import { parseShow, show } from '../operate/show.ts';
import { askPlaced } from './where.ts';

export interface Question {
  readonly text: string;
  /** The button that goes on. */
  readonly accept: string;
}

/** Says what enabling will do; nothing when the file cannot be read, and systemctl says it itself. */
export async function enableQuestion(target: Target): Promise<Question | undefined> {
  const { name, manager } = target;
  const { files, preset } = await installed(target);
  const texts = files.flatMap((path) => readIfThere(path) ?? []);
  if (texts.length === 0) return undefined;
  const { links, also } = enablePlan(name, texts, manager);
  if (links.length === 0 && also.length === 0) return { text: whyNothing(name), accept: t('Enable Anyway') };
  const sentences = [
    t('Enabling {0} makes {1}.', name, links.join(', ') || t('no link of its own')),
    ...(also.length > 0 ? [t('Also= enables {0} with it.', also.join(', '))] : []),
    ...(preset ? [presets[preset]] : []),
  ];
  return { text: sentences.join(' '), accept: t('Enable') };
}

const whyNothing = (name: string): string =>
  name.includes('@.')
    ? t(
        '{0} is a template without DefaultInstance=, so there is nothing to enable. Enable an instance of it, or add DefaultInstance=.',
        name,
      )
    : t(
        '{0} has no [Install] section that says what starts it, so enabling does nothing. Add WantedBy=, or let another unit start it.',
        name,
      );

const presets: Readonly<Record<Preset, string>> = {
  enabled: t('The presets of this machine say the same (preset: enabled).'),
  disabled: t(
    'The presets of this machine would leave it off (preset: disabled): systemctl preset takes the links away again.',
  ),
  ignored: t('The presets of this machine leave it as it is (preset: ignored).'),
};

interface Installed {
  readonly files: readonly string[];
  readonly preset: Preset | undefined;
}

/** The files of the unit as the manager finds them, which need not be the one being edited. */
async function installed(target: Target): Promise<Installed> {
  const { manager, name, path } = target;
  const wanted = ['FragmentPath', 'DropInPaths', 'UnitFilePreset'];
  const [properties] = parseShow((await askPlaced(show(manager, wanted, [name]))).stdout);
  const text = (property: string) => properties?.get(property)?.[0] ?? '';
  const fragment = text('FragmentPath');
  // systemctl shows no template.
  if (fragment === '') return { files: path.includes('.d/') ? [] : [path], preset: await presetOfFile(target) };
  const preset = text('UnitFilePreset');
  const dropIns = text('DropInPaths').split(' ').filter(Boolean);
  return { files: [fragment, ...dropIns], preset: isPreset(preset) ? preset : undefined };
}

async function presetOfFile({ manager, name }: Target): Promise<Preset | undefined> {
  const command = systemctl(manager, ['list-unit-files', '--no-pager', '--no-legend', '--full'], [name]);
  const { stdout } = await askPlaced(command);
  const preset = presetOfLine(stdout);
  return isPreset(preset) ? preset : undefined;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
