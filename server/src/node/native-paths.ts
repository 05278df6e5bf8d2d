import type { PathStyle } from '../lsp/uris.ts';

/** Between the paths of the engine, which always begin with a slash and have no other separator, and those of a machine. */
export interface NativePaths {
  readonly style: PathStyle;
  toNative(path: string): string;
  fromNative(path: string): string;
}

/** On Windows `/c:/units/a.service` is `c:\units\a.service`, and `//host/share/a.service` a file of another machine. */
const windows: NativePaths = {
  style: { windows: true, ignoresCase: true },
  toNative: (path) => path.replace(/^\/(?=[A-Za-z]:)/, '').replaceAll('/', '\\'),
  fromNative: (path) =>
    path
      .replace(/^\\\\\?\\(?:UNC\\)?(?=[A-Za-z]:|[^:]*$)/, (prefix) => (prefix.endsWith('UNC\\') ? '\\\\' : ''))
      .replaceAll('\\', '/')
      .replace(/^([A-Za-z]):/, (_, drive: string) => `/${drive.toLowerCase()}:`),
};

const same = (path: string): string => path;

/** `platform` as `process.platform` names it. macOS tells capitals from small letters only in writing. */
export const nativePaths = (platform: string): NativePaths =>
  platform === 'win32'
    ? windows
    : { style: { windows: false, ignoresCase: platform === 'darwin' }, toNative: same, fromNative: same };

export const { style, toNative, fromNative } = nativePaths(process.platform);

/** For Node itself, which takes slashes everywhere: a path as typed, without the separators of Windows. */
export const slashed = (path: string): string => (style.windows ? path.replaceAll('\\', '/') : path);
