import type { FilesAmong } from '../../../engine/dialect.ts';
import { reportTo } from '../../../engine/judge-rules.ts';
import type { JudgedFile } from '../../../engine/judged-file.ts';
import type { FindingOrBatch } from '../../../engine/lazy-finding.ts';
import { generatedAmong, generatedWith } from './generated.ts';
import { quadletRulePages } from './pages.ts';
import { refusalsOf } from './refused.ts';
import { runFindings } from './run.ts';
import { serviceFindings } from './service.ts';
import { notReadBy } from './too-new.ts';

/** What Podman and systemd say once the file is read with its drop-ins and those it refers to. */
export function judgeQuadlet(file: JudgedFile, among: FilesAmong | undefined): readonly FindingOrBatch[] {
  if (file.source.identity.role === 'drop-in') return judgeDropIn(file, among);
  const generated = generatedAmong(file, among);
  const said: FindingOrBatch[] = [];
  const refused = reportTo(said, quadletRulePages.refused, file.source);
  const service = reportTo(said, quadletRulePages.service, file.source);
  for (const finding of refusalsOf(file, generated)) refused(finding);
  const run = reportTo(said, quadletRulePages.run, file.source);
  for (const finding of runFindings(file, generated)) run(finding);
  for (const finding of serviceFindings(file, generated)) service(finding);
  return said;
}

/** A drop-in has no service of its own: what podman refuses in those of the files it belongs to, each thing once. */
function judgeDropIn(file: JudgedFile, among: FilesAmong | undefined): readonly FindingOrBatch[] {
  const told = new Map(
    generatedWith(file, among)
      .flatMap((generated) => runFindings(file, generated))
      .map((finding) => [`${finding.start} ${finding.message}`, finding] as const),
  );
  const said: FindingOrBatch[] = [];
  const run = reportTo(said, quadletRulePages.run, file.source);
  for (const finding of told.values()) run(finding);
  return said;
}

/** That the target's Podman does not look at such a file: then there is nothing else to say. */
export function unreadQuadlet(file: JudgedFile): readonly FindingOrBatch[] | undefined {
  const finding = notReadBy(file);
  if (!finding) return undefined;
  const said: FindingOrBatch[] = [];
  reportTo(said, quadletRulePages.tooNew, file.source)(finding);
  return said;
}
