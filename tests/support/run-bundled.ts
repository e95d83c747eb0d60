import { inject } from "vitest";
import { startOwnProcessesFrom } from "../../server/own-process";

startOwnProcessesFrom(inject("ownProcesses"));
