import { add, addAll, type Command, option, retold } from './command.ts';
import { addCommand, type Conversion, podmanCommand, refuse, refuseValue, serviceOf, sourceOf } from './conversion.ts';
import { type Found, lookup, lookupFilled } from './lookup.ts';
import * as options from './options.ts';
import { addNetworks, addVolumes, startsWithSpecifier } from './references.ts';
import { isUrl, setWorkingDirectory } from './working-directory.ts';

/** `podman build`. */
export function convertBuild(of: Conversion): void {
  if (of.info.resourceName === '') refuse('no-image-tag');
  const place = sourceOf(of);
  const pull = lookupFilled(place, 'Pull');
  const build = add(podmanCommand(of), 'build', ...(pull ? [retold(pull, `--pull=${pull.text}`)] : []));
  const plain = addPlain(of, build);
  const networks = addNetworks(of, addPairs(of, plain));
  const secrets = options.addWords(of, networks, { key: 'Secret', flag: '--secret' });
  const volumes = addVolumes(of, secrets);
  const context = setWorkingDirectory(of);
  const folder = lookup(serviceOf(of), 'WorkingDirectory');
  const file = lookup(place, 'File');
  if (!folder?.text && !file?.text && !context) refuse('no-context');
  const named = options.addPodmanArgs(of, addAll(volumes, file?.text ? option('--file', [file]) : []));
  addCommand(of, 'ExecStart', addAll(named, contextWords(of, { context, folder, file })));
  options.setOneshot(of, { remains: false });
}

function addPlain(of: Conversion, to: Command): Command {
  const strings = options.addStrings(of, to, {
    Arch: '--arch',
    AuthFile: '--authfile',
    IgnoreFile: '--ignorefile',
    Target: '--target',
    Variant: '--variant',
    Retry: '--retry',
    RetryDelay: '--retry-delay',
  });
  const booleans = options.addBooleans(of, strings, { TLSVerify: '--tls-verify', ForceRM: '--force-rm' });
  return options.addLists(of, booleans, {
    DNS: '--dns',
    DNSOption: '--dns-option',
    DNSSearch: '--dns-search',
    GroupAdd: '--group-add',
    ImageTag: '--tag',
  });
}

const addPairs = (of: Conversion, to: Command): Command =>
  options.addPairs(of, to, {
    BuildArg: '--build-arg',
    Annotation: '--annotation',
    Environment: '--env',
    Label: '--label',
  });

interface Context {
  readonly context: Found | undefined;
  readonly folder: Found | undefined;
  readonly file: Found | undefined;
}

/** The last word: what the build is made of. A file with an absolute path or at a URL needs none. */
function contextWords(of: Conversion, { context, folder, file }: Context): readonly Found[] {
  if (context) return [context];
  const path = file?.text ?? '';
  const isComplete = path.startsWith('/') || isUrl(path) || (of.podman >= 507 && startsWithSpecifier(path));
  if (isComplete) return [];
  return folder?.text ? [folder] : refuseValue('relative-file', 'File', file);
}
