// Makes a package for Debian and its like: node server/scripts/deb.mjs [PROGRAM [FOLDER]]. The program is that of standalone.mjs, so that
// no Node need be installed; with it come the man page and completions. Needs dpkg-deb.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const { version, description } = JSON.parse(readFileSync(join(repository, 'server/package.json'), 'utf8'));

const control = (size) => `Package: systemd-units
Version: ${version}
Section: devel
Priority: optional
Architecture: amd64
Maintainer: systemd Units <systemd-units@users.noreply.github.com>
Installed-Size: ${Math.ceil(size / 1024)}
Depends: libc6 (>= 2.28), libstdc++6, libgcc-s1
Description: ${description.split('.')[0]}
 ${description}
 .
 Says what systemd of a chosen version would say of each line, fixes what is
 sure, and serves editors (LSP) and AI assistants (MCP).
`;

/** @returns the path of the package */
export function deb(program = join(repository, 'dist/systemd-units-linux-x64'), folder = dirname(program)) {
  const root = mkdtempSync(join(tmpdir(), 'systemd-units-deb-'));
  const put = (path, bytes) => {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  };
  const completion = (shell) => execFileSync(program, ['completion', shell]);
  const read = (path) => readFileSync(join(repository, path));
  try {
    put('DEBIAN/control', control(readFileSync(program).length));
    mkdirSync(join(root, 'usr/bin'), { recursive: true });
    copyFileSync(program, join(root, 'usr/bin/systemd-units'));
    put('usr/share/man/man1/systemd-units.1.gz', gzipSync(read('docs/systemd-units.1'), { level: 9 }));
    put('usr/share/bash-completion/completions/systemd-units', completion('bash'));
    put('usr/share/zsh/vendor-completions/_systemd-units', completion('zsh'));
    put('usr/share/fish/vendor_completions.d/systemd-units.fish', completion('fish'));
    put('usr/share/doc/systemd-units/copyright', Buffer.concat([read('LICENSE'), read('THIRD-PARTY-NOTICES.md')]));
    const file = join(folder, `systemd-units_${version}_amd64.deb`);
    execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', root, file], { stdio: 'ignore' });
    return file;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(deb(...process.argv.slice(2)));
