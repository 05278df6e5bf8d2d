// What a release changes in the texts of the repository; release.mjs writes them.

/** How commands and addresses name a release. */
const NAMED = /(systemd-units@v?|systemd-units-|releases\/download\/v)\d+\.\d+\.\d+/g;

/** Files that name the version, and where in them. */
const VERSIONED = {
  'package.json': /^( {2}"version": ")[^"]+/m,
  'server/package.json': /^( {2}"version": ")[^"]+/m,
  'docs/editors/mason/packages/systemd-units/package.yaml': /(pkg:npm\/systemd-units@)\S+/,
  'docs/editors/zed/extension.toml': /^(version = ")[^"]+/m,
  'docs/editors/zed/Cargo.toml': /^(version = ")[^"]+/m,
  'README.md': NAMED,
  'action.yml': NAMED,
  'docs/CI.md': NAMED,
};

export const RELEASE_FILES = [...Object.keys(VERSIONED), 'CHANGELOG.md'];

/** Marketplaces tell the two channels apart by the middle number: odd is a pre-release. */
export const isPreRelease = (version) => Number(version.split('.')[1]) % 2 === 1;

/**
 * @param {(path: string) => string} read
 * @param {{version: string, date: string}} release the date as YYYY-MM-DD
 * @returns {Map<string, string>} the new text of each file; throws where a text is not as expected
 */
export function releaseTexts(read, { version, date }) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`${version}: not a version; write one like 1.2.0`);
  const texts = new Map();
  for (const [path, place] of Object.entries(VERSIONED)) {
    if (read(path).search(place) < 0) throw new Error(`${path}: no version found`);
    texts.set(path, read(path).replace(place, `$1${version}`));
  }
  const log = read('CHANGELOG.md');
  const heading = /^## \S+ \(unreleased\)$/m;
  if (!heading.test(log)) throw new Error('CHANGELOG.md: no heading "## VERSION (unreleased)"');
  return texts.set('CHANGELOG.md', log.replace(heading, `## ${version} (${date})`));
}
