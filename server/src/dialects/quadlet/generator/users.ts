import { add, addAll, type Command, option, retold } from './command.ts';
import { type Conversion, refuseValue, sourceOf } from './conversion.ts';
import { type Found, lookupFilled, lookupRaw, lookupUint32, lookupWords } from './lookup.ts';

/** `--user USER:GROUP`. A group alone is refused. */
export function addUser(of: Conversion, to: Command): Command {
  const place = sourceOf(of);
  const user = lookupFilled(place, 'User');
  const group = lookupFilled(place, 'Group');
  if (!user) return group ? refuseValue('group-without-user', 'Group', group) : to;
  return add(to, ...option('--user', [group ? retold(user, `${user.text}:${group.text}`) : user]));
}

/** How users inside are mapped to those outside: by UserNS= and the maps, or by the older Remap keys, not by both. */
export function addUserMappings(of: Conversion, to: Command): Command {
  const place = sourceOf(of);
  const one = (key: string): Found[] => {
    const found = lookupFilled(place, key);
    return found ? [found] : [];
  };
  const options = [
    ...option('--userns', one('UserNS')),
    ...option('--uidmap', lookupWords(place, 'UIDMap', 'list')),
    ...option('--gidmap', lookupWords(place, 'GIDMap', 'list')),
    ...option('--subuidname', one('SubUIDMap')),
    ...option('--subgidname', one('SubGIDMap')),
  ];
  if (options.length === 0) return addRemapped(of, to);
  for (const key of ['RemapUid', 'RemapGid', 'RemapUsers']) {
    const found = lookupRaw(place, key);
    if (found) refuseValue('remap-and-map', key, found);
  }
  return addAll(to, options);
}

function addRemapped(of: Conversion, to: Command): Command {
  const place = sourceOf(of);
  const uids = lookupWords(place, 'RemapUid', 'list');
  const gids = lookupWords(place, 'RemapGid', 'list');
  const how = lookupRaw(place, 'RemapUsers');
  switch (how?.text ?? '') {
    case '':
      if (uids[0]) refuseValue('remap-without-users', 'RemapUid', uids[0]);
      if (gids[0]) refuseValue('remap-without-users', 'RemapGid', gids[0]);
      return to;
    case 'manual':
      if (of.file.kind === 'kube') refuseValue('remap-manual', 'RemapUsers', how);
      return add(to, ...option('--uidmap', uids), ...option('--gidmap', gids));
    case 'auto': {
      const size = lookupUint32(place, 'RemapUidSize');
      const options = [
        ...uids.map(({ text }) => `uidmapping=${text}`),
        ...gids.map(({ text }) => `gidmapping=${text}`),
        ...(size > 0 ? [`size=${size}`] : []),
      ];
      return add(to, ...option('--userns', [retold(how!, withOptions('auto', options))]));
    }
    case 'keep-id': {
      for (const [key, ids] of [['RemapUid', uids] as const, ['RemapGid', gids] as const])
        if (ids.length > 1) refuseValue('remap-keep-id', key, ids[1]);
      const options = [...uids.map(({ text }) => `uid=${text}`), ...gids.map(({ text }) => `gid=${text}`)];
      return add(to, ...option('--userns', [retold(how!, withOptions('keep-id', options))]));
    }
    default:
      return refuseValue('remap-users', 'RemapUsers', how);
  }
}

const withOptions = (kind: string, options: readonly string[]): string =>
  options.length === 0 ? kind : `${kind}:${options.join(',')}`;
