import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getAsset, isSea } from 'node:sea';

/** Whether this is the program that has Node and all its files in one. */
export const isStandalone: boolean = isSea();

/** A file that the build puts beside the bundle, or into the standalone program; throws where it is not there. */
export const shippedFile = (name: string): Buffer =>
  isStandalone ? Buffer.from(getAsset(name)) : readFileSync(join(__dirname, name));
