import type { LineDialect } from '../../engine/lines/line-dialect.ts';
import type { FileIdentity } from '../../schema/file-identity.ts';
import { remembered } from '../../text/remembered.ts';
import { binfmtDialect } from '../binfmt/index.ts';
import { crypttabDialect, veritytabDialect } from '../crypttab/index.ts';
import { environmentDialect } from '../environment-d/index.ts';
import { modulesLoadDialect } from '../modules-load/index.ts';
import { presetDialect } from '../preset/index.ts';
import { sysctlDialect } from '../sysctl/index.ts';
import { sysusersDialect } from '../sysusers/index.ts';
import { tmpfilesDialect } from '../tmpfiles/index.ts';
import { udevRulesDialect } from '../udev-rules/index.ts';

/** Every dialect whose files are lines; the folder of a file tells which one reads it. */
export const lineDialects: readonly LineDialect[] = [
  tmpfilesDialect,
  sysusersDialect,
  udevRulesDialect,
  presetDialect,
  sysctlDialect,
  modulesLoadDialect,
  environmentDialect,
  binfmtDialect,
  crypttabDialect,
  veritytabDialect,
];

const byId: ReadonlyMap<string, LineDialect> = new Map(lineDialects.map((dialect) => [dialect.id, dialect]));

/** The dialect of a file of lines that has been identified. */
export const lineDialectOf = ({ dialect }: FileIdentity): LineDialect => byId.get(dialect)!;

/** What a file of lines is by its path; undefined for files of sections and assignments, and for those of other programs. */
export const identifyLines = remembered((path: string): FileIdentity | undefined => {
  for (const dialect of lineDialects) {
    const found = dialect.identify(path);
    if (found) return found;
  }
  return undefined;
});
