/** Texts of this scheme are made by the client: a unit as systemd has it after reading fragment and drop-ins. */
export const EFFECTIVE = 'systemd-effective';
