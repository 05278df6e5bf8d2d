// Zip files that are the same whenever they are made from the same: sorted names, one date, no attributes.
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** 1980-01-01, the first day a zip file knows. */
const DATE = 0x0021;

/** @returns {Map<string, Buffer>} name to content, of a zip file without encryption or zip64 */
export function readZip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size, nameLength, extraLength, commentLength, start] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(data, data + size);
    if (!name.endsWith('/')) files.set(name, method === 0 ? packed : inflateRawSync(packed));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

/** @param {Map<string, Buffer>} files */
export function writeZip(files) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const deflated = deflateRawSync(content, { level: 9 });
    const packed = deflated.length < content.length ? deflated : content;
    const path = Buffer.from(name, 'utf8');
    const fields = fieldsOf(content, packed, path.length);
    bodies.push(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, path, packed]));
    directory.push(Buffer.concat([directoryEntry(fields, offset), path]));
    offset += 30 + path.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, index, end]);
}

/** What stands both before a file and in the directory: version needed to length of extras. */
function fieldsOf(content, packed, nameLength) {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  // Names are UTF-8.
  fields.writeUInt16LE(0x0800, 2);
  fields.writeUInt16LE(packed === content ? 0 : 8, 4);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function directoryEntry(fields, offset) {
  const entry = Buffer.alloc(46);
  entry.write('PK\x01\x02', 'latin1');
  entry.writeUInt16LE(20, 4);
  fields.copy(entry, 6);
  entry.writeUInt32LE(offset, 42);
  return entry;
}
