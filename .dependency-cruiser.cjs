/** The layers of the house: who may use whom. */

const STAGES = ["application", "approval", "absorption", "evaluation"];

/** Rules and the life-cycle are arithmetic on records: no database, no files, no clock. */
const PURE = ["^lib/[a-z]+/rules\\.ts$", "^lib/[a-z]+/rules/", "^lib/lifecycle/"];
const TESTS = "\\.test\\.tsx?$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Two modules that need each other are one module, or three.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "lib-below-app",
      comment: "What the application is about doesn't know how it is shown.",
      severity: "error",
      from: { path: "^lib/", pathNot: TESTS },
      to: { path: "^(app|components)/" },
    },
    {
      name: "rules-are-pure",
      comment: "Rules take records and the instant, and may import types of anything.",
      severity: "error",
      from: { path: PURE, pathNot: TESTS },
      to: {
        path: [
          "^lib/db/",
          "^lib/generated/",
          "^lib/kernel/(command|execute|query|env|clock)",
          "^node_modules/(@prisma|pg|pg-boss|next)/",
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "rules-without-system",
      comment: "Rules open no file and no connection.",
      severity: "error",
      from: { path: PURE, pathNot: TESTS },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?crypto$" },
    },
    {
      name: "no-prisma-in-screens",
      comment: "Pages read through a room's queries, and write through commands.",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: { path: ["^lib/generated/prisma", "^lib/db/", "^node_modules/(@prisma|pg|pg-boss)/"] },
    },
    {
      name: "embedded-server-for-scripts",
      comment: "Only scripts and tests start, migrate and compare databases.",
      severity: "error",
      from: { path: "^lib/", pathNot: ["^lib/db/", TESTS] },
      to: { path: "^lib/db/(embedded|migrate|prepare|schema-difference)" },
    },
    {
      name: "ui-without-domain",
      comment: "components/ui knows no domain word.",
      severity: "error",
      from: { path: "^components/ui/" },
      to: {
        path: [
          `^lib/(${STAGES.join("|")}|lifecycle|access|accounts|calls|portfolio)/`,
          "^components/",
        ],
        pathNot: "^components/ui/",
      },
    },
    ...STAGES.map((stage) => ({
      name: `no-foreign-commands-in-${stage}`,
      comment: "A stage calls another's rules or queries, never its commands.",
      severity: "error",
      from: { path: `^lib/${stage}/`, pathNot: TESTS },
      to: { path: `^lib/(${STAGES.filter((other) => other !== stage).join("|")})/commands/` },
    })),
    {
      name: "production-without-development",
      comment: "What runs for users needs only dependencies.",
      severity: "error",
      from: {
        path: "^(app|components|lib)/",
        pathNot: [TESTS, "^lib/db/schema-difference", "^lib/db/embedded"],
      },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "resolvable",
      comment: "Every import leads somewhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "^(node_modules|lib/generated)" },
    exclude: { path: "^(\\.next|\\.data|\\.cache)" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
