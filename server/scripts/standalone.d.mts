export const NODE: string;
export const PLATFORMS: readonly string[];
export function standalone(platform: string, folder?: string): Promise<string>;
