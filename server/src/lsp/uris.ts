import { URI } from 'vscode-uri';

/** The path of any uri, forward slashes; for an untitled text its name. */
export const uriToPath = (uri: string): string => URI.parse(uri).path;

export const pathToUri = (path: string): string => URI.file(path).toString();
