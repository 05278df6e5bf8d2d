/** Text from a file as Markdown that shows it and nothing else: no HTML, no links, no commands. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!|<>&~]/g, '\\$&');
