import type { Making } from './cases.ts';
import { faults } from './faults.ts';
import { oddities } from './oddities.ts';

/** Every fault in the unit itself and in a drop-in of it, and every oddity once. */
export function makings(version: number, count: number, seed: number): Making[] {
  const common = { version, seed };
  return [
    ...Object.entries(faults).map(([name, mutation]) => ({ ...common, name, mutation, count })),
    ...Object.entries(faults).map(([name, mutation]) => ({ ...common, name, mutation, count: 1, inDropIn: true })),
    ...Object.entries(oddities).map(([name, mutation]) => ({ ...common, name, mutation, count: 1 })),
  ];
}
