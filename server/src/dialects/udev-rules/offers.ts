import { formatMode } from '../../values/basic/mode.ts';
import type { Candidate } from '../../values/value-type.ts';
import { inRelease } from '../lines/facts.ts';
import { builtins, constants, importTypes, isFixedProperty, options, runTypes } from './keys.ts';
import { BUILTINS_MEAN, OPTIONS_MEAN, TYPES_MEAN } from './purposes.ts';

const words = (list: string): Candidate[] => list.split(' ').map((label) => ({ label, kind: 'value' }));

const SUBSYSTEMS =
  'block net usb tty input sound drm hidraw pci power_supply video4linux leds backlight thermal scsi mmc misc module bluetooth rfkill i2c-dev spidev gpio pps rtc tpm watchdog virtio-ports dma_heap iio platform';

const PROPERTIES =
  'ID_BUS ID_FS_LABEL ID_FS_TYPE ID_FS_USAGE ID_FS_UUID ID_INPUT ID_INPUT_JOYSTICK ID_INPUT_KEYBOARD ID_INPUT_MOUSE ID_INPUT_TOUCHPAD ID_MODEL ID_MODEL_ID ID_NET_NAME ID_PART_ENTRY_NAME ID_PART_ENTRY_TYPE ID_PART_ENTRY_UUID ID_PATH ID_PATH_TAG ID_SEAT ID_SERIAL ID_SERIAL_SHORT ID_TYPE ID_USB_DRIVER ID_USB_INTERFACES ID_VENDOR ID_VENDOR_ID SYSTEMD_ALIAS SYSTEMD_MOUNT_WHERE SYSTEMD_READY SYSTEMD_USER_WANTS SYSTEMD_WANTS UDISKS_IGNORE';

const KERNEL_PROPERTIES =
  'ACTION DEVNAME DEVPATH DEVTYPE DRIVER IFINDEX INTERFACE MAJOR MINOR MODALIAS PRODUCT SEQNUM SUBSYSTEM';

const ATTRIBUTES =
  'address authorized bInterfaceClass bInterfaceNumber busnum carrier class description devnum dev_id device idProduct idVendor ifindex label manufacturer model modalias name partition power/control product queue/rotational removable ro serial size speed subsystem_device subsystem_vendor type uevent vendor wwid';

const ACTIONS: Readonly<Record<string, string>> = {
  add: 'it came',
  remove: 'it went',
  change: 'something about it changed',
  move: 'it was renamed',
  online: 'it was put to use',
  offline: 'it was taken out of use',
  bind: 'a driver took it',
  unbind: 'a driver left it',
};

const TAGS: Readonly<Record<string, string>> = {
  systemd: 'make it a .device unit',
  uaccess: 'the user at the seat may use it',
  seat: 'it belongs to a seat',
  'master-of-seat': 'it makes a seat',
  'power-switch': 'a button that logind listens to',
};

const described = (entries: Readonly<Record<string, string>>): Candidate[] =>
  Object.entries(entries).map(([label, detail]) => ({ label, kind: 'value', detail }));

const modes: readonly Candidate[] = ['0660', '0600', '0664', '0666', '0644', '0640', '0440'].map((label) => ({
  label,
  kind: 'number',
  detail: formatMode(Number.parseInt(label, 8)),
}));

const builtinOffers = (version: number): Candidate[] =>
  inRelease(builtins, version).map(({ name }) => ({ label: name, kind: 'value', detail: BUILTINS_MEAN[name] ?? '' }));

/** The value of an option is chosen right away where it has words. */
const optionOffers = (version: number): Candidate[] =>
  inRelease(options, version).flatMap(({ name, argument, traits }): Candidate[] => {
    const detail = OPTIONS_MEAN[name] ?? '';
    if (argument === 'word') return traits.map((word) => ({ label: `${name}=${word}`, kind: 'value', detail }));
    return [{ label: argument === '' ? name : `${name}=`, kind: 'value', detail }];
  });

/** What can stand in the quotes behind a key. */
export function valueOffers(key: string, attribute: string, version: number): readonly Candidate[] {
  switch (key) {
    case 'ACTION':
      return described(ACTIONS);
    case 'SUBSYSTEM':
    case 'SUBSYSTEMS':
      return words(SUBSYSTEMS);
    case 'TAG':
    case 'TAGS':
      return described(TAGS);
    case 'MODE':
      return modes;
    case 'OPTIONS':
      return optionOffers(version);
    case 'IMPORT':
    case 'RUN':
      return attribute === 'builtin' ? builtinOffers(version) : [];
    case 'ENV':
      return attribute === 'SYSTEMD_READY'
        ? words('0 1')
        : attribute === 'DEVTYPE'
          ? words('disk partition usb_device usb_interface')
          : [];
    case 'CONST':
      return attribute === 'virt'
        ? words('none vm container kvm qemu vmware microsoft oracle xen docker podman systemd-nspawn wsl')
        : words('x86-64 x86 arm64 arm riscv64 ppc64-le s390x');
    default:
      return [];
  }
}

/** What can stand in braces behind a key. */
export function attributeOffers(key: string, version: number, isCompared: boolean): readonly Candidate[] {
  switch (key) {
    case 'ENV':
      return words(`${PROPERTIES}${isCompared ? ` ${KERNEL_PROPERTIES}` : ''}`).filter(
        ({ label }) => isCompared || !isFixedProperty(label, version),
      );
    case 'ATTR':
    case 'ATTRS':
      return words(ATTRIBUTES);
    case 'CONST':
      return inRelease(constants, version).map(({ name }) => ({ label: name, kind: 'value' }));
    case 'IMPORT':
    case 'RUN':
      return inRelease(key === 'RUN' ? runTypes : importTypes, version).map(({ name }) => ({
        label: name,
        kind: 'value',
        detail: TYPES_MEAN[name] ?? '',
      }));
    case 'SECLABEL':
      return words('selinux smack apparmor');
    case 'TEST':
      return words('0644 0444 0111');
    default:
      return [];
  }
}
