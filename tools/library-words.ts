import type { Plugin } from "vite";

const translation =
  /\/react-(?:aria|aria-components|stately)\/dist\/private\/intl\/.*\/?([a-z]{2}-[A-Z]{2})\.mjs$/;

/**
 * Leaves the component library's own translations out of the browser's files: it brings 34 languages and
 * not ours. English stays; Vietnamese comes from `app/messages/vi/aria.ts`.
 */
export function libraryWords(): Plugin {
  return {
    name: "library-words",
    apply: "build",
    enforce: "pre",
    load(id) {
      if (this.environment.name !== "client") return null;
      const language = translation.exec(id.split("?")[0] ?? "")?.[1];
      // The library drops empty entries by itself.
      return language === undefined || language === "en-US" ? null : "export default undefined;";
    },
  };
}
