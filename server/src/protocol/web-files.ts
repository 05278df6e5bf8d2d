import { RequestType, RequestType0 } from 'vscode-languageserver-protocol';

/** What a server without files of its own, a web worker, asks its client. Each answers null where there is nothing. */

/** A file or folder, by its uri. */
interface FileParams {
  readonly uri: string;
}

/** The uris of the files below a folder. */
export const filesBelowRequest = new RequestType<FileParams, readonly string[] | null, void>('systemdUnits/web/files');

/** The text of a file. */
export const fileTextRequest = new RequestType<FileParams, string | null, void>('systemdUnits/web/text');

/** The bytes of `manual.bin`. */
export const manualBundleRequest = new RequestType0<Uint8Array | null, void>('systemdUnits/web/manual');
