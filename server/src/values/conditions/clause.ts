/** What has to be so for a condition to hold, to stand behind "when" or "unless"; nothing for a text that makes no sense. */
export type Clause = (argument: string) => string | undefined;

export type Clauses = Readonly<Record<string, Clause>>;
