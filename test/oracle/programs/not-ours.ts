/** What a kernel without modules, an empty folder and a missing library or program make a program say. */
export const ENVIRONMENT =
  /NetDev could not be found|create netdev|could not be created|Operation not supported|dev.net.tun|Failed to read|private key|doesn't look like|libcryptsetup|binary for|mkfs|loopback|Failed to resolve|Failed to determine|Failed to find|find target partition|without source files|Failed to open|Can't fit requested|Loop device access|nsresourced/;

/** What the program says of other files, only of the type of a partition, or of capabilities that it gives by itself. */
export const NOT_OURS =
  /doesn't support it, ignoring|must be one of the paths in|does not support Mode=|VerityMatchKey= must be set|cannot be used with Verity=hash|Paths relative to|Automatic root path|No transfer definitions|explicit requires|fully covered by Capability|private-users-delegate=|Missing verity|Encrypting verity|cannot be used with Verity=|has no effect with Encrypt=off/;
