/** A client that has initialized the server, joined to it by streams in this process. */
export interface BenchClient {
  notify(method: string, params: unknown): void;
  /** The answer as it came. */
  request(method: string, params: unknown): Promise<Buffer>;
  end(): Promise<unknown>;
}
/** `server` has what `bundle.mjs` exports, and a runtime. */
export function connect(server: object, capabilities?: object): Promise<BenchClient>;
