import { configurationOf, type DaemonConfiguration, loadOrder } from '../dialects/daemon-conf/configuration-files.ts';
import type { JudgedFile } from '../engine/judged-file.ts';
import { createDocument } from '../features/document.ts';
import type { RelatedUnit } from '../features/navigation/related.ts';
import type { Runtime } from './runtime.ts';

/** An open file that may be of a daemon's configuration. */
export interface OpenFile {
  readonly path: string;
  readonly text: string;
  readonly version: number;
}

/** The main file and the drop-ins of the configuration an open file is of, itself among them, in the daemon's order. */
async function pathsBeside(runtime: Runtime, configuration: DaemonConfiguration, file: OpenFile): Promise<string[]> {
  const { name, folders } = configuration;
  const named = new Map<string, readonly string[]>();
  const list = async (folder: string, beginning: string): Promise<void> => {
    const entries = (await runtime.files?.list(folder, beginning)) ?? [];
    named.set(
      folder,
      entries.flatMap((entry) => (entry.type === 'directory' ? [] : entry.name)),
    );
  };
  await Promise.all(folders.flatMap((folder) => [list(folder, name), list(`${folder}/${name}.d`, '')]));
  const paths = loadOrder(configuration, { namesIn: (folder) => named.get(folder) ?? [], version: file.version });
  return paths.includes(file.path) ? paths : [file.path, ...paths];
}

/** Where one goes from a daemon's file: the main file and the other drop-ins. */
export async function relatedDaemonFiles(runtime: Runtime, file: OpenFile): Promise<RelatedUnit[] | undefined> {
  const configuration = configurationOf(file.path);
  if (!configuration) return undefined;
  const paths = await pathsBeside(runtime, configuration, file);
  return paths
    .filter((path) => path !== file.path)
    .map((path) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return { name, relation: name === configuration.name ? 'main file' : 'drop-in', path };
    });
}

/** The configuration's files, judged; the open one as the editor shows it. */
export async function daemonConfiguration(
  runtime: Runtime,
  file: OpenFile,
): Promise<{ readonly name: string; readonly files: readonly JudgedFile[] } | undefined> {
  const configuration = configurationOf(file.path);
  if (!configuration) return undefined;
  const paths = await pathsBeside(runtime, configuration, file);
  const texts = await Promise.all(
    paths.map(async (path) => ({ path, text: path === file.path ? file.text : await runtime.readText(path) })),
  );
  const files = texts.flatMap(({ path, text }) =>
    text === undefined ? [] : (createDocument(text, { path, version: file.version }).judged ?? []),
  );
  return { name: configuration.name, files };
}
