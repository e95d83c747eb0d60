/** The process: reads the environment, serves, and ends within ten seconds when asked to. */
import { ConfigError, readConfig } from "./config";
import { logFailure } from "./log";
import { StartAborted } from "./parts";
import { type RunningServer, serve } from "./serve";

/** A process manager waits ten seconds before it kills; we give up a little earlier and say so. */
const stopWithinMs = 9_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const abort = new AbortController();
  const starting = serve(config, abort.signal);
  // From here on a part may run as a child process, so every way out ends the parts first.
  endOn(["SIGTERM", "SIGINT", "SIGHUP"], async () => {
    abort.abort();
    const server = await starting.catch(ignoreAborted);
    await server?.stop();
  });
  const server = await starting;
  console.info(`\nE-Cabinet is at ${server.address}`);
  if (config.demo) await introduceDemo(server);
}

function ignoreAborted(error: unknown): null {
  if (error instanceof StartAborted) return null;
  throw error;
}

async function introduceDemo({ identity }: RunningServer): Promise<void> {
  const people = await identity.accounts.demoPeople();
  const first = people.filter(({ column }) => column !== "others");
  console.info("A fictional state; sign in with one click as\n");
  for (const { name, title } of first) console.info(`  ${name} · ${title.vi} · ${title.en}`);
  console.info(
    `\nor as one of ${people.length - first.length} others, listed on the sign-in page.`,
  );
}

/** Ends the process once: 0 when it was asked to, 1 after what nobody expected. */
function endOn(signals: NodeJS.Signals[], stop: () => Promise<void>): void {
  let ending = false;
  const end = (exitCode: number) => {
    if (ending) return;
    ending = true;
    const late = setTimeout(() => {
      console.error(`Not all parts ended within ${stopWithinMs} ms; leaving now.`);
      process.exit(1);
    }, stopWithinMs);
    late.unref();
    stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of signals) {
    process.on(signal, () => {
      console.info(`${signal}: finishing what is under way.`);
      end(0);
    });
  }
  // After an error that nobody caught the state is not to be trusted; a supervisor starts anew.
  process.on("uncaughtException", (error) => {
    logFailure("nobody caught this", error);
    end(1);
  });
}

main().catch((error: unknown) => {
  // Who asked for the end is answered there, with its exit code.
  if (error instanceof StartAborted) return;
  // The person who starts the server needs the sentence; a stack helps only with what we did not expect.
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
