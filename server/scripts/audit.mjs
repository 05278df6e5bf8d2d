// Asks the registry whether what is installed has known holes. A registry that does not answer is not a failure, but said.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cwd = fileURLToPath(new URL('../../', import.meta.url));
const { stdout } = spawnSync('npm', ['audit', '--json', '--audit-level=moderate'], {
  cwd,
  encoding: 'utf8',
  timeout: 60_000,
});
const report = parse(stdout);
if (report?.metadata?.vulnerabilities) {
  const { info, low, total } = report.metadata.vulnerabilities;
  const serious = total - info - low;
  console.log(`audit: ${total} known vulnerabilities, ${serious} of them moderate or worse`);
  for (const [name, { severity }] of Object.entries(report.vulnerabilities)) console.log(`  ${name}: ${severity}`);
  process.exitCode = serious > 0 ? 1 : 0;
} else {
  const why = `left out, the registry gave no answer: ${report?.message ?? report?.error?.summary ?? 'none at all'}`;
  console.log(`audit: ${why}`);
  // There a registry that does answer is at hand: whoever looks at the run is to see it.
  if (process.env.GITHUB_ACTIONS) console.log(`::warning title=npm audit::${why.replace(/[\r\n%]/g, ' ')}`);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
