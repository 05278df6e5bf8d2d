// Keeps the Quadlet files of the packages of quadlet-packages.txt in .cache/quadlets/PACKAGE/, as they lie below containers/systemd.
//
//   node test/corpus/fetch-quadlets.mjs
import { keepFiles } from './debian-files.mjs';

const count = keepFiles({
  list: 'quadlet-packages.txt',
  folder: 'quadlets',
  patterns: ['./usr/share/containers/systemd/*', './etc/containers/systemd/*'],
  options: ['--transform=s,^.*containers/systemd/,,'],
});
console.log(`packages with Quadlet files: ${count}`);
