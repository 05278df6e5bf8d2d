import { describe, expect, test } from 'vitest';
import { createDocument, type Document } from '../../../server/src/features/document.ts';
import { featuresOf } from '../../../server/src/features/features-of.ts';
import { renameOwnName } from '../../../server/src/features/lines/own-names.ts';
import { NEWEST_VERSION } from '../../../server/src/schema/versions.ts';
import { realManual, testEnvironment } from '../../features/environment.ts';
import { newest, skipReason } from '../../manual/real-pages.ts';

const PATH = '/etc/udev/rules.d/99-web.rules';

/** The document and the offset of `~`, which stands in no rule here. */
function at(marked: string, version = NEWEST_VERSION): [Document, number] {
  return [createDocument(marked.replace('~', ''), { path: PATH, version }), marked.indexOf('~')];
}

const read = (text: string): Document => createDocument(text, { path: PATH, version: NEWEST_VERSION });

async function items(marked: string, version?: number) {
  const [document, offset] = at(marked, version);
  const found = await featuresOf(document).completion(document, offset, testEnvironment());
  return found.map(({ label, insert, span }) => ({ label, insert, typed: document.text.slice(span.start, span.end) }));
}

describe('completion', () => {
  test.each([
    ['~', 'KERNEL=='],
    ['~', 'RUN+='],
    ['SUBSYSTEM=="net", ~', 'NAME='],
    ['SUBSYSTEM=="net", AT~', 'ATTR=='],
    ['SUBSYSTEM=="net", \\\n  ~', 'ENV='],
    ['ENV{~', 'ID_PATH'],
    ['ENV{ID_~}=="x"', 'ID_FS_UUID'],
    ['IMPORT{~', 'builtin'],
    ['CONST{~', 'cvm'],
    ['KERNEL~', 'KERNEL=='],
    ['KERNEL=~', '=='],
    ['MODE~="0660"', 'MODE'],
    ['ENV{a}~', '+='],
    ['ACTION=="~', 'add'],
    ['ACTION=="add|~"', 'change'],
    ['SUBSYSTEM=="~"', 'block'],
    ['IMPORT{builtin}="~"', 'tpm2_id'],
    ['OPTIONS+="~"', 'string_escape=none'],
    ['OPTIONS+="~"', 'link_priority='],
    ['TAG+="~"', 'uaccess'],
    ['MODE="~"', '0660'],
    ['OWNER="~"', 'www-data'],
    ['GROUP="~"', 'video'],
    ['SYMLINK+="web-~', 'ignored'],
    ['SYMLINK+="web-$~', '$env'],
    ['SYMLINK+="web-$k~"', '$kernel'],
    ['SYMLINK+="web-%~"', '%k'],
    ['SYMLINK+="web-$env{~', 'ID_SERIAL'],
    ['SYMLINK+="web-$attr{~}"', 'serial'],
    ['GOTO="~"\nLABEL="web_end"', 'web_end'],
    ['GOTO="web_end"\nLABEL="~"', 'web_end'],
  ])('%j offers %s', async (marked, label) => {
    const labels = (await items(marked)).map((item) => item.label);
    if (label === 'ignored') expect(labels).toEqual([]);
    else expect(labels).toContain(label);
  });

  test('a key comes with what it needs, and replaces what was typed', async () => {
    expect(await items('KERNEL=="a", ATT~')).toContainEqual({
      label: 'ATTRS==',
      insert: 'ATTRS{$1}=="$2"$0',
      typed: 'ATT',
    });
    expect(await items('MODE="0", KER~')).toContainEqual({ label: 'KERNEL==', insert: 'KERNEL=="$1"$0', typed: 'KER' });
  });

  test('what a release does not have is not offered, nor what cannot stand there', async () => {
    const labelsOf = async (marked: string, version?: number) =>
      (await items(marked, version)).map(({ label }) => label);
    expect(await labelsOf('IMPORT{builtin}="~"', 257)).not.toContain('tpm2_id');
    expect(await labelsOf('KERNEL~')).not.toContain('KERNEL=');
    expect(await labelsOf('MODE=~')).not.toContain('==');
    expect(await labelsOf('KERNEL=="%~"')).not.toContain('%k');
    expect(await labelsOf('# KER~')).toEqual([]);
  });
});

async function hovered(marked: string, environment = testEnvironment()): Promise<string | undefined> {
  const [document, offset] = at(marked);
  return (await featuresOf(document).hover(document, offset, environment))?.markdown;
}

describe('hover', () => {
  test.each([
    ['KER~NEL=="sda"', "The kernel's name of the device."],
    ['NA~ME="x"', 'Name a network interface.'],
    ['NA~ME=="x"', 'The name of a network interface.'],
    ['TAG +~= "x"', 'Add to what is there.'],
    ['MODE="06~60"', '`rw-rw----`'],
    ['KERNEL=="sda|~sdb"', 'One of `sda` or `sdb`.'],
    ['KERNEL=="?~*"', 'Anything but nothing.'],
    ['ENV{a}="x$en~v{ID_PATH}"', 'A property of the device. Here `ID_PATH`.'],
    ['ENV{a}="x$env{ID~_PATH}"', 'A property of the device. Here `ID_PATH`.'],
    ['ENV{a}="x%~k"', "The kernel's name of the device."],
    ['IMPORT{builtin}="bl~kid"', 'File system and partition.'],
    ['IMPORT{buil~tin}="blkid"', 'A program of udev itself.'],
    ['OPTIONS="wat~ch"', 'Tell of changes when the node was written to.'],
  ])('%s', async (marked, expected) => {
    expect(await hovered(marked)).toContain(expected);
  });
});

