import { whole } from '../problem.ts';
import type { Description, Signature } from '../value-type.ts';

/** systemd.exec(5), StandardInput= and StandardOutput=. */
const meanings: Readonly<Record<string, string>> = {
  inherit: 'the same as the stream before: output goes where input comes from, errors where output goes',
  null: '`/dev/null`: nothing to read, and what is written is lost',
  tty: 'the terminal of `TTYPath=`',
  'tty-force': 'the terminal of `TTYPath=`, taken from whoever has it',
  'tty-fail': 'the terminal of `TTYPath=`; the start fails when someone has it',
  data: 'what `StandardInputText=` and `StandardInputData=` say',
  journal: 'the journal',
  kmsg: "the kernel's log, and from there the journal",
  'journal+console': 'the journal, and the console as well',
  'kmsg+console': "the kernel's log, and the console as well",
  socket: 'the connection a socket unit accepted',
  fd: 'a descriptor a socket unit passes, by its name',
  file: 'a file; output overwrites it from its beginning',
  append: 'a file; output is added at its end',
  truncate: 'a file; it is emptied before each start',
};

/** What a word means; it may have a colon behind it. */
export function streamWord(text: string): string | undefined {
  const word = text.replace(/:$/, '');
  return Object.hasOwn(meanings, word) ? meanings[word] : undefined;
}

/** `WORD`, a file, or a descriptor by its name. */
export function streamSignature(files: readonly string[]): Signature {
  const file = `${files.join('|')}:PATH`;
  return {
    label: `WORD | ${file} | fd:NAME`,
    parameters: [
      { label: 'WORD', documentation: 'journal, null, tty, inherit …' },
      { label: file, documentation: 'An absolute path.' },
      { label: 'fd:NAME', documentation: 'A descriptor that a socket unit passes, by its FileDescriptorName=.' },
    ],
    active: (text) => (text.startsWith('fd:') ? 2 : text.includes(':') ? 1 : 0),
  };
}

/** Where a stream leads: `journal`, `append:/var/log/app.log`. */
export function describeStream(text: string, key: string): Description | undefined {
  const [word = ''] = text.split(':', 1);
  const meaning = streamWord(word);
  if (meaning === undefined) return undefined;
  const isErrors = key === 'StandardError' && !['inherit', 'fd'].includes(word);
  const manualValue = text.includes(':') ? `${word}:` : word;
  const description = { ...whole(text), markdown: `**${word}**: ${meaning}.`, manualValue };
  // The manual says it of StandardOutput= and means both.
  return isErrors ? { ...description, manualKey: 'StandardOutput' } : description;
}
