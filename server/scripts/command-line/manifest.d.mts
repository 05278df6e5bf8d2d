export function readManifest(repository: string): unknown;
