import type { ValueType } from '../../../values/value-type.ts';
import { named, oneOf, YES_NO } from '../../values/one-of.ts';

/** Words of systemd.nspawn(5); src/nspawn/nspawn-settings.c. */
export const words: readonly ValueType[] = [
  oneOf(
    'resolv_conf',
    {
      'copy-host': '/etc/resolv.conf of the host is copied once',
      'copy-static': 'the file that systemd-resolved ships is copied',
      'copy-uplink': "the file with the host's own DNS servers is copied",
      'copy-stub': 'the file that points at systemd-resolved is copied',
      'bind-host': '/etc/resolv.conf of the host is bound into the container',
      'bind-static': 'the file that systemd-resolved ships is bound',
      'bind-uplink': "the file with the host's own DNS servers is bound",
      'bind-stub': 'the file that points at systemd-resolved is bound',
      'replace-host': 'as copy-host, whatever the container has',
      'replace-static': 'as copy-static, whatever the container has',
      'replace-uplink': 'as copy-uplink, whatever the container has',
      'replace-stub': 'as copy-stub, whatever the container has',
      delete: 'the container has none',
      auto: 'what suits the network and the image',
    },
    { boolean: { yes: 'the same as auto', no: 'the file is left as it is' } },
  ),
  oneOf(
    'timezone_mode',
    {
      copy: '/etc/localtime of the host is copied',
      bind: '/etc/localtime of the host is bound into the container',
      symlink: 'a link to the same time zone is made',
      delete: 'the container has none, which is UTC',
      auto: 'what suits the image',
    },
    { boolean: { yes: 'the same as auto', no: 'the file is left as it is' } },
  ),
  oneOf(
    'link_journal',
    {
      host: 'the journal is kept on the host, and the container sees it',
      guest: 'the journal is kept in the container, and the host has a link to it',
      'try-host': 'as host, if the host keeps its journal on disk',
      'try-guest': 'as guest, if the host keeps its journal on disk',
      auto: 'as guest, if /var/log/journal has a folder of the machine',
    },
    { boolean: { yes: 'the same as auto', no: 'both have a journal of their own' } },
  ),
  oneOf(
    'volatile_mode',
    {
      state: '/var is empty at each start, the rest is read-only',
      overlay: 'what is written vanishes at the end',
    },
    { boolean: { yes: 'only /usr is kept; all else is made anew', no: 'what is written stays' } },
  ),
  oneOf(
    'userns_ownership',
    {
      map: 'the files are shown as owned by the users of the container',
      chown: 'the files on disk are given to the users of the container',
      foreign: 'the files on disk belong to the range of foreign users',
      auto: 'mapped where that is possible, else given away',
    },
    { boolean: { yes: 'the same as auto', no: 'owners are left as they are' }, since: { foreign: 258 } },
  ),
  { ...oneOf('boot pid2 userns_chown', {}, { boolean: YES_NO }), parsers: named('boot pid2 userns_chown') },
];