describe.skipIf(newest === undefined)(`the manual${newest === undefined ? ` (${skipReason})` : ''}`, () => {
  const environment = testEnvironment({ manual: realManual() });
  test.each([
    ['KER~NEL=="sda"', 'Match the name of the event device.'],
    ['NA~ME=="x"', 'It can be used once the'],
    ['NA~ME="x"', 'The name to use for a network interface.'],
    ['AT~TR{size}=="x"', 'Match sysfs attribute value of the event device.'],
    ['AT~TR{size}="x"', 'The value that should be written to a sysfs attribute'],
    ['EN~V{a}=="x"', 'Match against a device property value.'],
    ['EN~V{a}="x"', 'Set a device property value.'],
    ['MODE="~0660"', 'The permissions for the device node.'],
    ['RU~N+="/bin/x"', 'Specify a program to be executed'],
    ['KERNEL =~= "x"', 'Compare for equality.'],
    ['ENV{a}="$en~v{b}"', 'A device property value.'],
    ['ENV{a}="%~k"', 'The kernel name for this device.'],
    ['OPTIONS="wat~ch"', 'Watch the device node with inotify'],
    ['GO~TO="a"', 'Jumps to the next'],
  ])('%s', async (marked, expected) => {
    expect(await hovered(marked, environment)).toContain(expected);
  });
});

const JUMPS = 'KERNEL!="a", GOTO="end"\nMODE="0"\nTAG+="x"\nLABEL="end"\nGOTO="end"\nLABEL="end"\n';

describe('labels', () => {
  const places = (found: readonly { readonly line: number; readonly start: number }[]) =>
    found.map(({ line, start }) => [line, start]);

  test('a jump leads to the next label of its name', () => {
    const document = read(JUMPS);
    const [target] = featuresOf(document).definition(document, JUMPS.indexOf('end'), testEnvironment());
    expect(target).toMatchObject({ path: PATH, place: { line: 3, start: 7, end: 10 } });
  });

  test('references and highlights are all places of the name', () => {
    const document = read(JUMPS);
    const { references, highlights } = featuresOf(document);
    const around = { environment: testEnvironment(), withDeclaration: true };
    const offset = JUMPS.indexOf('end');
    const found = references(document, offset, around);
    expect(places('next' in found ? (found.next().value as never) : found)).toEqual([
      [0, 19],
      [3, 7],
      [4, 6],
      [5, 7],
    ]);
    expect(highlights(document, offset).map(({ kind }) => kind)).toEqual(['read', 'write', 'read', 'write']);
  });

  test('a rename changes all of them, unless the name is taken or cannot be written', () => {
    const document = read('GOTO="a"\nMODE="0", LABEL="b"\nLABEL="a"\n');
    const renamed = renameOwnName(document, 7, 'web');
    expect(renamed).toMatchObject([
      { type: 'text', text: 'web', path: PATH, line: 0, start: 6, end: 7 },
      { type: 'text', text: 'web', path: PATH, line: 2, start: 7, end: 8 },
    ]);
    expect(renameOwnName(document, 7, 'b')).toEqual({ refusal: 'This file has the name b already.' });
    expect(renameOwnName(document, 7, 'a"b')).toEqual({
      refusal: '"a"b" cannot be written here: it has a quote, a backslash or a line end.',
    });
    expect(renameOwnName(document, 12, 'x')).toEqual({ refusal: 'There is no name here that can be changed.' });
  });

  test('what lies between a jump and its label folds', () => {
    const document = read(JUMPS);
    expect(featuresOf(document).folds(document)).toContainEqual({ startLine: 0, endLine: 2, kind: 'section' });
  });
});

test('an outline has labels, and rules by what they are about', () => {
  const document = read('# c\nKERNEL=="sda", \\\n  MODE="0660"\nRUN+="/bin/x"\nLABEL="end"\n');
  expect(
    featuresOf(document)
      .symbols(document)
      .map(({ name, detail }) => [name, detail]),
  ).toEqual([
    ['KERNEL==sda', 'MODE=0660'],
    ['RUN+=/bin/x', ''],
    ['end', 'LABEL'],
  ]);
});

test('keys and what is replaced are coloured', () => {
  const document = read('KERNEL=="sda", ENV{a}="x$env{b}-%k"\nMODE=="0"\n');
  const tokens = featuresOf(document)
    .tokenGroups(document)
    .flatMap((group) => group.tokens());
  expect(tokens.map(({ start, end, type }) => [document.text.slice(start, end), type])).toEqual([
    ['KERNEL', 'property'],
    ['ENV', 'property'],
    ['$env{b}', 'specifier'],
    ['%k', 'specifier'],
    ['MODE', 'property'],
  ]);
});
