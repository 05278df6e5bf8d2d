import type { Manager } from '../../schema/file-kind.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import type { FileRename } from './file-rename.ts';
import type { RenameChange } from './rename-changes.ts';

/** A link by which a manager found a file that is about to have another name. */
export interface DanglingLink {
  readonly path: string;
  readonly manager: Manager;
  /** What it is: the unit itself, another name of it, a drop-in of it, or what another unit pulls in at its start. */
  readonly role: 'fragment' | 'drop-in' | 'link';
  /** Where it leads, and where it would have to. */
  readonly from: string;
  readonly to: string;
}

/** The machine's links that lead nowhere once the files of the workspace are renamed. */
export function danglingLinks(index: UnitIndex, changes: readonly (RenameChange | FileRename)[]): DanglingLink[] {
  const renames = changes.flatMap((change) => ('from' in change ? [{ from: change.from, to: change.to }] : []));
  const moved = (target: string): string | undefined => {
    const rename = renames.find(({ from }) => target === from || target.startsWith(`${from}/`));
    return rename && rename.to + target.slice(rename.from.length);
  };
  return [...index.files()].flatMap(({ path, origin, manager, role, target }): DanglingLink[] => {
    const to = origin === 'machine' && target !== undefined ? moved(target) : undefined;
    return to === undefined ? [] : [{ path, manager, role, from: target!, to }];
  });
}
