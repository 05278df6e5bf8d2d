import type { UnitName } from './unit-name.ts';

/** Which of systemd's two managers a file is for: the machine's, or one of each user. */
export type Manager = 'system' | 'user';

/** What a file is to the program that reads it, as far as its path and its sections tell. */
export interface FileIdentity {
  /** The id of the dialect: which program reads the file. */
  readonly dialect: string;
  /** Which of that program's files it is: `service`, `journald.conf`, `container`. */
  readonly kind: string;
  /** The kind of file the program makes of it, which is what directives of another dialect are judged as: `service`. */
  readonly makes?: string;
  readonly role: 'fragment' | 'drop-in';
  /** The unit the file belongs to; undefined for drop-ins of a whole kind or prefix, for nameless files, and where there is none. */
  readonly unit: UnitName | undefined;
  readonly manager: Manager;
  /** Of a Quadlet file the Podman that is to read it, as major * 100 + minor; as it is set, and not for its path to say. */
  readonly podman?: number;
  /** A drop-in whose faults cost the file it belongs to as well, as src/shared/conf-parser.c gives up at the first. */
  readonly isRefusedWhole?: true;
  /** A source from which a build makes the file (`foo.service.in`): placeholders in it are not for the program to judge. */
  readonly isSource: boolean;
  /** A file beside the drop-ins that nobody reads, and why: only `*.conf` are read, and no hidden ones. */
  readonly skipped?: 'hidden' | 'suffix';
}
