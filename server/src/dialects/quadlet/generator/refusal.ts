import type { Origin } from './unit-text.ts';

/** Why Quadlet makes no unit of a file. */
export type RefusalReason =
  | 'unknown-key'
  | 'no-image'
  | 'image-and-rootfs'
  | 'missing-file'
  | 'kill-mode'
  | 'service-type'
  | 'reload-twice'
  | 'port'
  | 'group-without-user'
  | 'remap-and-map'
  | 'remap-without-users'
  | 'remap-manual'
  | 'remap-keep-id'
  | 'remap-users'
  | 'pod-name'
  | 'network-options'
  | 'network-name'
  | 'more-gateways'
  | 'more-ranges'
  | 'no-subnet'
  | 'driver-image'
  | 'without-device'
  | 'no-yaml'
  | 'no-artifact'
  | 'no-image-tag'
  | 'no-context'
  | 'relative-file'
  | 'working-directory'
  | 'several-yaml'
  | 'no-file'
  | 'mount'
  | 'mount-source'
  | 'crash';

export interface RefusalDetails {
  /** The key that is at fault. */
  readonly key?: string;
  readonly value?: string;
  /** The line at fault; undefined for what is missing. */
  readonly origin?: Origin | undefined;
  readonly section?: string;
}

/** Thrown where Quadlet stops converting a file; `generate` catches it. */
export class Refusal extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly details: RefusalDetails = {},
  ) {
    super(reason);
  }
}
