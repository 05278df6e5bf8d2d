// What is used of @homebridge/dbus-native, whose own types are those of its whole client.

declare module '@homebridge/dbus-native/lib/handshake.js' {
  export default function handshake(
    stream: import('node:stream').Duplex,
    options: { readonly authMethods: readonly string[] },
    done: (error: Error | null) => void,
  ): void;
}

declare module '@homebridge/dbus-native/lib/message.js' {
  export interface Message {
    readonly type?: number;
    readonly flags?: number;
    readonly serial?: number;
    readonly replySerial?: number;
    readonly destination?: string;
    readonly path?: string;
    readonly interface?: string;
    readonly member?: string;
    readonly errorName?: string;
    readonly signature?: string;
    readonly body?: readonly unknown[];
  }
  export function unmarshalMessages(
    stream: import('node:stream').Duplex,
    onMessage: (message: Message) => void,
    options: object,
  ): void;
  export function marshall(message: Message): Buffer;
}
