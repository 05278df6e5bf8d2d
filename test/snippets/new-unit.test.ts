import { describe, expect, it } from 'vitest';
import { newUnit, type Purpose } from '../../server/src/service/new-unit.ts';
import { given } from '../features/new-unit-answers.ts';
import { hasVerify, verify } from './verify.ts';

/** The compiler minds that none is missing. */
const purposes: Readonly<Record<Purpose, true>> = {
  service: true,
  once: true,
  timer: true,
  socket: true,
  path: true,
  template: true,
  mount: true,
};

it('the answers cover every purpose the wizard offers', () => {
  expect(new Set(given.map(([{ purpose }]) => purpose))).toEqual(new Set(Object.keys(purposes)));
});

describe.skipIf(!hasVerify)('systemd-analyze verify has nothing to say about what the wizard writes', () => {
  it.each(given)('%j', (answers) => {
    const { files } = newUnit(answers, 252);
    const texts = Object.fromEntries(files.map(({ name, text }) => [name, text]));
    expect(verify(texts, answers.manager)).toEqual([]);
  });
});

describe.skipIf(!hasVerify)('but it would have', () => {
  it('of a mount whose name does not fit its place', () => {
    const [mount] = newUnit({ purpose: 'mount', what: 'tmpfs', where: '/srv/a', type: 'tmpfs' }, 252).files;
    expect(verify({ 'srv-b.mount': mount!.text }).join('\n')).toContain("Where= setting doesn't match unit name");
  });
});
