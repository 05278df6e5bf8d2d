// Keeps files that are read line by line (tmpfiles.d, sysusers.d, udev rules and the others) of the packages of line-packages.txt
// in .cache/line-files/PACKAGE/; 1 GB is read, 10 MB are kept.
//
//   node test/corpus/fetch-line-files.mjs
import { keepFiles } from './debian-files.mjs';

const folders = ['tmpfiles', 'user-tmpfiles', 'sysusers', 'sysctl', 'modules-load', 'environment', 'binfmt', 'rules'];
const count = keepFiles({
  list: 'line-packages.txt',
  folder: 'line-files',
  patterns: [...folders.map((folder) => `*/${folder}.d/*`), '*/systemd/*-preset/*'],
});
console.log(`packages with files of lines: ${count}`);
