import type { Change } from '../../../values/changes.ts';

/** From here on networkd reads most values as it does today: before, sections took no empty values, and lines one device. */
export const CURRENT: Change = 'values of networks are read as today';
