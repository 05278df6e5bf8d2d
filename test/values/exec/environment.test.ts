import { describe, expect, test } from 'vitest';
import { accepted, judge, rejected } from '../table.ts';

describe('Environment=', () => {
  accepted('Service.Environment', [
    '',
    'A=1 B=2',
    '"A=1 2" B=3',
    'A="1 2"',
    "A='it''s'",
    'A=%i',
    'A=100%',
    '%p=1',
    'A=\\x41',
    'A=\\xc3\\xa9',
    'A=ä',
  ]);
  rejected('Service.Environment', [
    ['A', 'warning', 'A'],
    ['A= B', 'warning', 'B'],
    ['A =1', 'warning', 'A', '=1'],
    ['1A=1', 'warning', '1A=1'],
    ['A-B=1 C=2', 'warning', 'A-B=1'],
    ['export A=1', 'warning', 'export'],
    ['A=1 # c', 'warning', '#', 'c'],
    ['"A=1', 'warning', '"A=1'],
    ['A=\\d', 'warning', '\\d'],
    ['"A=%Z" B=1', 'warning', '%Z'],
    ['A=\\xff B=1', 'warning', 'A=\\xff'],
    ['A=\\xc3\\xa9 B=é\\x80', 'warning', 'B=é\\x80'],
    ['A=\\uffff', 'warning', 'A=\\uffff'],
    ['A=\\ud800', 'warning', '\\u'],
  ]);
  test('what one bad entry costs', () => {
    expect(judge('Service.Environment', 'A')[0]?.effect).toBe('ignored');
    expect(judge('Service.Environment', 'A B=1')[0]?.effect).toBe('part');
  });
});

describe('UnsetEnvironment=', () => {
  accepted('Service.UnsetEnvironment', ['', 'A', 'A=1 B=', 'A B']);
  rejected('Service.UnsetEnvironment', [
    ['A-B', 'warning', 'A-B'],
    ['A "B C"', 'warning', '"B C"'],
    ['A=\\377', 'warning', 'A=\\377'],
    ['A-B "A', 'warning', '"A'],
  ]);
});

describe('PassEnvironment=', () => {
  accepted('Service.PassEnvironment', ['', 'A B', 'A\\d']);
  rejected('Service.PassEnvironment', [
    ['A=1', 'warning', 'A=1'],
    ['A,B', 'warning', 'A,B'],
  ]);
});
