import type { Fact, Subject } from "../../../domain";
import { nodeAt, type Tree } from "../syntax/tree";

type Part = "build" | "deploy";
const PARTS = ["build", "deploy"] as const;

/**
 * The fields whose other spellings and places are seen in use (docs.railway.com/config-as-code/reference and
 * railway.com/railway.schema.json, 30 November 2026): a field that is in neither list may be a newer one.
 */
const FIELDS: Readonly<Record<Part, readonly string[]>> = {
  build: ["builder", "buildCommand", "dockerfilePath", "watchPatterns", "nixpacksConfigPath"],
  deploy: [
    "startCommand",
    "preDeployCommand",
    "healthcheckPath",
    "healthcheckTimeout",
    "restartPolicyType",
    "restartPolicyMaxRetries",
    "numReplicas",
    "sleepApplication",
    "cronSchedule",
  ],
};
/** Names of other platforms for them. */
const MEANT: Readonly<Record<string, string>> = { releaseCommand: "preDeployCommand" };
/** Values of a closed list; letters' case does not count. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  restartPolicyType: ["ON_FAILURE", "ALWAYS", "NEVER"],
};
/** Tables that people write for what Railway takes elsewhere. */
const TABLES: Readonly<Record<string, "services" | "variables">> = {
  services: "services",
  variables: "variables",
  env: "variables",
  envVars: "variables",
  environment: "variables",
};

/** What is wrong with a field of `build` or `deploy`: its spelling, its part or its value. */
export function fieldsOfParts(tree: Tree, from: unknown, subject: Subject): readonly Fact[] {
  const fields = PARTS.flatMap((part) =>
    tree.entries(tree.value(from, part)).flatMap(({ key, keyNode, value }): readonly Fact[] => {
      if (FIELDS[part].includes(key)) return [];
      const place = tree.place(keyNode, `${part}.${key}`);
      const field = { kind: "unknown-field", format: "railway", ...subject, place, field: key } as const;
      const nearest = sameIn(FIELDS[part], key) ?? (Object.hasOwn(MEANT, key) ? MEANT[key] : undefined);
      if (nearest !== undefined) return [{ ...field, nearest }];
      const other = PARTS.find((one) => FIELDS[one].includes(key));
      if (other !== undefined) return [{ ...field, nearest: `${other}.${key}` }];
      const table = tableOf(key, value, tree);
      return table === undefined ? [] : [{ ...field, nearest: undefined, insteadOf: table }];
    }),
  );
  return [...fields, ...untakenValues(tree, from, subject)];
}

/** What is written beside `build` and `deploy`, of the root or of an environment, and sets nothing. */
export function fieldsElsewhere(tree: Tree, from: unknown, subject: Subject, at = ""): readonly Fact[] {
  return tree.entries(from).flatMap(({ key, keyNode, value }): readonly Fact[] => {
    const part = PARTS.find((one) => sameIn(FIELDS[one], key) !== undefined);
    const place = tree.place(keyNode, `${at}${key}`);
    const field = { kind: "unknown-field", format: "railway", ...subject, place, field: key } as const;
    if (part !== undefined)
      return [{ ...field, nearest: `${at}${part}.${sameIn(FIELDS[part], key) ?? key}` }];
    const table = tableOf(key, value, tree);
    return table === undefined ? [] : [{ ...field, nearest: undefined, insteadOf: table }];
  });
}

function tableOf(key: string, value: unknown, tree: Tree): "services" | "variables" | undefined {
  const isTable = tree.entries(value).length + tree.items(value).length > 0;
  return isTable && Object.hasOwn(TABLES, key) ? TABLES[key] : undefined;
}

/** The field of a list that differs by its letters' case or by underscores alone. */
function sameIn(fields: readonly string[], key: string): string | undefined {
  const plain = (name: string): string => name.toLowerCase().replaceAll("_", "");
  return fields.find((field) => plain(field) === plain(key));
}

function untakenValues(tree: Tree, from: unknown, subject: Subject): readonly Fact[] {
  return Object.entries(VALUES).flatMap(([field, values]): readonly Fact[] => {
    const node = nodeAt(tree, from, "deploy", field);
    const got = tree.text(node);
    if (got === undefined || values.includes(got.trim().toUpperCase())) return [];
    const place = tree.place(node, `deploy.${field}`);
    const taken = { values, got };
    return [
      { kind: "unknown-field", format: "railway", ...subject, place, field, nearest: undefined, taken },
    ];
  });
}
