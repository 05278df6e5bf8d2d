import type { InitializeParams } from 'vscode-languageserver';
import { type ClientCapabilities, clientCapabilities } from './client-capabilities.ts';
import { chooseEncoding, type PositionEncoding } from './position-encoding.ts';

/** What is settled with the client at its start. */
export interface ClientOptions {
  readonly client: ClientCapabilities;
  /** What the client told, if it is one that we know. */
  readonly options: InitializationOptions;
  /** What columns count. */
  readonly encoding: PositionEncoding;
  /** How the client wants to learn of diagnostics. */
  readonly diagnostics: DiagnosticsMode;
}

/** It asks for them, and can be told to ask again; or they are sent to it. */
interface DiagnosticsMode {
  readonly pulled: boolean;
  readonly canRefresh: boolean;
}

interface InitializationOptions {
  /** The command that opens completions again; of VS Code `editor.action.triggerSuggest`. */
  readonly askAgainCommand?: string;
  /** The command that is given a uri, a position and locations, and shows them. */
  readonly showPlacesCommand?: string;
  /** The command that shows a unit with its drop-ins as one text. */
  readonly showEffectiveCommand?: string;
  /** The command that shows the files of lines that are read together as one text. */
  readonly showEffectiveLinesCommand?: string;
  /** The command that shows the unit that another program makes of a file. */
  readonly showGeneratedCommand?: string;
  /** A uri with `{page}` and `{anchor}` under which the client opens manual pages. */
  readonly manualUri?: string;
  /** The client wants to be told when units are judged for something else. */
  readonly hearsTargets?: boolean;
  /** The client wants to be told when other files may belong to a unit. */
  readonly hearsFiles?: boolean;
  /** Whether programs of the machine may be asked what they have; `false` where what is opened is not trusted. */
  readonly runsPrograms?: boolean;
  /** Whether the client may ask what is found in all files of the workspace; it may unless it says `false`. */
  readonly workspaceDiagnostics?: boolean;
  readonly settings?: unknown;
}

type Offered = Pick<InitializeParams, 'capabilities' | 'clientInfo' | 'initializationOptions'>;

export const clientOptions = ({ capabilities, clientInfo, initializationOptions }: Offered): ClientOptions => ({
  client: clientCapabilities(capabilities, clientInfo),
  options: (initializationOptions ?? {}) as InitializationOptions,
  encoding: chooseEncoding(capabilities.general?.positionEncodings),
  diagnostics: {
    pulled: capabilities.textDocument?.diagnostic !== undefined,
    canRefresh: capabilities.workspace?.diagnostics?.refreshSupport === true,
  },
});
