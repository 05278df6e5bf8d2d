import { type CliHost, UsageError } from '../cli/host.ts';
import { allRules } from '../dialects/rules.ts';
import { manualPageView } from '../features/manual-view.ts';
import { NEWEST_VERSION } from '../schema/versions.ts';
import { type AssistantTool, inputProblem } from './tool.ts';
import { checkFiles, checkUnit } from './tools/check-unit.ts';
import { fixUnit } from './tools/fix-unit.ts';
import { calendar, explain, readManual } from './tools/knowledge.ts';
import { effectiveUnit, newUnit, unitGraph } from './tools/units.ts';

/** What an assistant is offered, here and in VS Code. */
export const assistantTools: readonly AssistantTool[] = [
  checkUnit,
  checkFiles,
  fixUnit,
  newUnit,
  explain,
  readManual,
  calendar,
  effectiveUnit,
  unitGraph,
];

export interface ToolAnswer {
  readonly text: string;
  readonly isError: boolean;
}

/** Does what a tool is for. What is wrong is an answer too, which a model can act on. */
export async function callTool(host: CliHost, name: string, given: unknown): Promise<ToolAnswer> {
  const tool = assistantTools.find((candidate) => candidate.name === name);
  if (!tool)
    return wrong(`There is no tool "${name}"; there are ${assistantTools.map((each) => each.name).join(', ')}.`);
  const input = (typeof given === 'object' && given !== null ? given : {}) as Parameters<AssistantTool['run']>[1];
  const problem = inputProblem(tool, input);
  if (problem !== undefined) return wrong(problem);
  try {
    return { text: await tool.run(host, input), isError: false };
  } catch (error) {
    // Others are faults of ours, which must not end a server; their words may hold paths nobody asked for.
    return wrong(error instanceof UsageError ? error.message : `${tool.title} failed.`);
  }
}

const wrong = (text: string): ToolAnswer => ({ text, isError: true });

/** What can be read by its address. */
export interface Resource {
  readonly uri: string;
  readonly name: string;
  readonly description: string;
}

const RULES = 'systemd-units://rules/';
const MANUAL = 'systemd-units://manual/';

/** The rules of check, and the pages of the manual. */
export const resources = (host: CliHost): Resource[] => [
  ...allRules.map(({ id, docs }) => ({ uri: `${RULES}${id}`, name: id, description: docs.what })),
  ...(host.manual(NEWEST_VERSION)?.pages() ?? []).map(({ name, section }) => ({
    uri: `${MANUAL}${name}.${section}`,
    name: `${name}(${section})`,
    description: `The manual page ${name}(${section})`,
  })),
];

/** The text of a resource, in Markdown; undefined for an address that is none. */
export function readResource(host: CliHost, uri: string): string | undefined {
  if (uri.startsWith(RULES)) {
    const rule = allRules.find(({ id }) => id === uri.slice(RULES.length));
    if (!rule) return undefined;
    const { what, why, bad, good } = rule.docs;
    const example = (title: string, text?: string): string =>
      text === undefined ? '' : `\n${title}\n\n\`\`\`ini\n${text}\n\`\`\`\n`;
    return `# ${rule.id}\n\n${what}\n\n${why}\n${example('Not like this:', bad)}${example('But like this:', good)}`;
  }
  const [, name, section] = uri.startsWith(MANUAL) ? (/^(.+)\.(\d\w*)$/.exec(uri.slice(MANUAL.length)) ?? []) : [];
  const manual = name === undefined ? undefined : host.manual(NEWEST_VERSION);
  return manual && manualPageView(manual, `${name}(${section})`)?.markdown;
}
