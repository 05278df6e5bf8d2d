export const repository: string;
export function loadTables(): Promise<{
  readonly rules: readonly { readonly id: string }[];
  readonly commands: readonly { readonly name: string; readonly help: { readonly options: object } }[];
  readonly unitKinds: readonly string[];
  readonly lineDialects: readonly { readonly id: string }[];
}>;
