import { add, addAll, type Command, option, retold } from './command.ts';
import { addCommand, type Conversion, podmanCommand, refuse, sourceOf } from './conversion.ts';
import { cut } from './go.ts';
import { type Found, lookupFilled, lookupWords } from './lookup.ts';
import * as options from './options.ts';
import { absolute, addNetworks } from './references.ts';
import { addUserMappings } from './users.ts';
import { setWorkingDirectory } from './working-directory.ts';

/** `podman kube play`, and `podman kube down` when the service ends. */
export function convertKube(of: Conversion): void {
  const files = yamlFiles(of);
  options.setKillMode(of);
  options.addUnitVariable(of);
  if (options.serviceType(of) !== 'oneshot') options.setNotify(of);
  options.setSyslogIdentifier(of);
  addCommand(of, 'ExecStart', addAll(playCommand(of), files));
  const down = add(podmanCommand(of), 'kube', 'down', ...options.booleanOption(of, 'KubeDownForce', '--force'));
  addCommand(of, 'ExecStopPost', addAll(down, files));
  setWorkingDirectory(of);
}

/** Several files since Podman 5.7; up to then the value was one path. */
function yamlFiles(of: Conversion): Found[] {
  const one = lookupFilled(sourceOf(of), 'Yaml');
  const paths = of.podman >= 507 ? lookupWords(sourceOf(of), 'Yaml', 'list') : one ? [one] : [];
  return paths.length > 0 ? paths.map((path) => absolute(of, path)) : refuse('no-yaml');
}

function playCommand(of: Conversion): Command {
  const place = sourceOf(of);
  const play = add(podmanCommand(of), 'kube', 'play', '--replace', '--service-container=true');
  const propagation = lookupFilled(place, 'ExitCodePropagation');
  const begun = addAll(
    play,
    propagation ? [retold(propagation, `--service-exit-code-propagation=${propagation.text}`)] : [],
  );
  const networks = addNetworks(of, addUserMappings(of, options.addLogging(of, begun)));
  const maps = lookupWords(place, 'ConfigMap', 'list').map((path) => absolute(of, path));
  const updates = lookupWords(place, 'AutoUpdate', 'list').map(updateAnnotation);
  const configured = addAll(networks, [...updates, ...option('--configmap', maps)]);
  return options.addPodmanArgs(of, options.addPublishedPorts(of, configured));
}

/** `registry` for all containers, `name/registry` for one. */
function updateAnnotation(found: Found): Found {
  const [name, type] = cut(found.text, '/');
  const [container, policy] = type === undefined ? ['', name] : [`/${name}`, type];
  return retold(found, `--annotation=io.containers.autoupdate${container}=${policy}`);
}
