/** What a socket has not read yet. Nothing in Socket.IO bounds it, so we look. */
import type { Socket } from "socket.io";

/** From here on a slow reader is spared what it can fetch later. */
export const behindBytes = 262_144;
/** From here on it is cut, to come back with its `seq`. */
export const cutBytes = 1_048_576;

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

/** The raw WebSocket, or undefined while the road is polling. Neither is part of the library's typed face. */
const rawSocket = (socket: Socket): unknown => field(socket.conn.transport, "socket");

export function unsentBytes(socket: Socket): number {
  const raw = field(rawSocket(socket), "bufferedAmount");
  let bytes = typeof raw === "number" ? raw : 0;
  const queue = field(socket.conn, "writeBuffer");
  if (!Array.isArray(queue)) return bytes;
  for (const packet of queue) {
    const data = field(packet, "data");
    if (typeof data === "string" || Buffer.isBuffer(data)) bytes += data.length;
    if (bytes > cutBytes) break;
  }
  return bytes;
}

/** Ends the line at once: a polite close would wait behind all that is unsent. */
export function cut(socket: Socket): void {
  const raw = rawSocket(socket);
  const terminate = field(raw, "terminate");
  if (typeof terminate === "function") terminate.call(raw);
  else socket.conn.close(true);
}
