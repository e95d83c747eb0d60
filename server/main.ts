/** The process: reads the environment, serves, and ends within ten seconds when asked to. */
import { ConfigError, readConfig } from "./config";
import { serve } from "./serve";

/** A process manager waits ten seconds before it kills; we give up a little earlier and say so. */
const stopWithinMs = 9_000;

async function main(): Promise<void> {
  const server = await serve(readConfig(process.env));
  let asked = false;
  const end = (signal: NodeJS.Signals) => {
    if (asked) return;
    asked = true;
    console.info(`${signal}: finishing what is under way.`);
    const late = setTimeout(() => {
      console.error(`Not all parts ended within ${stopWithinMs} ms; leaving now.`);
      process.exit(1);
    }, stopWithinMs);
    late.unref();
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  console.info(`E-Cabinet is at ${server.address}`);
}

main().catch((error: unknown) => {
  // The person who starts the server needs the sentence; a stack helps only with what we did not expect.
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
