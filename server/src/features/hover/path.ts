import { codeSpan } from '../../text/markdown.ts';
import type { FileState } from '../environment.ts';
import { type Described, referenceAt, type ValuePlace } from './hover-place.ts';

/** A path: whether it is there, and whether it can be run where a program is asked for. */
export async function describePath(place: ValuePlace): Promise<Described | undefined> {
  const { files } = place.environment;
  const reference = referenceAt(place, ['path', 'executable']);
  if (!files || !reference?.target.startsWith('/') || /[*?[%]/.test(reference.target)) return undefined;
  const { start, end, target, type } = reference;
  return {
    start,
    end,
    markdown: `${codeSpan(target)} ${stateWords(await files.look(target), type === 'executable')}`,
    isBare: true,
  };
}

function stateWords(state: FileState | undefined, isProgram: boolean): string {
  if (!state) return isProgram ? 'does not exist here: the command would fail with 203/EXEC.' : 'does not exist here.';
  if (state.type === 'directory') return 'is a folder.';
  if (state.executable) return 'is a program.';
  return isProgram ? 'exists, but is not executable: the command would fail with 203/EXEC.' : 'exists.';
}
