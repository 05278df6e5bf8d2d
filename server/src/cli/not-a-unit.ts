import { fileKindOfPath } from '../schema/file-kind.ts';
import type { Complaints } from './complaints.ts';

/** Says why a file was not judged. One that was meant for a unit, and that systemd cannot read, is an error. */
export function tellNoUnit(complaints: Complaints, path: string, text: string): void {
  if (fileKindOfPath(path) && isUtf16(text)) {
    complaints.error(`${path}: not judged, as it is UTF-16, which systemd cannot read; save it as UTF-8`);
  } else complaints.empty(`${path}: not judged, as it is no unit file`);
}

/** As it looks when it is taken for UTF-8: a byte order mark of two bytes that are none, or a NUL beside every letter. */
function isUtf16(text: string): boolean {
  if (/^(?:\udcff\udcfe|\udcfe\udcff)/.test(text)) return true;
  const start = text.slice(0, 200);
  const nuls = start.split('\0').length - 1;
  return nuls > 0 && nuls >= Math.floor(start.length / 2) - 1 && !start.includes('\0\0');
}
