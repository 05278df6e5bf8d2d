import { faultAt, nameOf, whole } from '../../../values/problem.ts';
import { timespan } from '../../../values/time/spans.ts';
import type { Candidate, ValueType } from '../../../values/value-type.ts';

const watchdogSpan = timespan({ parsers: ['config_parse_watchdog_sec'] });

const watchdogWords: readonly Candidate[] = [
  { label: 'off', kind: 'keyword', detail: 'the watchdog is not used' },
  { label: 'default', kind: 'keyword', detail: 'the time that the device itself is set to' },
];

/** RuntimeWatchdogSec= and its like; `config_parse_watchdog_sec()` of src/shared/watchdog.c. */
const watchdog: ValueType = {
  ...watchdogSpan,
  check: (text, context) => (text === 'off' || text === 'default' ? [] : watchdogSpan.check(text, context)),
  complete(text, offset, context) {
    const { items, ...place } = watchdogSpan.complete!(text, offset, context)!;
    return { ...place, items: [...watchdogWords, ...items] };
  },
  describe(text, offset, context) {
    const word = watchdogWords.find(({ label }) => label === text);
    if (!word) return watchdogSpan.describe!(text, offset, context);
    return {
      ...whole(text),
      markdown: `${word.detail![0]!.toUpperCase()}${word.detail!.slice(1)}.`,
      manualValue: text,
    };
  },
};

/** DefaultMemoryPressureDurationSec=; 0 and the empty value are the default. */
const pressureDuration: ValueType = timespan({
  parsers: ['config_parse_duration'],
  empty: true,
  zero: '0 means the default, 30 seconds.',
  limit(amount, text, context) {
    if (amount !== 'infinity' && (amount === 0n || amount >= 1_000_000n)) return [];
    const what = `${nameOf(context)} takes at least 1s and less than infinity`;
    return [faultAt(whole(text), { rule: 'value-out-of-range', consequence: 'ignored', what })];
  },
});

/** Time spans that only daemons have. */
export const durations: readonly ValueType[] = [
  watchdog,
  pressureDuration,
  timespan({
    parsers: ['config_parse_default_timeout_abort'],
    empty: true,
    zero: '0 means no timeout, like infinity.',
  }),
];
