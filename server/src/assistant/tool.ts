import type { CliHost } from '../cli/host.ts';

/** A field of what a tool takes, in the words of JSON Schema. */
export interface Field {
  readonly type: 'string' | 'integer' | 'boolean';
  readonly description: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Written for language models: they choose a tool by its description, and fill in its fields by theirs. */
export interface AssistantTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly required: readonly string[];
  /** @throws Error with a sentence that says what to do instead */
  run(host: CliHost, input: Input): Promise<string>;
}

/** What a tool was given, fields of the right type. */
export type Input = Readonly<Record<string, string | number | boolean | undefined>>;

/** The JSON Schema of what a tool takes. */
export const inputSchema = ({ fields, required }: AssistantTool) => ({
  type: 'object' as const,
  properties: fields,
  required: [...required],
  additionalProperties: false,
});

/** What is wrong with an input, in a sentence that tells a model what to write; undefined when nothing is. */
export function inputProblem(
  { fields, required }: AssistantTool,
  input: Readonly<Record<string, unknown>>,
): string | undefined {
  for (const name of required)
    if (input[name] === undefined) return `"${name}" is missing: ${fields[name]!.description}`;
  for (const [name, value] of Object.entries(input)) {
    const field = Object.hasOwn(fields, name) ? fields[name]! : undefined;
    if (!field) return `There is no field "${name}"; there are ${Object.keys(fields).join(', ')}.`;
    if (value !== undefined && !fits(field, value)) return `"${name}" does not fit: ${field.description}`;
  }
  return undefined;
}

function fits({ type, enum: words, minimum = -Infinity, maximum = Infinity }: Field, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum;
  if (typeof value !== type) return false;
  return words === undefined || words.includes(value as string);
}

/** Characters of an answer: what a model reads has its price. */
const LONGEST = 12_000;

/** The beginning of an answer that is too long, and that it goes on. */
export function shortened(text: string, more = 'Ask for less.'): string {
  if (text.length <= LONGEST) return text;
  const cut = text.lastIndexOf('\n', LONGEST);
  return `${text.slice(0, cut > 0 ? cut : LONGEST)}\n… ${text.length - cut} more characters. ${more}\n`;
}
