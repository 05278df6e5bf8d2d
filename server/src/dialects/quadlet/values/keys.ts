import type { ValueType } from '../../../values/value-type.ts';
import { booleanWith } from './boolean.ts';
import { wordOf } from './enumeration.ts';
import { exposedPort, portMapping } from './ports.ts';
import {
  capability,
  device,
  extraHost,
  idMapping,
  image,
  ipamDriver,
  logDriver,
  network,
  pod,
  secret,
  stopSignal,
  tmpfs,
  ulimit,
  userNamespace,
} from './resources.ts';
import { healthCommand, mount, volume } from './signatures.ts';

/** Older names of the policies, ParsePullPolicy(). */
const PULL_ALIASES = ['ifmissing', 'ifnotpresent', 'ifnewer'];

/** Value types of single keys, by `Section.Key` or, for all sections, by key. */
export const keyTypes: Readonly<Record<string, ValueType>> = {
  'Container.Notify': booleanWith(['healthy']),
  'Container.AutoUpdate': wordOf(['registry', 'local'], {
    also: ['image', 'disabled'],
    severity: 'warning',
    effect: 'Podman makes a label of it that "podman auto-update" refuses',
  }),
  'Container.Pull': wordOf(['always', 'missing', 'never', 'newer'], {
    also: PULL_ALIASES,
    effect: 'podman run refuses it',
  }),
  'Image.Policy': wordOf(['always', 'missing', 'never', 'newer'], {
    also: PULL_ALIASES,
    effect: 'podman image pull refuses it',
  }),
  'Container.HealthOnFailure': wordOf(['none', 'kill', 'restart', 'stop'], { effect: 'podman run refuses it' }),
  'Container.CgroupsMode': wordOf(['enabled', 'disabled', 'no-conmon', 'split'], { effect: 'podman run refuses it' }),
  'Pod.ExitPolicy': wordOf(['continue', 'stop'], { effect: 'podman pod create refuses it' }),
  'Kube.ExitCodePropagation': wordOf(['all', 'any', 'none'], { effect: 'podman kube play refuses it' }),
  'Container.HealthCmd': healthCommand,
  'Container.HealthStartupCmd': healthCommand,
  'Container.Mount': mount,
  PublishPort: portMapping,
  'Container.Volume': volume,
  'Pod.Volume': volume,
  'Build.Volume': volume,
  'Container.ExposeHostPort': exposedPort,
  'Container.Image': image,
  'Image.Image': image,
  'Volume.Image': image,
  'Container.Pod': pod,
  Network: network,
  'Container.Secret': secret,
  Tmpfs: tmpfs,
  Ulimit: ulimit,
  AddHost: extraHost,
  AddDevice: device,
  AddCapability: capability,
  DropCapability: capability,
  UserNS: userNamespace,
  UIDMap: idMapping,
  GIDMap: idMapping,
  LogDriver: logDriver,
  'Network.IPAMDriver': ipamDriver,
  'Container.StopSignal': stopSignal,
  'Container.ReloadSignal': stopSignal,
};
