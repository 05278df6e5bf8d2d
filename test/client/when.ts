/** The keys VS Code asks `when` clauses for; one that is missing is undefined, as there. */
export type Context = Readonly<Record<string, unknown>>;

const TOKEN = /\s*(&&|\|\||!=|==|=~|!|\(|\)|\bin\b|\/(?:\\.|[^/\\])+\/|'[^']*'|[\w.-]+)/y;

/**
 * Evaluates those `when` clauses that this extension uses, as VS Code would: `a && !b`, `key == word`, `key =~ /regex/`,
 * `key in listKey`, `key not in listKey`, parentheses. Throws on what it does not understand.
 */
export function holds(clause: string | undefined, context: Context): boolean {
  if (clause === undefined) return true;
  const tokens = tokensOf(clause);
  const next = () => tokens.shift();
  const any = (): boolean => {
    let value = all();
    while (tokens[0] === '||') {
      next();
      value = all() || value;
    }
    return value;
  };
  const all = (): boolean => {
    let value = one();
    while (tokens[0] === '&&') {
      next();
      value = one() && value;
    }
    return value;
  };
  const one = (): boolean => {
    const token = next();
    if (token === '!') return !one();
    if (token === '(') {
      const value = any();
      if (next() !== ')') throw new Error(`A parenthesis is open in ${clause}`);
      return value;
    }
    const value = context[token!];
    switch (tokens[0]) {
      case '==':
        next();
        return String(value) === next()!.replaceAll("'", '');
      case '!=':
        next();
        return String(value) !== next()!.replaceAll("'", '');
      case '=~': {
        next();
        const pattern = new RegExp(next()!.slice(1, -1));
        return typeof value === 'string' && pattern.test(value);
      }
      case 'not':
      case 'in': {
        const isWanted = next() === 'in';
        if (!isWanted) next();
        const list = context[next()!];
        return (Array.isArray(list) && list.includes(value)) === isWanted;
      }
      default:
        if (token === 'false') return false;
        return Boolean(value);
    }
  };
  const value = any();
  if (tokens.length > 0) throw new Error(`${tokens[0]} is too much in ${clause}`);
  return value;
}

function tokensOf(clause: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < clause.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(clause);
    if (!match) throw new Error(`Not understood in ${clause}: ${clause.slice(at)}`);
    tokens.push(match[1]!);
  }
  return tokens;
}
