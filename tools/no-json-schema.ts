import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";

const describing = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/;

/**
 * Leaves out of the browser's files what makes JSON Schemas of our forms: each of zod's forms carries the way to its
 * own, a quarter of the library, and only a test asks for one.
 */
export function noJsonSchema(): Plugin {
  return {
    name: "no-json-schema",
    apply: "build",
    enforce: "pre",
    async load(id) {
      const [file = ""] = id.split("?");
      if (this.environment.name !== "client" || !describing.test(file)) return null;
      const source = await readFile(file, "utf8");
      const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(
        ([, name]) => name,
      );
      const renamed = [...source.matchAll(/^export \{ \w+ as (\w+) \};/gm)].map(([, name]) => name);
      return [
        'const none = () => { throw new Error("No JSON Schema is made in a browser."); };',
        // These are called for each form, and give what would make one.
        ...[...names, ...renamed].map(
          (name) => `export const ${name} = ${name?.startsWith("create") ? "() => none" : "none"};`,
        ),
      ].join("\n");
    },
  };
}
