/**
 * A bundle in ASCII, as server/src/node/launcher.ts reads it: esbuild escapes texts and leaves regular expressions as they are
 * (https://esbuild.github.io/api/#charset), where an escape means the same.
 */
export const asciiCode = (code) =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
