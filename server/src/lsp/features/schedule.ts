import type { WorkspaceEdit } from 'vscode-languageserver';
import { calendarPreview } from '../../features/schedule/calendar-preview.ts';
import { expressionOf, scheduleOf, scheduleRemark } from '../../features/schedule/schedule-form.ts';
import { scheduleLines, writeSchedule } from '../../features/schedule/schedule-lines.ts';
import {
  type DocumentParams,
  type ScheduleAnswer,
  type SchedulePreview,
  type SchedulePreviewParams,
  schedulePreviewRequest,
  scheduleRequest,
  writeScheduleRequest,
} from '../../protocol/requests.ts';
import type { LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';
import { toRange } from '../to-lsp/ranges.ts';

/** Next times that a preview lists. */
const SHOWN = 8;

/** Beyond LSP: `OnCalendar=` as a form, its preview, and the edit that writes it. */
export const scheduleFeature: LspFeature = ({ connection, service, log, linesOf }) => {
  connection.onRequest(
    scheduleRequest,
    runSafe('schedule', null, log, ({ textDocument: { uri } }: DocumentParams): ScheduleAnswer | null =>
      service.ask<ScheduleAnswer | null>(uri, null, (document) => {
        const lines = scheduleLines(document);
        return lines ? { unit: document.judged?.source.identity.unit?.text ?? '', lines } : null;
      }),
    ),
  );
  connection.onRequest(
    schedulePreviewRequest,
    runSafe('preview of a schedule', null, log, ({ schedule, zone }: SchedulePreviewParams): SchedulePreview => {
      const expression = expressionOf(schedule);
      const now = service.environment.now();
      return {
        expression,
        schedule: scheduleOf(expression),
        preview: calendarPreview(expression, { now, zone, count: SHOWN }),
        remark: scheduleRemark(schedule),
      };
    }),
  );
  connection.onRequest(
    writeScheduleRequest,
    runSafe('writing a schedule', null, log, ({ textDocument: { uri }, ...change }): WorkspaceEdit | null => {
      const edit = service.ask(uri, undefined, (document) => writeSchedule(document, change));
      if (!edit) return null;
      const range = toRange(linesOf(uri), edit);
      return { documentChanges: [{ textDocument: { uri, version: null }, edits: [{ range, newText: edit.text }] }] };
    }),
  );
  return {};
};
