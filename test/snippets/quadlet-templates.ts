import { identifyPath } from '../../server/src/dialects/index.ts';
import { expandSnippet } from '../../server/src/features/templates/expand.ts';
import { templatesFor } from '../../server/src/features/templates/index.ts';

export interface QuadletSample {
  readonly title: string;
  /** The name of the file. */
  readonly name: string;
  readonly text: string;
}

const FOLDER = '/etc/containers/systemd/';
const NAMES = ['container', 'pod', 'volume', 'network', 'kube', 'image', 'build', 'artifact'].map(
  (kind) => `app.${kind}`,
);

/** Every template of a Quadlet file with all defaults left as they are. */
export const quadletSamples: readonly QuadletSample[] = [...NAMES, 'app@.container'].flatMap((name) => {
  const path = FOLDER + name;
  return templatesFor(path, identifyPath(path)).map((template) => ({
    title: `${name}: ${template.name}`,
    name,
    text: expandSnippet(template.snippet, {}),
  }));
});

/** What templates refer to. */
export const PARTNERS: Readonly<Record<string, string>> = {
  'app.pod': '[Pod]\n',
  'app.build': '[Build]\nImageTag=localhost/app\nSetWorkingDirectory=unit\n',
};

/** A sample beside its partners. */
export const withPartners = ({ name, text }: QuadletSample): Readonly<Record<string, string>> => ({
  ...PARTNERS,
  [name]: text,
});
