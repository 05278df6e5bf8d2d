import {
  NotificationType0,
  type RenameFilesParams,
  type RenameParams,
  RequestType,
  RequestType0,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { BootPosition } from '../features/boot-position.ts';
import type { Loaded } from '../features/compare/ask-running.ts';
import type { UnitReload } from '../features/compare/compare-running.ts';
import type { ManagedUnit } from '../features/graph/manager-graph.ts';
import type { Picture } from '../features/graph/picture.ts';
import type { Imported } from '../features/import/index.ts';
import type { ManualPageView } from '../features/manual-view.ts';
import type { DanglingLink } from '../features/rename/file-rename.ts';
import type { PartnerChoice } from '../features/rename/rename-partners.ts';
import type { CalendarPreview } from '../features/schedule/calendar-preview.ts';
import type { Schedule } from '../features/schedule/schedule-form.ts';
import type { ScheduleChange, ScheduleLine } from '../features/schedule/schedule-lines.ts';
import type { TargetChoice } from '../features/target-choices.ts';
import type { OffRule } from '../features/timers/machine-off.ts';
import type { PlannedTimer, TimerPlan } from '../features/timers/timer-plan.ts';
import type { TrialAccount } from '../features/trial/account.ts';
import type { Proof } from '../features/trial/find-directive.ts';
import type { Mark } from '../features/trial/marks.ts';
import type { TrialRun } from '../features/trial/run-trial.ts';
import type { TrialPlan } from '../features/trial/trial-plan.ts';
import type { Diagnosis } from '../features/why/diagnosis.ts';
import type { Facts } from '../features/why/facts.ts';
import type { PageInfo } from '../manual/index.ts';
import type { Manager } from '../schema/file-identity.ts';
import type { Answers, NewUnit } from '../service/new-unit.ts';
import type { FileOverrides } from '../units/file-overrides.ts';
import type { RelationKind } from '../units/relation-kinds.ts';

/** Requests beyond LSP, as server and client both know them. Any client may use them. */

export type { PictureEdge, PictureNode } from '../features/graph/picture.ts';
export type { ManualPageView } from '../features/manual-view.ts';
export type { DanglingLink } from '../features/rename/file-rename.ts';
export type { CalendarPreview } from '../features/schedule/calendar-preview.ts';
export type { Schedule, ScheduleForm, TimeOfDay } from '../features/schedule/schedule-form.ts';
export type { ScheduleLine } from '../features/schedule/schedule-lines.ts';
export type { TargetChoice } from '../features/target-choices.ts';
export type { ChangedRun, ClockChange } from '../features/timers/clock-changes.ts';
export type { OffPeriod, OffRule } from '../features/timers/machine-off.ts';
export type { PileUp } from '../features/timers/pile-ups.ts';
export type { PlannedTimer } from '../features/timers/timer-plan.ts';
export type { Mark } from '../features/trial/marks.ts';
export type { Answers, NewFile, NewUnit, Purpose } from '../service/new-unit.ts';
export type { RelationKind } from '../units/relation-kinds.ts';

/** Parameters that name a document. */
export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

/** A unit one wants to go to from another. */
export interface RelatedUnit {
  readonly name: string;
  /** What it is to the other: `fragment`, `starts`, `started by`, `wanted by` … */
  readonly relation: string;
  /** Its file; undefined when there is none yet. */
  readonly uri?: string;
  /** Where it would be made, and with which text. */
  readonly create?: { readonly uri: string; readonly text: string };
}

/** Units that belong to the unit of a file; an empty list for a file that is not part of one. */
export const relatedUnitsRequest = new RequestType<DocumentParams, readonly RelatedUnit[], void>(
  'systemdUnits/related',
);

/**
 * The name of the unit that a file belongs to, or that another program makes of it: drop-ins of the file may tell it, so
 * path and text are not enough. Null for a file that is not part of one unit.
 */
export const unitNameRequest = new RequestType<DocumentParams, string | null, void>('systemdUnits/unitName');

/** What other files of its tree take from a unit file, or add to it, with the paths of the server's machine. */
export type OverridesAnswer = FileOverrides;

/** What counts in place of a unit file, or beside it; null where nothing does. */
export const overridesRequest = new RequestType<DocumentParams, OverridesAnswer | null, void>('systemdUnits/overrides');

/** To clients that asked for it at the start (`hearsFiles`): other files may belong to a unit by now. */
export const filesChanged = new NotificationType0('systemdUnits/filesChanged');

/** How much of a graph is drawn. */
export interface GraphOptions {
  /** Steps from the unit in the middle. */
  readonly depth: number;
  readonly kinds: readonly RelationKind[];
  /** Units around which one more step is shown. */
  readonly expanded?: readonly string[];
}

export interface GraphAnswer {
  /** The unit in the middle, or the file of networks. */
  readonly unit: string;
  /** What is drawn: units unless told. */
  readonly of?: 'units' | 'networks';
  readonly picture: Picture;
  readonly dot: string;
  readonly svg: string;
}

/** The graph of the files around the unit of one of them; null for a file that is not part of a unit. */
export const graphRequest = new RequestType<DocumentParams & GraphOptions, GraphAnswer | null, void>(
  'systemdUnits/graph',
);

export interface ManagerGraphParams extends GraphOptions {
  /** The unit in the middle. */
  readonly unit: string;
  /** All that the manager has loaded: the client has asked it, the server talks to none. */
  readonly units: readonly ManagedUnit[];
}

/** The graph of what a running manager has loaded. */
export const managerGraphRequest = new RequestType<ManagerGraphParams, GraphAnswer | null, void>(
  'systemdUnits/managerGraph',
);

/** Of an installed unit: what its manager reads, or what the files of the workspace would give. */
export type EffectiveView = 'installed' | 'workspace';

export interface EffectiveParams extends DocumentParams {
  /** Without one: the manager's view of an installed unit, the only one of others. */
  readonly view?: EffectiveView | undefined;
}

/** A unit as one text, and where its lines come from. Lines count from 0. */
export interface EffectiveAnswer {
  readonly name: string;
  readonly text: string;
  readonly origins: readonly { readonly line: number; readonly uri: string; readonly sourceLine: number }[];
  /** The other view, where there are two. */
  readonly other?: EffectiveView;
  /** Of a file that another program makes a unit of: the program, and the lines it adds by itself. */
  readonly made?: { readonly by: string; readonly added: readonly number[] };
}

/**
 * The scheme of the texts in which a client shows such units. The query is the uri of the file it has asked for: by that
 * the server knows what to colour.
 */
export const EFFECTIVE_SCHEME = 'systemd-effective';

/** A unit after fragment and drop-ins were read, of a Quadlet file the one that Podman makes of it, of a file of lines all that its program reads with it; null for a file that is not part of a unit. */
export const effectiveRequest = new RequestType<EffectiveParams, EffectiveAnswer | null, void>(
  'systemdUnits/effective',
);

export interface WhyAnswer {
  readonly diagnosis: Diagnosis;
  /** The same as plain text. */
  readonly text: string;
}

/** Why a unit does not run, from what was asked of its manager: `gatherFacts` of the engine says what that is. */
export const whyRequest = new RequestType<Facts, WhyAnswer | null, void>('systemdUnits/why');

export interface TrialParams extends DocumentParams {
  /** The unit as it is called, as a template or a drop-in may belong to many. */
  readonly unit: string;
  readonly manager: Manager;
  /** That of the machine's systemd. */
  readonly version: number;
}

/** What a trial of a service runs: fragment and drop-ins as they stand in editors. Null for a file that is not part of a unit. */
export const trialPlanRequest = new RequestType<TrialParams, TrialPlan | { readonly refusal: string } | null, void>(
  'systemdUnits/trialPlan',
);

export interface TrialAnswer {
  readonly account: TrialAccount;
  /** The same as plain text. */
  readonly text: string;
  /** What to say at lines of the files; lines count from 1. */
  readonly marks: readonly Mark[];
}

export interface TrialAccountParams {
  readonly plan: TrialPlan;
  readonly run: TrialRun;
  /** What more trials have shown. */
  readonly proof?: Proof | undefined;
}

/** What there is to say of a trial, from what its manager and journal say: the client has run it. */
export const trialAccountRequest = new RequestType<TrialAccountParams, TrialAnswer | null, void>(
  'systemdUnits/trialAccount',
);

export interface OutdatedParams {
  readonly manager: Manager;
  /** All units that a manager has loaded, and of which files. */
  readonly loaded: readonly Loaded[];
}

/** Of those units the ones that daemon-reload would read anew. */
export const outdatedRequest = new RequestType<OutdatedParams, readonly string[], void>('systemdUnits/outdated');

export interface ReloadParams {
  readonly manager: Manager;
  readonly version: number;
  /** What other names of units stand for. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Units by name: their properties, and those of a unit without a file. */
  readonly shown: readonly {
    readonly name: string;
    readonly unit: Readonly<Record<string, readonly string[]>>;
    readonly bare: Readonly<Record<string, readonly string[]>>;
    /** What its files said of other units when they were read, by directive; missing where the manager does not say. */
    readonly relations?: Readonly<Record<string, readonly string[]>>;
  }[];
}

export interface ReloadAnswer {
  readonly units: readonly UnitReload[];
  /** The same as plain text. */
  readonly text: string;
}

/** What daemon-reload would change of units, from what was asked of their manager. */
export const reloadRequest = new RequestType<ReloadParams, ReloadAnswer | null, void>('systemdUnits/reload');

/** What becomes of partners of the same name; the client asks its user before it asks for the edit. */
interface WithChoice {
  readonly choice: PartnerChoice;
}

export interface RenameAnswer {
  readonly edit: WorkspaceEdit | null;
  /** Units of the same name, which may be renamed too; `parts` when one that keeps its name is not found any more. */
  readonly partners: readonly { readonly name: string; readonly to: string; readonly parts: boolean }[];
  /** Links of the machine that lead nowhere once the edit is made. */
  readonly links: readonly DanglingLink[];
}

/** As `textDocument/rename`, with a choice about partners. */
export const renameRequest = new RequestType<RenameParams & WithChoice, RenameAnswer | null, void>(
  'systemdUnits/rename',
);

/** As `workspace/willRenameFiles`, with a choice about partners. */
export const renameFilesRequest = new RequestType<RenameFilesParams & WithChoice, RenameAnswer | null, void>(
  'systemdUnits/renameFiles',
);

/** The files of a new unit from answers to a few questions, or what speaks against them. Nothing is written. */
export const newUnitRequest = new RequestType<Partial<Answers>, NewUnit | null, void>('systemdUnits/newUnit');

/** A text of another program: a crontab, a Compose file, a `docker run` command. */
export interface ImportableText {
  readonly text: string;
  /** Where it is, as far as its name tells what it is; forward slashes. */
  readonly path: string;
}

export interface ImportedUnits extends Imported {
  /** Why there are no files. */
  readonly problem?: string;
}

/** Units or Quadlet files that do what another program's text does, or why there are none. Nothing is written. */
export const importUnitsRequest = new RequestType<ImportableText, ImportedUnits | null, void>(
  'systemdUnits/importUnits',
);

/** A manual page, `systemd.service(5)`, as Markdown; null where the manual has none of that name. */
export const manualPageRequest = new RequestType<{ readonly page: string }, ManualPageView | null, void>(
  'systemdUnits/manualPage',
);

/** The manual pages there are. */
export const manualPagesRequest = new RequestType0<readonly PageInfo[], void>('systemdUnits/manualPages');

/** Where a unit stands between the start of the machine and the login, as Markdown. */
export const bootPositionRequest = new RequestType<{ readonly uri: string }, BootPosition | null, void>(
  'systemdUnits/bootPosition',
);

export interface TargetsAnswer {
  /** What a file is judged for, in words: `Debian 12 (252) and RHEL 9 (252)`. */
  readonly text: string;
  /** What is to be said of targets that are not known. */
  readonly notes: readonly string[];
  readonly choices: readonly TargetChoice[];
}

/** What the units of a file are judged for, and what else they could be. */
export const targetsRequest = new RequestType<{ readonly uri: string }, TargetsAnswer | null, void>(
  'systemdUnits/targets',
);

/** To clients that asked for it at the start (`hearsTargets`): what units are judged for may be something else now. */
export const targetsChanged = new NotificationType0('systemdUnits/targetsChanged');

/** The client tells that what is opened is trusted by now: programs of the machine may be asked. */
export const trustGranted = new NotificationType0('systemdUnits/trustGranted');

/** What a manager says of its timers: `TIMER_PROPERTIES` of each, asked with times in UTC. */
export interface ShownTimers {
  readonly manager: Manager;
  readonly timers: readonly Readonly<Record<string, readonly string[]>>[];
  /** What it says of `UserspaceTimestamp` and `UserspaceTimestampMonotonic`. */
  readonly started: string;
}

export interface TimersParams {
  /** A moment of the first day, in seconds since 1970; now without. */
  readonly at?: number | undefined;
  readonly days: number;
  /** The server's own without. */
  readonly zone?: string | undefined;
  /** When the machine is off: by a rule, or as it was. */
  readonly off?: OffRule | readonly { readonly from: number; readonly to: number }[] | undefined;
  /** The timers of a manager; those of the files of the workspace without. */
  readonly shown?: ShownTimers | undefined;
}

export interface TimersAnswer {
  /** The paths in it are the server's. */
  readonly plan: Omit<TimerPlan, 'timers'> & {
    readonly timers: readonly (PlannedTimer & {
      /** The file of the unit that it starts, where the workspace has one. */
      readonly activatesPath?: string | undefined;
    })[];
  };
  /** The name of the zone, and what it calls itself then. */
  readonly zone: string;
  readonly now: number;
  /** The days, by their first moments, and the end of the last. */
  readonly days: readonly number[];
  /** What clocks and the machine's absence change, in words. */
  readonly remarks: readonly string[];
}

/** When timers run. */
export const timersRequest = new RequestType<TimersParams, TimersAnswer | null, void>('systemdUnits/timers');

export interface ScheduleAnswer {
  readonly unit: string;
  readonly lines: readonly ScheduleLine[];
}

/** The calendar events of a timer's file, as forms; null for other files. */
export const scheduleRequest = new RequestType<DocumentParams, ScheduleAnswer | null, void>('systemdUnits/schedule');

export interface SchedulePreviewParams {
  readonly schedule: Schedule;
  /** Where local time is local; the server's own zone without. */
  readonly zone?: string | undefined;
}

export interface SchedulePreview {
  readonly expression: string;
  /** The form that says the same, `free` where there is none. */
  readonly schedule: Schedule;
  readonly preview: CalendarPreview;
  readonly remark?: string | undefined;
}

/** A form as a calendar event, what it means, and its next times. */
export const schedulePreviewRequest = new RequestType<SchedulePreviewParams, SchedulePreview | null, void>(
  'systemdUnits/schedulePreview',
);

/** The edit that writes a calendar event into a timer's file; null where it cannot be written. Nothing is written here. */
export const writeScheduleRequest = new RequestType<DocumentParams & ScheduleChange, WorkspaceEdit | null, void>(
  'systemdUnits/writeSchedule',
);

export interface StartCyclesParams {
  readonly manager: Manager;
  /** The unit that is started: default.target at boot. */
  readonly start: string;
}

/** Where a relation is said; `path` is the server's, `line` counts from 0. */
export interface SaidAt {
  readonly text: string;
  readonly path?: string | undefined;
  readonly line?: number | undefined;
}

/** Units that wait for each other in a circle. */
export interface StartCycleAnswer {
  readonly waits: readonly { readonly unit: string; readonly for: string; readonly said: SaidAt }[];
  /** What systemd can leave out to break it, with what goes with it; none if it refuses the start. */
  readonly deletable: readonly { readonly unit: string; readonly with: readonly string[] }[];
  /** What can be taken out so that no circle is left; the easiest first. */
  readonly cuts: readonly { readonly unit: string; readonly for: string; readonly said: readonly SaidAt[] }[];
}

/** The circles that a start of the machine's units leads into, by their files; null as long as these are not known. */
export const startCyclesRequest = new RequestType<StartCyclesParams, readonly StartCycleAnswer[] | null, void>(
  'systemdUnits/startCycles',
);

/** A tool for AI assistants, by its name, and what it is given. */
export interface AssistantCall {
  readonly tool: string;
  readonly input: unknown;
}

/** What a model reads; what is wrong is said so that it can do better. */
export interface AssistantAnswer {
  readonly text: string;
  readonly isError: boolean;
}

/** Does what a tool for AI assistants is for, on the opened folders; it reads and changes nothing. */
export const assistantToolRequest = new RequestType<AssistantCall, AssistantAnswer, void>('systemdUnits/assistantTool');
