import type { ValueType } from '../value-type.ts';
import { addressAccess, addressPrefixes } from './address.ts';
import { filterProgram, foreignProgram } from './filter-program.ts';
import { bindNetworkInterface, bindToDevice, restrictNetworkInterfaces } from './interface-name.ts';
import { socketListen } from './listen-type.ts';
import { nftSet } from './nft-set.ts';
import { socketBind } from './socket-bind.ts';
import { deferTrigger, extendedAttribute, fileDescriptorName } from './socket-options.ts';

/** Addresses, interfaces and what else has to do with the network. */
export const netTypes: readonly ValueType[] = [
  addressAccess,
  addressPrefixes,
  bindNetworkInterface,
  bindToDevice,
  deferTrigger,
  extendedAttribute,
  fileDescriptorName,
  filterProgram,
  foreignProgram,
  nftSet,
  restrictNetworkInterfaces,
  socketBind,
  socketListen,
];
