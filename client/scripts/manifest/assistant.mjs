// The tools for language models, as VS Code wants them declared; what they do is server/src/assistant.

const textsOf = ({ name }) => ({ title: `assistant.${name}.title`, description: `assistant.${name}.description` });

/** `contributes.languageModelTools`. What models read stays as it is; what people read is translated. */
export const languageModelTools = ({ assistantTools, inputSchema }) =>
  assistantTools.map((tool) => ({
    name: `systemd_${tool.name}`,
    displayName: `%${textsOf(tool).title}%`,
    userDescription: `%${textsOf(tool).description}%`,
    modelDescription: tool.description,
    toolReferenceName: `systemd_${tool.name}`,
    canBeReferencedInPrompt: true,
    icon: '$(checklist)',
    tags: ['systemd'],
    inputSchema: inputSchema(tool),
  }));

/** The same for package.nls.json; people are told the first sentence. */
export const assistantTexts = ({ assistantTools }) =>
  Object.fromEntries(
    assistantTools.flatMap((tool) => [
      [textsOf(tool).title, tool.title],
      [textsOf(tool).description, /^.*?\.(?= [A-Z]|$)/s.exec(tool.description)[0]],
    ]),
  );
