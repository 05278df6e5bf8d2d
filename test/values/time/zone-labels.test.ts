import { expect, test } from 'vitest';
import { zoneLabel } from '../../../server/src/values/time/timestamp.ts';

/** As `date +%Z` says in January and in July of 2026. */
test.each([
  ['Europe/Berlin', 'CET', 'CEST'],
  ['Europe/Dublin', 'GMT', 'IST'],
  ['Europe/London', 'GMT', 'BST'],
  ['Africa/Cairo', 'EET', 'EEST'],
  ['America/New_York', 'EST', 'EDT'],
  ['America/Havana', 'CST', 'CDT'],
  ['America/St_Johns', 'NST', 'NDT'],
  ['Asia/Jerusalem', 'IST', 'IDT'],
  ['Asia/Kathmandu', '+0545', '+0545'],
  ['Asia/Dubai', '+04', '+04'],
  ['Australia/Lord_Howe', '+11', '+1030'],
  ['Pacific/Chatham', '+1345', '+1245'],
  ['Pacific/Guam', 'ChST', 'ChST'],
  ['UTC', 'UTC', 'UTC'],
])('%s', (zone, january, july) => {
  expect([Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)].map((time) => zoneLabel(zone, time / 1000))).toEqual([
    january,
    july,
  ]);
});
