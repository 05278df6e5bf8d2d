export function messagesOf(source: string): (string | undefined)[];
export function clientSources(): [path: string, text: string][];
export function bundle(): Record<string, string>;
export function pseudo(text: string): string;
export function pseudoOf(strings: Readonly<Record<string, string>>): Record<string, string>;
