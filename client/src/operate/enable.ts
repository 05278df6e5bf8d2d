import { parse } from '../../../server/src/syntax/parse.ts';
import type { Manager } from './unit-of-file.ts';

/** What `systemctl enable` will make, from the [Install] section; see systemd.unit(5). */
export interface EnablePlan {
  /** Links, as paths of the folder of the manager. */
  readonly links: readonly string[];
  /** Units that Also= enables with it. */
  readonly also: readonly string[];
}

export function enablePlan(name: string, text: string, manager: Manager): EnablePlan {
  const install = parse(text)
    .sections.filter((section) => section.name === 'Install')
    .flatMap((section) => section.assignments);
  const words = (directive: string) =>
    install
      .filter(({ key }) => key === directive)
      .flatMap(({ value }) => value.text.split(/\s+/))
      .filter(Boolean);
  const folder = manager === 'user' ? '~/.config/systemd/user' : '/etc/systemd/system';
  const below = (directive: string, suffix: string) =>
    words(directive).map((target) => `${folder}/${target}.${suffix}/${name}`);
  return {
    links: [
      ...below('WantedBy', 'wants'),
      ...below('RequiredBy', 'requires'),
      ...below('UpheldBy', 'upholds'),
      ...words('Alias').map((alias) => `${folder}/${alias}`),
    ],
    also: words('Also'),
  };
}

/** Units without which the machine cannot be reached, or does not run as it should. */
const critical =
  /^(dbus(-broker)?|systemd-(journald|logind|networkd|resolved|udevd)|ssh|sshd|NetworkManager|display-manager|gdm|polkit|getty@.*|user@\d+)\.(service|socket)$|^(basic|sysinit|multi-user|graphical|local-fs)\.target$|^(-|system|user)\.slice$/;

export const isCritical = (name: string): boolean => critical.test(name);
