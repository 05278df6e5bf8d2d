import { addLine, type Conversion, refuse, refuseValue, sourceOf } from './conversion.ts';
import { folderOf } from './go.ts';
import { type Found, lookup, lookupFilled, lookupWords } from './lookup.ts';
import { absolutePath } from './references.ts';

/** What Podman takes for a URL: begins with http or git://, or has github.com/ in it. */
export const isUrl = (text: string): boolean => /^(?:https?|git:\/\/)|github\.com\/./.test(text);

/**
 * SetWorkingDirectory= of .kube and .build files: WorkingDirectory= becomes the folder of the file it names, unless
 * [Service] has one. Anything but `yaml`, `file` and `unit` is the context of a build and is answered.
 */
export function setWorkingDirectory(of: Conversion): Found | undefined {
  const wanted = lookupFilled(sourceOf(of), 'SetWorkingDirectory');
  if (!wanted) return undefined;
  const { relativeTo, context } = readWanted(of, wanted);
  if (!relativeTo || (context && isUrl(context.text))) return context;
  if (lookupFilled(sourceOf(of, 'Service'), 'WorkingDirectory')) return undefined;
  const folder = folderOf(absolutePath(of, relativeTo));
  addLine(of, 'Service', 'WorkingDirectory', { text: folder, origin: wanted.origin });
  return context;
}

interface Wanted {
  readonly relativeTo?: string | undefined;
  readonly context?: Found;
}

function readWanted(of: Conversion, wanted: Found): Wanted {
  const { kind, path } = of.file;
  const refuseHere = (): never => refuseValue('working-directory', 'SetWorkingDirectory', wanted);
  switch (wanted.text.toLowerCase()) {
    case 'yaml':
      return kind === 'kube' ? { relativeTo: yamlPath(of, wanted) } : refuseHere();
    case 'file':
      if (kind !== 'build') refuseHere();
      return { relativeTo: (lookup(sourceOf(of), 'File') ?? refuse('no-file')).text };
    case 'unit':
      return { relativeTo: path };
    default:
      if (kind !== 'build') refuseHere();
      return wanted.text.startsWith('/') ? { context: wanted } : { context: wanted, relativeTo: path };
  }
}

function yamlPath(of: Conversion, wanted: Found): string | undefined {
  if (of.podman < 507) return lookup(sourceOf(of), 'Yaml')?.text;
  const paths = lookupWords(sourceOf(of), 'Yaml', 'list');
  return paths.length === 1 ? paths[0]!.text : refuseValue('several-yaml', 'SetWorkingDirectory', wanted);
}
