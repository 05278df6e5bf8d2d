import type { Signature, ValueType } from '../../../values/value-type.ts';
import { fromPodman, offered } from './completing.ts';
import { mountCompletion, volumeOptions } from './resources.ts';
import { anyText, listedText } from './text.ts';
import { argumentWords } from './words.ts';

const count = (text: string, part: string): number => text.split(part).length - 1;

/** `Volume=`: source, target and options between colons; a single part is the target. */
export const volume: ValueType = {
  ...listedText,
  form: '[[SOURCE:]TARGET[:OPTIONS]]',
  complete(text, offset) {
    const colons = count(text.slice(0, offset), ':');
    if (colons > 1) return volumeOptions(text, offset);
    if (colons === 1) return undefined;
    const end = text.indexOf(':');
    const sources = text.startsWith('/') ? [{ type: 'path', only: 'directory' } as const] : fromPodman('volume');
    return offered({ start: 0, end: end < 0 ? text.length : end }, [], sources);
  },
  signature: (): Signature => ({
    label: '[SOURCE:]CONTAINER-FOLDER[:OPTIONS]',
    parameters: [
      {
        label: 'SOURCE',
        documentation:
          'A folder of the host (/srv/data, or ./data beside this file), the name of a volume, or a .volume file. Without it Podman makes a volume that goes with the container.',
      },
      { label: 'CONTAINER-FOLDER', documentation: 'Where it is inside the container; an absolute path.' },
      {
        label: 'OPTIONS',
        documentation:
          'Between commas: ro (read only), z or Z (SELinux label, shared or private), U (change of owner to that of the container), idmap, noexec and others.',
      },
    ],
    active(text, offset) {
      if (!text.includes(':')) return 1;
      return Math.min(2, count(text.slice(0, offset), ':'));
    },
  }),
};

/** `Mount=`: fields between commas. */
export const mount: ValueType = {
  ...argumentWords,
  form: 'type=TYPE,source=SOURCE,destination=PATH[,OPTION...]',
  complete: mountCompletion,
  signature: (): Signature => ({
    label: 'type=TYPE,source=SOURCE,destination=PATH,OPTIONS',
    parameters: [
      {
        label: 'TYPE',
        documentation: 'bind, volume, tmpfs, image, devpts, glob, ramfs or artifact; volume unless told.',
      },
      {
        label: 'SOURCE',
        documentation:
          'A folder of the host, or a volume or image; the name of a .volume or .image file requires that file.',
      },
      { label: 'PATH', documentation: 'Where it is inside the container.' },
      { label: 'OPTIONS', documentation: 'ro, U, relabel=shared, tmpfs-size=100M and others, by type.' },
    ],
    active(text, offset) {
      const field = text.slice(text.lastIndexOf(',', offset - 1) + 1);
      if (field.startsWith('ty')) return 0;
      if (/^(?:so|src)/.test(field)) return 1;
      return field.startsWith('d') || field.startsWith('ta') ? 2 : Math.min(3, count(text.slice(0, offset), ','));
    },
  }),
};

/** `HealthCmd=`: a shell command, a list in JSON, or none. */
export const healthCommand: ValueType = {
  ...anyText,
  form: 'COMMAND | ["PROGRAM","ARGUMENT"] | none',
  signature: (): Signature => ({
    label: 'COMMAND | ["PROGRAM", …] | none',
    parameters: [
      {
        label: 'COMMAND',
        documentation:
          'Run inside the container by its /bin/sh; healthy if it ends with 0. A list in JSON runs without a shell; none switches off the check of the image.',
      },
    ],
    active: () => 0,
  }),
};
