import { parseUnitName } from '../../server/src/schema/unit-name.ts';
import { createUnitIndex, type UnitIndex } from '../../server/src/units/unit-index.ts';

/** The machine's paths as tests see them: two of each. */
export const machinePaths = {
  system: ['/etc/systemd/system', '/usr/lib/systemd/system'],
  user: ['/root/.config/systemd/user', '/usr/lib/systemd/user'],
};

/** Files by path: a text, or `-> target` for a symbolic link. */
export type Tree = Readonly<Record<string, string>>;

/** An index of a tree of files; those below `/w` are the workspace's, all others the machine's. */
export function indexOf(tree: Tree): UnitIndex {
  const index = createUnitIndex();
  index.setMachinePaths(machinePaths);
  for (const [path, text] of Object.entries(tree)) {
    const target = /^-> (.*)/.exec(text)?.[1];
    index.add({ path, target }, path.startsWith('/w/') ? 'workspace' : 'machine');
    // A link is read through, as the file itself is.
    const read = target === undefined ? text : tree[target];
    if (read !== undefined) index.setText(path, read);
  }
  return index;
}

export const name = (text: string) => parseUnitName(text)!;
