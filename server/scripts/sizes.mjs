// Prints how long the files of the server are, room by room: node server/scripts/sizes.mjs
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../src', import.meta.url));
const rooms = new Map();
for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
  const path = relative(root, join(entry.parentPath, entry.name));
  if (!entry.isFile() || !path.endsWith('.ts') || path.includes('generated')) continue;
  const lines = readFileSync(join(root, path), 'utf8').split('\n').length - 1;
  const parts = path.split(sep);
  const room = parts[0] === 'dialects' ? parts.slice(0, -1).slice(0, 2).join('/') : parts.length > 1 ? parts[0] : '.';
  for (const name of [room, 'all']) rooms.set(name, [...(rooms.get(name) ?? []), lines]);
}

console.log('room'.padEnd(24), ...['files', 'median', 'longest'].map((word) => word.padStart(8)));
for (const [room, lines] of [...rooms].sort()) {
  const sorted = lines.sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
  console.log(room.padEnd(24), ...[sorted.length, median, sorted.at(-1)].map((figure) => String(figure).padStart(8)));
}
