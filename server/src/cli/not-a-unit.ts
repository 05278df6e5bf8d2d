import { foreignFormat } from '../schema/foreign.ts';
import type { Complaints } from './complaints.ts';

/** Says why a file that was named is not judged, and what it is where that can be told. */
export const tellNoUnit = (complaints: Pick<Complaints, 'empty'>, path: string, text: string): void =>
  complaints.empty(`${path}: not judged, as it is ${foreignFormat(path, text) ?? 'not a unit file'}`);
