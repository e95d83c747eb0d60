/** `npm run bench [-- scenario …]`: what ours does beside its peer, in turns, on this machine. */
import { type Row, report } from "./report";
import { anchors } from "./scenarios/anchors";
import { close } from "./scenarios/close";
import { connect } from "./scenarios/connect";
import { idle } from "./scenarios/idle";
import { layers } from "./scenarios/layers";
import { marks } from "./scenarios/marks";
import { reader } from "./scenarios/reader";
import { search } from "./scenarios/search";
import { start } from "./scenarios/start";
import { vote, voteRetry } from "./scenarios/vote";

const scenarios: Readonly<Record<string, () => Promise<Row[]>>> = {
  anchors,
  vote: () => vote(),
  "vote-retry": voteRetry,
  connect,
  close,
  start,
  idle,
  reader,
  marks,
  layers,
  search,
};

const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(scenarios);
const unknown = names.filter((name) => scenarios[name] === undefined);
if (unknown.length > 0) {
  console.error(
    `No such scenario: ${unknown.join(", ")}. There are: ${Object.keys(scenarios).join(", ")}.`,
  );
  process.exit(2);
}
for (const name of names) report(name, (await scenarios[name]?.()) ?? []);
