/** The process: reads the environment, serves, and ends within ten seconds when asked to. */
import { ConfigError, readConfig } from "./config";
import { serve } from "./serve";

/** A process manager waits ten seconds before it kills; we give up a little earlier and say so. */
const stopWithinMs = 9_000;

async function main(): Promise<void> {
  const starting = serve(readConfig(process.env));
  // From here on a part may run as a child process, so every way out ends the parts first.
  endOn(["SIGTERM", "SIGINT", "SIGHUP"], async () => (await starting).stop());
  const server = await starting;
  console.info(`E-Cabinet is at ${server.address}`);
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
    console.error("Nobody caught this:", error);
    end(1);
  });
}

main().catch((error: unknown) => {
  // The person who starts the server needs the sentence; a stack helps only with what we did not expect.
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
