import type { ValueType } from '../value-type.ts';
import { commandLine } from './command-type.ts';
import { importCredential, loadCredential, setCredential } from './credentials.ts';
import { environment, passEnvironment, unsetEnvironment } from './environment-variables.ts';
import { inputData, inputText } from './input-data.ts';
import { refreshOnReload } from './refresh-on-reload.ts';
import { standardInput, standardOutput } from './streams.ts';

/** The value types about processes. */
export const execTypes: readonly ValueType[] = [
  commandLine,
  environment,
  unsetEnvironment,
  passEnvironment,
  setCredential,
  loadCredential,
  importCredential,
  standardOutput,
  standardInput,
  inputText,
  inputData,
  refreshOnReload,
];
