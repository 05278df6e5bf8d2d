/** The folder in which the kernel shows its settings. */
export const SETTINGS = '/proc/sys/';

/** A name as `sysctl_normalize()` of src/shared/sysctl-util.c reads it: with a dot first, dots and slashes change places. */
export function isDotted(name: string): boolean {
  const first = /[./]/.exec(name)?.[0];
  return first !== '/';
}

export const swapped = (name: string): string => name.replace(/[./]/g, (each) => (each === '.' ? '/' : '.'));

/** The file of a setting; undefined for patterns, and for names that lead elsewhere. */
export function settingPath(text: string): string | undefined {
  const name = text.replace(/^-/, '');
  const path = isDotted(name) ? swapped(name) : name;
  const parts = path.split('/');
  if (/[*?[\0]/.test(path) || parts.some((part) => part === '' || part === '.' || part === '..')) return undefined;
  return `${SETTINGS}${path}`;
}
