import { identifyPath } from '../../server/src/dialects/index.ts';
import { expandSnippet } from '../../server/src/features/templates/expand.ts';
import { templatesFor } from '../../server/src/features/templates/index.ts';

const paths: Readonly<Record<string, string>> = {
  network: '/etc/systemd/network/10-lan.network',
  netdev: '/etc/systemd/network/10-lan.netdev',
  link: '/etc/systemd/network/10-lan.link',
  nspawn: '/etc/systemd/nspawn/web.nspawn',
};

/** Each template of a network or a container, as its author leaves it. */
export const networkSamples = Object.entries(paths).flatMap(([kind, path]) =>
  templatesFor(path, identifyPath(path)).map(({ name, snippet }) => ({
    ...{ kind, path },
    title: `${kind}: ${name}`,
    text: expandSnippet(snippet, {}),
  })),
);
