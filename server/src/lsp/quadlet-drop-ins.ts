import { dropInFolders } from '../dialects/quadlet/generator/drop-ins.ts';
import { quadletOfPath } from '../dialects/quadlet/identify.ts';
import type { FileAmong, FilesAmong } from '../engine/dialect.ts';
import type { Runtime } from './runtime.ts';

/** The drop-ins beside Quadlet files that are open, as they were when the file was opened: what they have is not missing. */
export function createQuadletDropIns(runtime: Runtime): {
  load(path: string): Promise<void>;
  among(path: string): FilesAmong | undefined;
} {
  const known = new Map<string, FilesAmong>();
  return {
    async load(path) {
      if (quadletOfPath(path)?.role !== 'fragment') return;
      const owners = dropInFolders(path.slice(path.lastIndexOf('/') + 1)).map((folder) =>
        folder.slice(0, -'.d'.length),
      );
      const found = await runtime.filesBeside(path, owners);
      const others = found.filter((file) => file.path !== path && file.path.endsWith('.conf'));
      const files = await Promise.all(
        others.map(async (file): Promise<FileAmong[]> => {
          const text = await runtime.readText(file.path);
          return text === undefined ? [] : [{ path: file.path, text }];
        }),
      );
      known.set(path, { files: files.flat(), areAll: false });
    },
    among: (path) => known.get(path),
  };
}
