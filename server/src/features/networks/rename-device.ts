import type { DeviceMention } from '../../dialects/networkd/networks/network-file.ts';
import { interfaceFault } from '../../values/net/interface-name.ts';
import type { Document } from '../document.ts';
import type { Environment } from '../environment.ts';
import type { RenameChange } from '../rename/rename-changes.ts';
import { deviceAt, makersAmong, networksAround, placeOfDevice } from './device-at.ts';

type Refused = { readonly refusal: string };

interface Around extends Pick<Environment, 'networks'> {
  /** Whether a file is one of those that are edited here. */
  isOurs(path: string): boolean;
}

/** The name under the cursor that can be changed wherever it stands; undefined where no device is named. */
export function deviceToRename(
  document: Document,
  offset: number,
  around: Around,
): DeviceMention | Refused | undefined {
  const at = deviceAt(document, offset);
  if (!at) return undefined;
  const networks = networksAround(document, around);
  if (makersAmong(networks, at.name).length === 0)
    return {
      refusal: `No .netdev or .link file beside this one gives a device the name ${at.name}, so it cannot be changed from here.`,
    };
  const foreign = networks.mentions(at.name).find(({ file }) => !around.isOurs(file.path));
  return foreign
    ? {
        refusal: `${foreign.file.path}, outside of this workspace, names ${at.name}, so it cannot be renamed from here.`,
      }
    : at;
}

/** The places that change with the name of a device, in all files that are read with the document. */
export function renameDevice(
  document: Document,
  offset: number,
  { wanted, ...around }: Around & { readonly wanted: string },
): readonly RenameChange[] | Refused {
  const at = deviceToRename(document, offset, around);
  if (!at) return { refusal: 'There is no device here.' };
  if ('refusal' in at) return at;
  const fault = interfaceFault(wanted, false);
  if (fault !== undefined) return { refusal: `"${wanted}" is not a valid name for a device: it ${fault}.` };
  const networks = networksAround(document, around);
  const [taken] = makersAmong(networks, wanted);
  if (taken && wanted !== at.name) return { refusal: `${taken.file.name} gives a device the name ${wanted} already.` };
  return networks
    .mentions(at.name)
    .map((named): RenameChange => ({ type: 'text', ...placeOfDevice(named), text: wanted }));
}
