import { identifyPath } from '../../server/src/dialects/index.ts';
import { expandSnippet } from '../../server/src/features/templates/expand.ts';
import { templatesFor } from '../../server/src/features/templates/index.ts';

const paths: Readonly<Record<string, string>> = {
  network: '/etc/systemd/network/10-lan.network',
  netdev: '/etc/systemd/network/10-lan.netdev',
  link: '/etc/systemd/network/10-lan.link',
  nspawn: '/etc/systemd/nspawn/web.nspawn',
  repart: '/etc/repart.d/10-root.conf',
  transfer: '/etc/sysupdate.d/50-app.transfer',
  dnssd: '/etc/systemd/dnssd/web.dnssd',
};

/** Each template of a file of a program with a suffix or a folder of its own, as its author leaves it. */
export const programSamples = Object.entries(paths).flatMap(([kind, path]) =>
  templatesFor(path, identifyPath(path)).map(({ name, snippet }) => ({
    ...{ kind, path },
    title: `${kind}: ${name}`,
    text: expandSnippet(snippet, {}),
  })),
);
