import { decompress } from 'fzstd';
import { type Bundle, openBundle } from './bundle.ts';

/** The manual the package carries, from the bytes of `manual.bin` (zstd); undefined when they are damaged. */
export function unpackBundle(
  bytes: Uint8Array,
  unpack: (bytes: Uint8Array) => Uint8Array = decompress,
): Bundle | undefined {
  try {
    return openBundle(unpack(bytes));
  } catch {
    return undefined;
  }
}
