// Server and client in one process, joined by streams, so that the time the server computes can be told from the time the
// machine was busy with something else. What the client reads is not parsed unless somebody asked for it.
import { PassThrough, Writable } from 'node:stream';

/** @returns a client that has initialized the server. */
export async function connect(
  { createConnection, StreamMessageReader, StreamMessageWriter, startServer, runtime },
  capabilities = {},
) {
  const toServer = new PassThrough();
  const writer = new StreamMessageWriter(toServer);
  const answers = new Map();
  const told = new Set();
  const send = (message) => void writer.write({ jsonrpc: '2.0', ...message });
  const toClient = messages((body) => {
    const id = /^\{"jsonrpc":"2\.0","id":(\d+),"(result|error)"/.exec(body.toString('latin1', 0, 60));
    if (id) {
      const answered = answers.get(Number(id[1]));
      answers.delete(Number(id[1]));
      return answered?.(body);
    }
    const { method } = /"method":"(?<method>[^"]+)"/.exec(body.toString('latin1', 0, 80))?.groups ?? {};
    if (method === 'window/logMessage' && body.includes('judging')) told.add('ready');
    const asked = /^\{"jsonrpc":"2\.0","id":(\d+),"method"/.exec(body.toString('latin1', 0, 60));
    if (asked) send({ id: Number(asked[1]), result: null });
    for (const listener of listeners) listener(method, body);
  });
  const listeners = new Set();
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), runtime);
  let id = 0;
  const client = {
    notify: (method, params) => send({ method, params }),
    /** The answer as it came, in bytes of JSON. */
    request: (method, params) =>
      new Promise((resolve) => {
        id += 1;
        answers.set(id, resolve);
        send({ id, method, params });
      }),
    async ask(method, params) {
      return JSON.parse(await client.request(method, params)).result;
    },
    listen: (listener) => void listeners.add(listener),
    end: () => client.request('shutdown'),
  };
  await client.request('initialize', { processId: null, rootUri: null, capabilities });
  client.notify('initialized', {});
  while (!told.has('ready')) await new Promise((resolve) => setTimeout(resolve, 1));
  return client;
}

/** What a stream carries, message by message. */
function messages(arrived) {
  let parts = [];
  let size = 0;
  let wanted;
  const step = () => {
    const all = parts.length === 1 ? parts[0] : Buffer.concat(parts);
    parts = [all];
    if (wanted === undefined) {
      const end = all.indexOf('\r\n\r\n');
      if (end < 0) return false;
      wanted = end + 4 + Number(/Content-Length: (\d+)/i.exec(all.toString('latin1', 0, end))[1]);
    }
    if (all.length < wanted) return false;
    const body = all.subarray(all.indexOf('\r\n\r\n') + 4, wanted);
    parts = [all.subarray(wanted)];
    size -= wanted;
    wanted = undefined;
    arrived(body);
    return size > 0;
  };
  return new Writable({
    write(chunk, _encoding, done) {
      parts.push(chunk);
      size += chunk.length;
      if (wanted === undefined || size >= wanted) while (step());
      done();
    },
  });
}
