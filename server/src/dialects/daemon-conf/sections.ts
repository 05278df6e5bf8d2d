/** What each section is for, in one sentence. */
const purposes: Readonly<Record<string, string>> = {
  Manager: 'How the manager itself works, and its defaults for units.',
  Journal: 'What systemd-journald keeps of the logs, where, how much of it, and to whom it passes them on.',
  Login: 'What systemd-logind does at keys, lids and idle sessions, and what sessions may use.',
  Resolve: 'Which DNS servers systemd-resolved asks, how, and what it answers.',
  Time: 'Which time servers systemd-timesyncd asks, and how often.',
  Network: 'What systemd-networkd does for the machine as a whole.',
  DHCP: 'An old name for the DUID settings of [DHCPv4] and [DHCPv6] together.',
  DHCPv4: 'How systemd-networkd identifies itself as a DHCPv4 client, unless a network says otherwise.',
  DHCPv6: 'How systemd-networkd identifies itself as a DHCPv6 client, unless a network says otherwise.',
  DHCPServer: 'What DHCP servers of systemd-networkd have in common.',
  DHCPRelay: 'Where DHCP relays of systemd-networkd pass requests on to.',
  IPv6AcceptRA: 'What systemd-networkd takes from router advertisements, unless a network says otherwise.',
  IPv6AddressLabel: 'Labels for ranges of IPv6 addresses; one section for each.',
  OOM: 'When systemd-oomd ends what uses too much memory.',
  Coredump: 'What systemd-coredump keeps of programs that crashed.',
  Sleep: 'Which ways of sleeping are allowed, and what is written to the kernel for each of them.',
  PStore: 'What becomes of messages that the kernel kept from before a crash.',
  Home: 'How systemd-homed makes home directories when nothing else is asked for.',
  Remote: 'How systemd-journal-remote keeps what other machines send.',
  Upload: 'Where systemd-journal-upload sends the journal, and how.',
};

export const purposeOf = (section: string): string | undefined =>
  Object.hasOwn(purposes, section) ? purposes[section] : undefined;
