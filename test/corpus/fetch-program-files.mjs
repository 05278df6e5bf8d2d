// Keeps .network, .netdev, .link, .nspawn and their like, and repart.d, of the packages of program-packages.txt in
// .cache/program-files/PACKAGE/.
//
//   node test/corpus/fetch-program-files.mjs
import { keepFiles } from './debian-files.mjs';

const suffixes = ['network', 'netdev', 'link', 'nspawn', 'dnssd', 'dns-delegate', 'transfer', 'feature'];
const count = keepFiles({
  list: 'program-packages.txt',
  folder: 'program-files',
  patterns: [...suffixes.map((suffix) => `*.${suffix}`), '*repart.d/*.conf'],
});
console.log(`packages with files of networks, containers and partitions: ${count}`);
