/** A process that runs a program as the server does, to be killed with it at work: `<seconds>` is how long it sleeps. */
import { tmpdir } from "node:os";
import { runBounded } from "../../server/documents/office/bounded-run";

await runBounded(
  { program: "/bin/sh", given: ["-c", `sleep ${process.argv[2]} & wait`], startIn: tmpdir() },
  { limitMs: 600_000, residentMb: 512 },
  { home: tmpdir(), alive: new Set(), onLine: () => undefined },
);
