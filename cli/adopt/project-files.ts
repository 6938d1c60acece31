import path from "node:path";
import { isMap, parseDocument, stringify } from "yaml";
import type { Installed } from "../../engine";
import { devDependencies } from "../../package.json";
import { textOf } from "./written-files";

/** The program of an adopted repository: all that differs between environments is in the stack files. */
export const PROGRAM = `import { Environment, environmentArgs, readStack } from "portcullis";

const stack = readStack();
const environment = new Environment(stack.environmentName, environmentArgs(stack));

export const { services, databases, url, serviceId, verification } = environment;
// Null, because Pulumi warns of an output that is undefined.
export const port = environment.port.apply((declared) => declared ?? null);
export const database = environment.database.apply((endpoint) => endpoint ?? null);
`;

const POLICY = (name: string): string => `// The policy pack of Portcullis, with room for rules of your own.
const { createPolicyPack } = require("portcullis/policy");

createPolicyPack({
  name: "${name}",
  // settings: { standardPort: 8000 },
  // enforcementLevels: { "port-standard": "advisory" },
  policies: require("./own-policies.js"),
});
`;

const OWN_POLICIES = `// Policies of your own, judged beside those of the pack:
//
//   {
//     name: "in-europe",
//     description: "Services run in Europe.",
//     enforcementLevel: "mandatory",
//     validateResource: ({ type, props }, report) => {
//       if (type === "render:index/webService:WebService" && props.region !== "frankfurt") report("Expected frankfurt.");
//     },
//   },

/** @type {import("@pulumi/policy").Policies} */
module.exports = [];
`;

const TYPES = {
  compilerOptions: {
    ...{ target: "es2022", module: "node16", strict: true, noEmit: true, skipLibCheck: true },
    types: ["node"],
  },
  files: ["index.ts"],
};

const IGNORED = `node_modules/
# Stack files and package-lock.json belong to the repository: secrets in stack files are encrypted.
`;

/** Packages of which one instance serves the program and this package, and those that check the program's types. */
const RUNS = ["@pulumi/pulumi", "@pulumi/policy"] as const;
const CHECKS = ["@types/node", "typescript"] as const;

/** The files of a Pulumi project but its stack files, by their paths in it. */
export function projectFiles(name: string, installed: readonly Installed[]): ReadonlyMap<string, string> {
  return new Map([
    ["Pulumi.yaml", projectFile(name)],
    ["index.ts", PROGRAM],
    ["package.json", json(packageFile(name, installed))],
    ["tsconfig.json", json(TYPES)],
    [".gitignore", IGNORED],
    ["policy/PulumiPolicy.yaml", policyFile(name)],
    [
      "policy/package.json",
      json({ name: `${name}-policy`, version: "1.0.0", private: true, main: "index.js" }),
    ],
    ["policy/index.js", POLICY(name)],
    ["policy/own-policies.js", OWN_POLICIES],
  ]);
}

/** Pulumi takes no other (pulumi: sdk/go/common/tokens/names.go). */
const PROJECT_NAME = /^[\w.-]{1,100}$/;

/** The name in a folder's Pulumi.yaml; undefined where there is none. */
export function ownName(folder: string): string | undefined {
  const { contents } = parseDocument(textOf(path.join(folder, "Pulumi.yaml")) ?? "");
  const name = isMap(contents) ? contents.get("name") : undefined;
  return typeof name === "string" && PROJECT_NAME.test(name) ? name : undefined;
}

function projectFile(name: string): string {
  return stringify({
    name,
    description: `The environments of ${name}`,
    main: "index.ts",
    runtime: {
      name: "nodejs",
      // Types are removed, and checked by \`npx tsc\`. Pulumi's SDK starts in half the time.
      options: { typescript: false, nodeargs: "--require portcullis/typescript" },
    },
    plugins: {
      providers: [
        { name: "render", path: "node_modules/portcullis/render" },
        // Pulumi's own, which this one starts in a third of the time.
        { name: "pulumi-nodejs", path: "node_modules/portcullis/dist/dynamic-provider" },
      ],
    },
  });
}

function policyFile(name: string): string {
  return stringify({
    description: `What every environment of ${name} must keep`,
    runtime: { name: "nodejs", options: { typescript: false } },
    main: "index.js",
  });
}

function packageFile(name: string, installed: readonly Installed[]): unknown {
  const named = (names: readonly (keyof typeof devDependencies)[]) =>
    names.map((each) => [each, devDependencies[each]] as const);
  const [portcullis, ...others] = installed.map((each) => [each.name, each.specifier] as const);
  return {
    name: `${name.toLowerCase()}-infra`,
    private: true,
    dependencies: Object.fromEntries([...named(RUNS), ...(portcullis === undefined ? [] : [portcullis])]),
    devDependencies: Object.fromEntries(
      [...named(CHECKS), ...others].toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
