import { watchedUnitsOnly } from '../resources/out-of-memory.ts';
import type { ValueType } from '../value-type.ts';
import { enumeration } from './enumeration.ts';

const oomModes = [
  { word: 'auto', what: 'not watched, unless a unit above is' },
  { word: 'kill', what: 'watched; systemd-oomd kills a unit below when it runs short' },
];

/** Enumerations of resource control; systemd.resource-control(5). */
export const resourceEnumerations: readonly ValueType[] = [
  enumeration({
    parsers: ['config_parse_device_policy'],
    words: [
      { word: 'auto', what: 'every device, unless DeviceAllow= names some' },
      { word: 'closed', what: 'pseudo devices and those of DeviceAllow=' },
      { word: 'strict', what: 'only the devices of DeviceAllow=' },
    ],
  }),
  watchedUnitsOnly(enumeration({ parsers: ['config_parse_managed_oom_mode'], empty: true, words: oomModes })),
  enumeration({
    parsers: ['config_parse_managed_oom_preference'],
    words: [
      { word: 'none', what: 'no preference' },
      { word: 'avoid', what: 'killed only when nothing else is left' },
      { word: 'omit', what: 'never killed' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_pressure_watch'],
    boolean: { yes: 'the service is told to watch', no: 'the service is told not to watch' },
    words: [
      { word: 'auto', what: 'the service is told to watch where accounting is on' },
      { word: 'skip', what: 'the service is told nothing' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_cpuset_partition'],
    empty: true,
    words: [
      { word: 'member', what: 'an ordinary member of its parent' },
      { word: 'root', what: 'CPUs of its own' },
      { word: 'isolated', what: 'CPUs of its own, without load balancing' },
    ],
  }),
];
