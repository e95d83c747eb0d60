/** Which way imports may go, each ban with its reason (design §4). Run by `npm run check`. */

/** The nouns of `domain/`, each may know those before it. */
const nouns = [
  "bodies",
  "documents",
  "attendance",
  "agenda",
  "ballots",
  "handovers",
  "recusals",
  "meetings",
  "marks",
  "devices",
];

/** Tests stand beside what they test and may look at all of it. */
const test = "\\.(test|property\\.test)\\.tsx?$";

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const nounOrder = nouns.map((noun, place) => {
  const above = nouns.slice(place + 1);
  return {
    name: `domain-order-${noun}`,
    comment: `domain/${noun} knows only the nouns below it (${nouns.slice(0, place).join(", ") || "none"}): so a rule can be read without those that build on it.`,
    severity: "error",
    from: { path: `^domain/${noun}/`, pathNot: test },
    to: { path: `^domain/(${above.length > 0 ? above.join("|") : "(?!)"})/` },
  };
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      comment: "Modules in a circle can only be understood, loaded and changed together.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere fails only when it runs.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(virtual:|@sparticuz/)|/build/server\\.js$" },
    },
    {
      name: "declared-packages",
      comment: "A package that package.json does not name is there by accident of another one.",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "domain-is-pure",
      comment:
        "The rules run in the browser and on the server, and a lawyer reads them: no I/O, no clock, no package but zod (and in domain/versions the two that compare text).",
      severity: "error",
      from: { path: "^domain/", pathNot: ["^domain/versions/", test] },
      to: { pathNot: ["^domain/", "(^|/)node_modules/zod/"] },
    },
    {
      name: "domain-versions-is-pure",
      comment:
        "Two texts are compared by two packages that are functions of their arguments (decision 0050): nothing else enters.",
      severity: "error",
      from: { path: "^domain/versions/", pathNot: test },
      to: { pathNot: ["^domain/", "(^|/)node_modules/(zod|diff|approx-string-match)/"] },
    },
    {
      name: "domain-tests-are-pure",
      comment:
        "A rule's test speaks given, when, then; what needs a database stands in tests/integration.",
      severity: "error",
      from: { path: `^domain/.*${test}` },
      to: { path: "^(server|db|app|bench)/" },
    },
    ...nounOrder,
    {
      name: "domain-noun-not-to-joining-file",
      comment:
        "The files at the top of domain/ join all nouns; only the small common ones below them may be known to a noun.",
      severity: "error",
      from: { path: "^domain/[^/]+/", pathNot: [test, "^domain/protocol/"] },
      to: {
        path: "^domain/(commands|events|decide|evolve|permissions|visibility|refusals)\\.ts$",
      },
    },
    {
      name: "domain-noun-by-its-face",
      comment:
        "Another noun is entered through its index.ts: what is not there is its own business.",
      severity: "error",
      from: { path: "^domain/([^/]+)/", pathNot: [test, "^domain/protocol/"] },
      to: {
        path: `^domain/(${nouns.join("|")})/`,
        pathNot: ["^domain/$1/", "^domain/[^/]+/index\\.ts$"],
      },
    },
    {
      name: "db-below-server",
      comment:
        "The database layer is used by the server; it knows the domain and nothing above itself.",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^(server|app|bench)/" },
    },
    {
      name: "server-not-to-app",
      comment: "The server hands itself to the pages by the load context; it never imports them.",
      severity: "error",
      from: { path: "^server/" },
      to: { path: "^(app|bench|tests)/" },
    },
    {
      name: "app-to-server-by-type",
      comment:
        "A module reached from both sides of the Remix bundle is evaluated twice: two pools, two queues, two rooms. Import types only; values come by the load context.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^server/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "app-not-to-db",
      comment: "Pages ask the cabinet, never the database.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^(db|bench|tests|tools)/" },
    },
    {
      name: "component-library-only-in-ui",
      comment:
        "React Aria is wrapped once in app/ui, with our strings and our look; all else uses the wrapping.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/ui/" },
      to: {
        path: "(^|/)node_modules/(react-aria|react-aria-components|@react-aria|@react-stately)/",
      },
    },
    {
      name: "no-tests-in-the-product",
      comment: "What only tests and benches need must not be shipped.",
      severity: "error",
      from: { path: "^(app|db|domain|server)/", pathNot: test },
      to: { path: "^(tests|bench|tools)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|data|\\.cache)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
