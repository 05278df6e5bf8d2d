import type { Environment } from '../features/environment.ts';
import { webLink } from '../features/manual-text.ts';
import { type Settings, targetsOf, targetVersion } from '../service/settings.ts';
import { uriPart } from '../text/uri-part.ts';
import type { UnitIndex } from '../units/unit-index.ts';
import type { MachineFacts } from './machine-facts.ts';
import type { Runtime } from './runtime.ts';

interface Around {
  readonly runtime: Runtime;
  readonly units: UnitIndex;
  readonly facts: MachineFacts;
  /** A uri with `{page}` and `{anchor}` under which the client opens manual pages. */
  readonly manualUri: () => string | undefined;
  /** Whether the client shows Markdown as it is written. */
  readonly isPlain: () => boolean;
  /** The Quadlet files around the file that is asked about. */
  readonly quadlets: () => Environment['quadlets'];
  readonly networks: () => Environment['networks'];
  readonly lines: () => Environment['lines'];
  /** What the machine's Podman has; undefined where it is not asked. */
  readonly podman: () => Environment['podman'];
  /** Those of a folder: the manual is that of the version its units are for. */
  readonly settings: () => Settings;
}

/** What features may ask, as things stand when they ask. */
export const createEnvironment = ({
  runtime,
  units,
  facts,
  manualUri,
  isPlain,
  quadlets,
  networks,
  lines,
  podman,
  settings,
}: Around): Environment => ({
  get manual() {
    return runtime.manual(targetVersion(settings(), versionsOf(facts)));
  },
  units,
  get targets() {
    return targetsOf(settings(), versionsOf(facts));
  },
  get users() {
    return [...facts.accounts.users.keys()];
  },
  get groups() {
    return [...facts.accounts.groups];
  },
  get isPlain() {
    return isPlain();
  },
  get quadlets() {
    return quadlets();
  },
  get networks() {
    return networks();
  },
  get lines() {
    return lines();
  },
  get podman() {
    return podman();
  },
  files: runtime.files,
  now: () => Date.now() / 1000,
  manualLink(page, anchor, webAnchor) {
    const uri = manualUri();
    if (!uri) return webLink(page, anchor, webAnchor);
    return uri.replace('{page}', inLink(page)).replace('{anchor}', inLink(anchor));
  },
});

const versionsOf = ({ version, podman }: MachineFacts) => ({ machineVersion: version, machinePodman: podman });

/** Parentheses would end the link in Markdown. */
const inLink = (text: string): string => uriPart(text).replace(/\(/g, '%28').replace(/\)/g, '%29');
