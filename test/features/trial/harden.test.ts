import { describe, expect, test } from 'vitest';
import {
  beginHardening,
  continues,
  type HardenState,
  type HardenTrial,
  harden,
} from '../../../server/src/features/harden/harden.ts';
import { dropInText } from '../../../server/src/features/harden/render-drop-in.ts';
import type { TrialPlan } from '../../../server/src/features/trial/trial-plan.ts';

const planWith = (...lines: string[]): TrialPlan => ({
  ...{ unit: 'web.service', manager: 'system', version: 257, remarks: [], files: [] },
  lines: lines.map((text, index) => ({
    section: 'Service',
    key: text.slice(0, text.indexOf('=')),
    value: text.slice(text.indexOf('=') + 1),
    place: { path: '/web.service', line: index + 1 },
  })),
});

const GOOD: HardenTrial = { ok: true, why: '', denials: [], readOnly: [], exposure: '9.6 UNSAFE', took: 1 };

/** A service that writes to /srv, needs CAP_CHOWN and IPv4, and generates code. */
function judge(lines: readonly string[]): HardenTrial {
  const fails = (why: string, more: Partial<HardenTrial> = {}): HardenTrial => ({ ...GOOD, ok: false, why, ...more });
  if (lines.includes('MemoryDenyWriteExecute=yes')) return fails('it crashed.');
  if (lines.includes('ProtectSystem=strict') && !lines.includes('ReadWritePaths=/srv'))
    return fails('it could not write.', { readOnly: ['/srv'] });
  const set = lines.find((line) => line.startsWith('CapabilityBoundingSet='));
  if (set !== undefined && !set.includes('CAP_CHOWN')) return fails('chown failed.');
  const families = lines.find((line) => line.startsWith('RestrictAddressFamilies='));
  if (families !== undefined && !/AF_INET(?: |$)/.test(families)) return fails('no socket.');
  if (lines.includes('ProtectProc=invisible')) return { ...GOOD, denials: ['/proc/1 is not there for the service.'] };
  return { ...GOOD, exposure: lines.length > 0 ? '2.1 OK' : '9.6 UNSAFE' };
}

interface Hardening {
  readonly plan?: TrialPlan;
  readonly begun?: HardenState;
  /** How many trials there are before it is interrupted. */
  readonly until?: number;
  readonly judged?: (lines: readonly string[]) => HardenTrial;
}

async function hardened({ plan = planWith(), begun, until = 1e9, judged = judge }: Hardening = {}) {
  let trials = 0;
  let saved: HardenState | undefined;
  const outcome = await harden(plan, begun ?? beginHardening(plan, 'check'), {
    tryWith: async (lines) => (trials++ < until ? judged(lines) : undefined),
    save: async (state) => {
      saved = state;
    },
    progress: () => {},
  });
  return { ...outcome, trials, saved };
}

const linesOf = ({ kept }: HardenState): string[] => kept.flatMap(({ lines }) => lines);

describe('hardening by trial', () => {
  test('keeps what the service passes with, opens what it writes, and finds the smallest part of a list', async () => {
    const { end, state } = await hardened();
    expect(end).toBe('done');
    const lines = linesOf(state);
    expect(lines).toEqual(expect.arrayContaining(['ProtectSystem=strict', 'ReadWritePaths=/srv', 'PrivateTmp=yes']));
    expect(lines).toContain('CapabilityBoundingSet=CAP_CHOWN');
    expect(lines).toContain('RestrictAddressFamilies=AF_INET');
    expect(lines).not.toContain('MemoryDenyWriteExecute=yes');
    expect(judge(lines).ok).toBe(true);
    expect(state.left).toContainEqual({ line: 'MemoryDenyWriteExecute=yes', why: 'it crashed.' });
  });

  test('does not keep a line with which the service is denied something new, though it passes', async () => {
    const { state } = await hardened();
    const line = state.left.find((left) => left.line === 'ProtectProc=invisible');
    expect(line?.why).toBe('/proc/1 is not there for the service.');
  });

  test('of what the unit says itself only what is stricter is tried', async () => {
    const { state } = await hardened({
      plan: planWith(
        'ProtectSystem=strict',
        'ProtectHome=read-only',
        'PrivateTmp=true',
        'CapabilityBoundingSet=CAP_KILL',
      ),
      judged: () => GOOD,
    });
    const keys = linesOf(state).map((line) => line.split('=')[0]);
    expect(linesOf(state)).toContain('ProtectHome=yes');
    for (const key of ['ProtectSystem', 'PrivateTmp', 'CapabilityBoundingSet']) expect(keys).not.toContain(key);
  });

  test('goes on where it was interrupted, and finds the same', async () => {
    const whole = await hardened();
    for (const until of [0, 1, 2, 7, 20]) {
      const first = await hardened({ until });
      expect(first.end).toBe('interrupted');
      const begun = JSON.parse(JSON.stringify(first.saved ?? beginHardening(planWith(), 'check'))) as HardenState;
      const second = await hardened({ begun });
      expect(linesOf(second.state)).toEqual(linesOf(whole.state));
      expect(second.trials).toBeLessThanOrEqual(whole.trials);
    }
  });

  test('begins anew for another text or another check', () => {
    const state = beginHardening(planWith('PrivateTmp=yes'), 'a');
    expect(continues(state, planWith('PrivateTmp=yes'), 'a')).toBe(true);
    expect(continues(state, planWith('PrivateTmp=no'), 'a')).toBe(false);
    expect(continues(state, planWith('PrivateTmp=yes'), 'b')).toBe(false);
  });

  test('does nothing for a service that does not pass as it is', async () => {
    const { end, trials } = await hardened({ judged: () => ({ ...GOOD, ok: false, why: 'it is broken.' }) });
    expect([end, trials]).toEqual(['unfit', 1]);
  });

  test('ends in a drop-in with a comment on each line, and the exposure before and after', async () => {
    const { state } = await hardened();
    const text = dropInText(state);
    expect(text).toContain('# Exposure by systemd-analyze security: 9.6 UNSAFE before, 2.1 OK after.\n');
    const lines = text.split('\n');
    for (const [index, line] of lines.entries())
      if (/^\w+=/.test(line))
        expect(
          lines
            .slice(0, index)
            .filter((other) => !/^\w+=/.test(other))
            .at(-1),
        ).toMatch(/^# /);
    expect(text).toContain('# MemoryDenyWriteExecute=yes: it crashed.\n');
  });

  test('what a program says stays a comment of one line', () => {
    const state = { ...beginHardening(planWith(), 'c'), left: [{ line: 'A=yes', why: 'a\nExecStart=/bin/evil\\' }] };
    expect(dropInText(state)).toContain('# A=yes: a ExecStart=/bin/evil\n');
  });
});
