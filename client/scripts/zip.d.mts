export function readZip(bytes: Buffer): Map<string, Buffer>;
export function writeZip(files: ReadonlyMap<string, Buffer>): Buffer;
