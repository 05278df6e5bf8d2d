/**
 * Whether to write in colour, by the variables people set for it: FORCE_COLOR before NO_COLOR (no-color.org), as Node has
 * it, then CLICOLOR_FORCE and CLICOLOR (bixense.com/clicolors). A terminal called "dumb" shows none.
 */
export function wantsColors(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const { FORCE_COLOR, NO_COLOR, CLICOLOR, CLICOLOR_FORCE, TERM } = env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR) return false;
  if (CLICOLOR_FORCE && CLICOLOR_FORCE !== '0') return true;
  return isTerminal && CLICOLOR !== '0' && TERM !== 'dumb';
}
