/** The live side of the server: one Socket.IO on the HTTP port (docs/protocol.md). */
import type { Server as HttpServer } from "node:http";
import type { Sql } from "postgres";
import { Server, type Socket } from "socket.io";
import { Handshake, type HandshakeRefusal, PROTOCOL_VERSION } from "../../domain/protocol";
import type { Config } from "../config";
import { logFailure } from "../log";
import { type HiddenReaders, MarksServer } from "../marks";
import type { Session, Sessions } from "../sessions/authenticate";
import { Admission } from "./admission";
import type { Door } from "./door";
import { gatherWrites } from "./gathered-writes";
import { acknowledgementIn, isMessage, listen, refusalOf, turnAway } from "./handlers";
import { Hub } from "./hub";
import { Line } from "./line";
import { isOwnOrigin } from "./origin";
import { Share } from "./share";

export type { Door } from "./door";

export type LiveOptions = {
  httpServer: HttpServer;
  door: Door;
  sessions: Pick<Sessions, "authenticate" | "onSessionEnded" | "touch">;
  config: Pick<Config, "publicOrigin" | "trustedProxies">;
  sql: Sql;
  hidden: HiddenReaders;
};

export type LiveServer = {
  /** Tells sockets to come back, finishes what is under way, closes them. Leaves the HTTP server alone. */
  stop(): Promise<void>;
  /** connected sockets */
  readonly size: number;
  /** Resolves when every document of marks that has grown is merged; for benches. */
  marksSettled(): Promise<void>;
  /** Has what is past its time forgotten now, not once a day; for tests. */
  forgetPastMarks(): Promise<void>;
};

/** One message; larger ones end the connection before they are parsed. `limits.messageBytes` answers sooner. */
const transportBytes = 1_000_000;
/** Idle lines carry something well within the minute after which proxies cut them. */
const heartbeat = { pingInterval: 15_000, pingTimeout: 10_000 };
const lookEveryMs = 250;

export function openLive(options: LiveOptions): LiveServer {
  const { httpServer, door, sessions, config, sql, hidden } = options;
  const io = new Server(httpServer, {
    ...heartbeat,
    serveClient: false,
    // frames are made once for a whole audience, which compression would undo
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: transportBytes,
    allowRequest: (request, answer) => {
      const isOwn = isOwnOrigin(request, config);
      answer(isOwn ? null : "origin", isOwn);
    },
  });
  httpServer.on("upgrade", (_request, socket) => gatherWrites(socket));
  const hub = new Hub(door, (room, packet) => io.to(room).emit("changes", packet));
  const marks = new MarksServer({
    sql,
    door,
    hidden,
    // who reads where is worth nothing a moment later
    broadcast: (room, name, packet) =>
      (name === "marks.readings" ? io.volatile : io).to(room).emit(name, packet),
  });
  const admission = new Admission();
  const lines = new Map<Socket, Line>();
  const settles = new WeakMap<Line, () => void>();
  const underWay = new Set<Promise<unknown>>();
  let isStopping = false;

  io.use((socket, next) => {
    admit(socket, { sessions, admission, isStopping: () => isStopping }).then(
      (refusal) => next(refusal === null ? undefined : refusedHandshake(refusal)),
      (error: unknown) => {
        logFailure("live handshake", error);
        next(refusedHandshake({ code: "busy", retryAfterMs: 1_000 }));
      },
    );
  });

  io.on("connection", (socket) => {
    const { session, settle }: Admitted = socket.data;
    const line = new Line(socket, session);
    lines.set(socket, line);
    settles.set(line, settle);
    const share = new Share(Date.now());
    socket.use(([name, ...parts], next) => {
      const verdict = share.take(name, parts, Date.now());
      if (verdict === "abuse") socket.disconnect(true);
      else if (verdict === "refused") turnAway(name, parts);
      else if (!isMessage(name)) acknowledgementIn(parts)?.(refusalOf(name, parts, "invalid"));
      else next();
    });
    listen(live, line);
    socket.on("disconnect", () => {
      settle();
      line.end();
      marks.end(line.marks);
      lines.delete(socket);
    });
    // the session may have ended while the handshake was under way
    void sessions.authenticate(socket.handshake.headers).then(
      (still) => {
        if (still === null) endLine(line);
      },
      (error: unknown) => logFailure("live session", error),
    );
  });

  const live = {
    door: {
      ...door,
      execute: (...asked: Parameters<Door["execute"]>) => {
        const answer = door.execute(...asked);
        underWay.add(answer);
        const done = () => underWay.delete(answer);
        answer.then(done, done);
        return answer;
      },
    },
    hub,
    marks,
    sessions,
    settled: (line: Line) => settles.get(line)?.(),
  };

  const deaf = sessions.onSessionEnded((sessionId) => {
    for (const line of lines.values()) if (line.session.sessionId === sessionId) endLine(line);
  });
  const look = setInterval(() => {
    for (const line of lines.values()) if (line.look()) marks.caughtUp(line.marks);
  }, lookEveryMs);

  return {
    get size() {
      return lines.size;
    },
    marksSettled: () => marks.settled(),
    forgetPastMarks: () => marks.forgetPast(),
    async stop() {
      isStopping = true;
      deaf();
      clearInterval(look);
      // about a thousand a second come back without holding each other up
      io.emit("restarting", { spreadMs: Math.min(3_000, 500 + lines.size) });
      await Promise.allSettled([...underWay]);
      hub.stop();
      await marks.stop();
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}

type Admitted = { session: Session; settle: () => void };

/** Authentication, version, and a place; null when the socket may come in. */
async function admit(
  socket: Socket,
  {
    sessions,
    admission,
    isStopping,
  }: { sessions: LiveOptions["sessions"]; admission: Admission; isStopping: () => boolean },
): Promise<HandshakeRefusal | null> {
  if (isStopping()) return { code: "busy", retryAfterMs: 1_000 };
  const said = Handshake.safeParse(socket.handshake.auth);
  if (!said.success || said.data.protocol !== PROTOCOL_VERSION) return { code: "protocol_version" };
  const place = admission.enter();
  if (!place.admitted) return { code: "busy", retryAfterMs: place.retryAfterMs };
  const session = await sessions.authenticate(socket.handshake.headers).catch((error: unknown) => {
    place.settle();
    throw error;
  });
  if (session === null) {
    place.settle();
    return { code: "unauthenticated" };
  }
  const admitted: Admitted = { session, settle: place.settle };
  socket.data = admitted;
  return null;
}

function refusedHandshake(refusal: HandshakeRefusal): Error {
  return Object.assign(new Error(refusal.code), { data: refusal });
}

function endLine({ socket }: Line): void {
  socket.emit("session_ended", {});
  socket.disconnect(true);
}
