import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { bundle, clientSources, messagesOf, pseudo, pseudoOf } from '../../client/scripts/localization.mjs';
import { t } from '../../client/src/localize.ts';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));

describe('the manifest', () => {
  /** What VS Code shows of a manifest. */
  const shown = /^(title|shortTitle|description|markdownDescription|label|name|contextualTitle|contents|category)$/;
  /** Names are the same in every language. */
  const names = [
    'systemd',
    'systemd Units',
    'systemd-units',
    'systemd-analyze',
    'systemd-analyze-unit',
    'systemd-analyze verify',
  ];

  const strings = (value: unknown, key = ''): [key: string, text: string][] => {
    if (typeof value === 'string') return [[key, value]];
    if (Array.isArray(value)) return value.flatMap((item) => strings(item, key));
    return value instanceof Object
      ? Object.entries(value).flatMap(([name, item]) => (forModels.includes(name) ? [] : strings(item, name)))
      : [];
  };
  /** What language models read, and the names by which tools are called. */
  const forModels = ['inputSchema', 'modelDescription', 'toolReferenceName'];
  const all = strings(read('package.json'));

  test('has no text that is not in package.nls.json', () => {
    const texts = all.filter(([key]) => shown.test(key) || /^(markdownE|e)numDescriptions$/.test(key));
    expect(texts.length).toBeGreaterThan(100);
    const isName = (text: string): boolean => names.includes(text) || /^systemd_\w+$/.test(text);
    expect(texts.filter(([, text]) => !/^%.+%$/.test(text) && !isName(text))).toEqual([]);
  });

  test('uses every key of package.nls.json, and no other', () => {
    const used = new Set(all.flatMap(([, text]) => /^%(.+)%$/.exec(text)?.[1] ?? []));
    expect([...used].sort()).toEqual(Object.keys(read('package.nls.json')).sort());
  });
});

describe('the texts of the client', () => {
  test('are in l10n/bundle.l10n.json', () => {
    expect(read('l10n/bundle.l10n.json'), 'run node client/scripts/localization.mjs').toEqual(bundle());
  });

  test('go through the one t() that works without VS Code too', () => {
    expect(clientSources().flatMap(([path, text]) => (text.includes('l10n.t(') ? path : []))).toEqual([]);
  });

  test('are literals where they are translated', () => {
    const built = clientSources().filter(([, text]) => messagesOf(text).includes(undefined));
    expect(built.map(([path]) => path)).toEqual([]);
  });

  test('are translated wherever they are shown', () => {
    const left = clientSources().flatMap(([path, text]) => untranslated(text).map((found) => `${path}: ${found}`));
    expect(left).toEqual([]);
  });

  test.each([
    [`showWarningMessage('No unit')`, ['No unit']],
    ['showErrorMessage(`No ${name}`, all)', ['No ${name}']],
    [`{ title: bad ? 'Bad unit' : t('Unit') }`, ['Bad unit']],
    [`{ label: t('Start'), detail: \`$(add) \${t('Create')}\` }`, []],
    ["html`<p title=\"${t('Fit')} (0)\">${t('Fit')}</p>`", []],
    ['html`<p title="Fit">Levels</p>`', ['title="Fit"', '>Levels<']],
    [`{ label: 'daemon-reload', command }`, []],
  ])('a text left over would be found: %s', (source, found) => expect(untranslated(source)).toEqual(found));
});

const LITERAL = String.raw`('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|${'`(?:\\\\.|[^`\\\\])*`'})`;
/** What stands before a text that is shown. */
const places = [
  String.raw`(?:Message|Webview\w*\('[\w.]+',|separator|item\('\w+',|offer\('\w+',|element\('\w+',)\(?\s*`,
  String.raw`\b(?:title|placeHolder|prompt|label|detail|description|openLabel|tooltip|text|message|refusal|accept|caution|textContent|\w+\.name)(?::| =) (?:[^\n,;(]*\? )?`,
].map((place) => new RegExp(place + LITERAL, 'g'));
/** Words of systemd, examples and file formats are the same in every language. */
const universal =
  /^(daemon-reload|list-boots|link|start|restart|blame|calendar|cat-config|systemctl|systemd-run|Mon\.\.Fri|2026-|\/mnt|systemd\/|auto$|backup$|>(SVG|DOT)<)/;

/** What is put into a text: one brace within another, as of a message with arguments. */
const INSERTS = /\$\{(?:[^{}]|\{[^{}]*\})*\}/g;

/** Texts that are shown as they stand, whatever the language. */
function untranslated(source: string): string[] {
  const literals = places.flatMap((place) => [...source.matchAll(place)].map(([, literal]) => literal!.slice(1, -1)));
  const markup = [...source.matchAll(/html`[^`]*`/g)].flatMap(([text]) => [
    ...text.replaceAll(INSERTS, '').matchAll(/\b(?:title|label|aria-label|alt|placeholder)="[^"]*"|>[^<]+</g),
  ]);
  const found = [...literals, ...markup.map(([text]) => text)];
  return found.filter((text) => /[a-z]{2}/i.test(bare(text)) && !universal.test(text));
}

/** Without what is put in, and without names of attributes and icons. */
const bare = (text: string) => text.replaceAll(INSERTS, '').replaceAll(/\$\([\w-]+\)|^[\w-]+=(?=")/g, '');

describe('a translation', () => {
  test('reaches tables that are loaded after it, and pure functions', async () => {
    vi.resetModules();
    const { translateWith } = await import('../../client/src/localize.ts');
    translateWith(pseudoOf(bundle()));
    const { questionsFor } = await import('../../client/src/learn/questions.ts');
    const { unitOfFile } = await import('../../client/src/systemd/unit-of-file.ts');
    expect(questionsFor(async () => undefined)({})?.title).toBe('[Nëw ünït: whát ïs ït før?]');
    expect(unitOfFile('/a/notes.txt')).toEqual({
      refusal: '[notes.txt ïs nøt thë námë øf á ünït, sø thërë ïs nø ünït tø áct øn.]',
    });
  });

  test('keeps what a program reads', () => {
    const text = 'Open `{ a }` of {0}\n[New $(add)](command:systemdUnits.newUnit)';
    expect(pseudo(text)).toBe('[Øpën `{ a }` øf {0}\n[Nëw $(add)](command:systemdUnits.newUnit)]');
  });

  test('is put in where its numbers are, once', () => {
    expect(t('{1} of {0}', '{1}', 2)).toBe('2 of {1}');
    expect(t('{0} and {1}', 'a')).toBe('a and {1}');
  });
});
