import { isMap, isScalar, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml';
import { ImportError, type Remark } from './imported.ts';

/** A key of a mapping with its value as plain data. */
export interface Entry {
  readonly key: string;
  readonly value: unknown;
  /** 1-based. */
  readonly line: number;
}

/** A Compose file as data that knows its lines. */
export interface ComposeDocument {
  /** The entries of a mapping below the root: `entries('services', 'web')`. */
  entries(...path: readonly string[]): readonly Entry[];
  readonly remarks: readonly Remark[];
}

/**
 * Reads a Compose file. Variables with a default become that; those without stay, with a remark.
 * @throws ImportError for a text that is not YAML, or has no services
 */
export function readCompose(text: string): ComposeDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true });
  const [fault] = document.errors;
  if (fault)
    throw new ImportError(`This is not valid YAML: ${fault.message.split('\n')[0]!}`, fault.linePos?.[0].line ?? 1);
  const remarks: Remark[] = [];
  const lineOf = (node: Node | null | undefined): number => (node?.range ? lines.linePos(node.range[0]).line : 1);
  visit(document, {
    Scalar(key, node) {
      if (key !== 'key' && typeof node.value === 'string') node.value = interpolated(node.value, lineOf(node), remarks);
    },
  });
  const entriesOf = (node: unknown): Entry[] =>
    isMap(node)
      ? (node.items as Pair<Node, Node>[]).map(({ key, value }) => {
          const line = lineOf(key);
          return { key: isScalar(key) ? String(key.value) : String(key), value: value?.toJS(document) ?? null, line };
        })
      : [];
  const root = document.contents;
  if (!isMap(root) || !isMap(root.get('services')))
    throw new ImportError('This is not a Compose file: it has no services.', 1);
  return { entries: (...path) => entriesOf(path.length === 0 ? root : document.getIn(path, true)), remarks };
}

const VARIABLE = /\$(\$|\w+|\{(\w+)(?:(:?[-?+])([^{}]*))?\})/g;

/** `${NAME:-default}`, as the Compose specification has it; `$$` is a dollar sign. */
const interpolated = (text: string, line: number, remarks: Remark[]): string =>
  text.replace(VARIABLE, (...match) => variable(match, line, remarks));

function variable([all, inner, braced, operator, other]: readonly string[], line: number, remarks: Remark[]): string {
  if (inner === '$') return '$';
  const name = braced ?? inner!;
  if (operator === ':-' || operator === '-') {
    remarks.push({ line, message: `$${name} became its default, "${other}".` });
    return other!;
  }
  remarks.push({ line, message: `$${name} comes from the environment of Compose or from .env; write its value.` });
  return all!;
}

export const isMapping = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
