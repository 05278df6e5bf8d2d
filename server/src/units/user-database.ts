/** Names and home directories of a user database, or names of a group database with nothing beside them: passwd(5), group(5). */
export function accountsIn(database: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of database.split('\n')) {
    const [name = '', , , , , home = ''] = line.split(':');
    // Lines with + and - ask for those of NIS.
    if (line.includes(':') && /^[^#+-]/.test(name)) found.set(name, home);
  }
  return found;
}
