import type { Environment } from '../environment.ts';
import type { FilePlace } from '../navigation/unit-at.ts';
import { otherNetworks, placeOfDevice } from './device-at.ts';

/** A device found by a part of its name. */
interface DeviceSymbol {
  readonly name: string;
  /** The file that makes it. */
  readonly file: string;
  readonly place: FilePlace;
}

const MOST_SYMBOLS = 300;

/** Devices of all folders whose names hold the query. */
export function deviceSymbols(around: Pick<Environment, 'networks'>, query: string, version: number): DeviceSymbol[] {
  const wanted = query.toLowerCase();
  return otherNetworks(around, version)
    .flatMap(({ devices }) => devices)
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, MOST_SYMBOLS)
    .map((device) => ({ name: device.name, file: device.file.name, place: placeOfDevice(device) }));
}
