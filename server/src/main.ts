/**
 * Where the one bundle begins, in Node and as a web worker: the engine is too big to be shipped twice. What only one of
 * them can run is behind an import() and never touched by the other.
 */
if ('importScripts' in globalThis) void import('./browser/main.ts').then(({ serve }) => serve());
else void import('./node/main.ts').then(({ main }) => main());
