import { dialectOf } from '../../dialects/index.ts';
import { wholeConfiguration } from '../../dialects/lines/whole-configuration.ts';
import type { LineOrigin } from '../../engine/judged-block.ts';
import { filesThatCount } from '../../engine/lines/files-that-count.ts';
import {
  type EffectiveOptions,
  effectiveConfiguration,
  effectiveUnit,
  loadedUnitOf,
} from '../../features/lenses/effective-unit.ts';
import { installationOf } from '../../features/lenses/lenses.ts';
import { type EffectiveAnswer, type EffectiveParams, effectiveRequest } from '../../protocol/requests.ts';
import type { IndexedFile } from '../../units/indexed-file.ts';
import type { LoadedUnit } from '../../units/loaded-unit.ts';
import { filesOf } from '../../units/resolved-units.ts';
import { daemonConfiguration } from '../daemon-configuration.ts';
import type { LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

/** A unit after reading fragment and drop-ins, as its manager has it, or as the workspace would; of a file of lines all that is read with it. */
export const effectiveFeature: LspFeature = (parts) => {
  const { connection, service, session, log } = parts;
  const { units } = service.environment;
  const { unitFiles, uris } = session;
  const answer = (unit: LoadedUnit, options: EffectiveOptions, other?: EffectiveAnswer['other']): EffectiveAnswer => {
    const { text, origins } = effectiveUnit(unit, options);
    return {
      name: unit.name?.text ?? '',
      text,
      origins: toOrigins(origins, session),
      ...(other && { other }),
    };
  };
  /** What a link leads to, where that is known as well: there it is edited. */
  const realPath = ({ path, target }: IndexedFile): string =>
    target !== undefined && units.file(target) ? target : path;
  connection.onRequest(
    effectiveRequest,
    runSafe(
      'effective unit',
      null as EffectiveAnswer | null,
      log,
      async ({ textDocument: { uri }, view = 'installed' }: EffectiveParams): Promise<EffectiveAnswer | null> => {
        const daemon = await ofDaemon(parts, uri);
        if (daemon) return daemon;
        const path = uris.toPath(uri);
        await unitFiles.load(path);
        const lines = ofLines(parts, uri);
        if (lines) return lines;
        const made = ofProgram(parts, uri);
        if (made) return made;
        const found = service.ask(uri, undefined, (document) => installationOf(document, units));
        if (found?.installed.fragment) await unitFiles.load(found.installed.fragment.path);
        return service.ask<EffectiveAnswer | null>(uri, null, (document) => {
          const around = unitFiles.surroundings(path);
          if (!found || view === 'workspace') {
            const unit = loadedUnitOf(document, around);
            return unit ? answer(unit, { of: found ? 'workspace' : 'reading' }, found && 'installed') : null;
          }
          const files = filesOf(found.installed).flatMap((file) => {
            const real = realPath(file);
            const text = unitFiles.text(real);
            return text === undefined ? [] : [{ path: real, text }];
          });
          const unit = files.length > 0 ? loadedUnitOf(document, { ...around, units: [files] }) : undefined;
          return unit
            ? answer(unit, { of: 'installed', left: found.left.map((file) => file.path) }, 'workspace')
            : null;
        });
      },
    ),
  );
  return {};
};

type Parts = Pick<Parameters<LspFeature>[0], 'service' | 'session'>;

async function ofDaemon({ service, session }: Parts, uri: string): Promise<EffectiveAnswer | undefined> {
  const file = service.ask(uri, undefined, ({ path, text, version }) => ({ path, text, version }));
  const found = file && (await daemonConfiguration(session.runtime, file));
  if (!found || found.files.length === 0) return undefined;
  const { text, origins } = effectiveConfiguration(found.name, found.files);
  return { name: found.name, text, origins: toOrigins(origins, session) };
}

/** The files that a program reads as one with this one, those that count, in their order. */
const ofLines = ({ service, session }: Parts, uri: string): EffectiveAnswer | undefined =>
  service.askAny<EffectiveAnswer | undefined>(uri, undefined, (_, { ofLines: own, path, text }, { lines }) => {
    if (!own) return undefined;
    const files = lines?.among ? filesThatCount(lines.among.files) : [{ path, text }];
    const whole = wholeConfiguration(files);
    return { name: own.source.identity.kind, text: whole.text, origins: toOrigins(whole.origins, session) };
  });

/** The unit that another program makes of a file, or a remark why it makes none. */
const ofProgram = ({ service, session }: Parts, uri: string): EffectiveAnswer | undefined =>
  service.ask<EffectiveAnswer | undefined>(uri, undefined, ({ judged, path }) => {
    const { among } = session.unitFiles.surroundings(path);
    const made = judged && dialectOf(judged.source.identity).unitMade?.(judged, among);
    if (!made) return undefined;
    if ('refusal' in made) return { name: '', text: `# ${made.refusal}\n`, origins: [] };
    const { name, text, by, added } = made;
    return { name, text, origins: toOrigins(made.origins, session), made: { by, added } };
  });

const toOrigins = (origins: readonly LineOrigin[], { uris }: Parts['session']): EffectiveAnswer['origins'] =>
  origins.map(({ path, ...lines }) => ({ ...lines, uri: uris.toUri(path) }));
