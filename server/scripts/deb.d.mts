export function deb(program?: string, folder?: string): string;
