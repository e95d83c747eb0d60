/**
 * A server process to be killed: opens the data folder it is given, founds a body of so many members, lets
 * them all vote, and writes each answer down on its standard output as it comes.
 */
import { z } from "zod";
import { openDatabase } from "../../db";
import { actorOf, openBallot, openNode } from "./cabinet";
import { ids } from "./cabinet-in-memory";

const [dataDir, root, commands] = z
  .tuple([z.string(), z.string(), z.string()])
  .parse(process.argv.slice(2));
const given = z.array(z.unknown()).parse(JSON.parse(commands));
const database = await openDatabase({ databaseUrl: null, dataDir, root });
await database.migrate();
const node = await openNode({ open: () => Promise.resolve(database) });
await openBallot(node, given.length);
await Promise.all(
  given.map(async (each, index) => {
    const answer = await node.door.execute(each, actorOf(ids.person(index + 1)));
    process.stdout.write(`${JSON.stringify({ index, answer })}\n`);
  }),
);
