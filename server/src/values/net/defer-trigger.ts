import { enumeration } from '../basic/enumeration.ts';

/** `DeferTrigger=` of systemd.socket(5). */
export const deferTrigger = enumeration({
  parsers: ['config_parse_socket_defer_trigger'],
  words: [{ word: 'patient', what: 'a service in conflict with what runs waits for it, at most DeferTriggerMaxSec=' }],
  boolean: {
    yes: 'a service in conflict with what runs waits for it as long as jobs are queued; then the socket fails',
    no: 'a service in conflict with what runs stops it at once',
  },
});
