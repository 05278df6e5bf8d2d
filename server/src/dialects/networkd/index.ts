import { programDialect } from '../program-files.ts';
import { networkFiles, networkSchema } from './files.ts';
import { judgeNetwork } from './rules/among.ts';
import { networkdRules } from './rules/index.ts';

export { networkKinds } from './files.ts';

/** What systemd-networkd and systemd-udevd read of networks, devices and links. */
export const networkdDialect = {
  ...programDialect({ ...networkFiles, rules: networkdRules }, networkSchema),
  judgeAmong: judgeNetwork,
};
