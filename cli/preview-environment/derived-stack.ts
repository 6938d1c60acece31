import { type Document, isMap, Scalar } from "yaml";
import type { StackConfiguration } from "../../config/stack";
import type { BranchDatabase } from "../../supabase-api";
import { CommandError } from "../exit-code";
import type { StackFile } from "../stacks/stack-file";
import { stackFileName } from "../stacks/stack-file-name";
import { writtenDatabases } from "../stacks/written-databases";
import { isMapping } from "../stacks/written-services";
import type { NamedBranch } from "./declared-branches";
import { SUPABASE_KEYS } from "./supabase-access";

export interface PreviewEnvironment {
  readonly pullRequest: number;
  /** The stack whose configuration it has. */
  readonly from: string;
  readonly branch: string;
  /** In ISO 8601, in UTC. */
  readonly expires: string;
}

/** The Supabase branches of an environment. */
export interface EnvironmentBranches {
  /** What is removed with the environment. */
  readonly own: readonly NamedBranch[];
  /** By the names of the databases that they take the place of. */
  readonly databases: ReadonlyMap<string, BranchDatabase>;
}

/** A secret of the environment's own; without a value, one is made up. */
export interface OwnSecret {
  /** The keys that lead to the database that it is of. */
  readonly database: readonly string[];
  /** Its path, as `pulumi config set --path` has it. */
  readonly place: string;
  readonly value?: string;
}

/** A stack beside the one that it is derived from, in the same organization where that is named. */
export const stackOf = (from: string, pullRequest: number): string =>
  [...from.split("/").slice(0, -1), `pr-${pullRequest}`].join("/");

/** PostgreSQL cuts longer names off. */
const LONGEST_NAME = 63;

/** Of the other stack alone. A database that is shared on purpose is not another environment's. */
const NOT_DERIVED = ["promotion", "otherEnvironments"];

/** @throws CommandError with every reason why a pull request's environment would use what is the other stack's own */
export function assertDerivable(from: string, file: StackFile, { databases }: StackConfiguration): void {
  const several = file.config["portcullis:databases"] !== undefined;
  const known = [...file.secretKeys, ...file.secretPlaces];
  const has = (name: string, key: string, short: string): boolean =>
    known.includes(several ? `portcullis:databases.${name}.${key}` : `portcullis:${short}`);
  const problems = Object.entries(databases).flatMap(([name, { supabase, host, previewBranch }]) => {
    if ((supabase ?? host) === undefined || has(name, "url", "databaseUrl")) {
      return [
        `the database ${name}: expected \`supabase\` or \`host\`, got a typed URL, which is ${from}'s own.`,
      ];
    }
    if (previewBranch === true || has(name, "adminPassword", "databaseAdminPassword")) return [];
    const key = several
      ? `--path portcullis:databases.${name}.adminPassword`
      : "portcullis:databaseAdminPassword";
    return [
      `the database ${name}: expected its administrator's password, which makes the role and its schema, got none. ` +
        `Type \`pulumi config set -s ${from} --secret ${key}\`.`,
    ];
  });
  if (problems.length === 0) return;
  throw new CommandError(`${stackFileName(from)} cannot be derived from:\n  - ${problems.join("\n  - ")}`);
}

/**
 * Changes a copy of the other stack's file to the pull request's own: names, branch, role and schema.
 *
 * @returns the passwords that it needs of its own
 */
export function derive(
  document: Document,
  environment: PreviewEnvironment,
  branches: EnvironmentBranches,
): readonly OwnSecret[] {
  const { pullRequest, branch } = environment;
  const config = (document.toJS() as { config?: Record<string, unknown> }).config ?? {};
  const set = (path: readonly string[], value: unknown): void =>
    document.setIn(["config", ...path], document.createNode(value));
  for (const key of NOT_DERIVED) document.deleteIn(["config", `portcullis:${key}`]);
  for (const key of SUPABASE_KEYS) document.deleteIn(["config", key]);
  for (const [path, service, key] of servicesIn(config)) {
    set([...path, "name"], `${String(service.name ?? key)}-pr-${pullRequest}`);
    if (service.runtime !== "image") document.setIn(["config", ...path, "branch"], quoted(branch));
    const short = path.length === 1 && service.verify === undefined;
    unrecorded(document, short ? ["portcullis:verify"] : [...path, "verify"]);
  }
  const passwords = writtenDatabases(config).map(({ name: called, path, database: { role } }) => {
    const place = path.length === 1 ? "portcullis:databasePassword" : [...path, "password"].join(".");
    const branch = branches.databases.get(called);
    if (branch !== undefined) {
      takeBranch(document, path, branch);
      return { database: path, place, value: branch.password };
    }
    const suffix = `_pr_${pullRequest}`;
    const name = `${String(role ?? "app").slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
    const own = { role: name, schemas: [name], ownSchemas: true, manageRole: true, importRole: false };
    for (const [key, value] of Object.entries({ ...own, privileges: "read-write" }))
      set([...path, key], value);
    return { database: path, place };
  });
  setEnvironment(document, environment, branches.own);
  return passwords;
}

/** Writes what an environment is, until when, and what is removed with it. */
export function setEnvironment(
  document: Document,
  { pullRequest, from, expires }: PreviewEnvironment,
  own: readonly NamedBranch[],
): void {
  const branches = own.length === 0 ? {} : { branches: own };
  const path = ["config", "portcullis:previewEnvironment"];
  document.setIn(path, document.createNode({ pullRequest, from, ...branches }));
  document.setIn([...path, "expires"], quoted(expires));
}

/** Pulumi reads a bare time or number as one, such as the branch 2026-11-30 or 1_0, and hands it on in another form. */
function quoted(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

/** Keys of a role that a branch does not have: its owner's is used. */
const OF_THE_ROLE = [
  ...["adminUser", "importRole", "privileges", "schemas", "ownSchemas", "owners", "extensions"],
  ...["bypassRowLevelSecurity", "previewBranch", "adminPassword"],
];

/** The database is the branch's, and the service logs in as its owner: nothing on it is to be removed by itself. */
function takeBranch(document: Document, path: readonly string[], branch: BranchDatabase): void {
  const at = ["config", ...path];
  for (const key of OF_THE_ROLE) document.deleteIn([...at, key]);
  if (path.length === 1) document.deleteIn(["config", "portcullis:databaseAdminPassword"]);
  document.setIn([...at, "supabase", "projectRef"], branch.projectRef);
  document.setIn([...at, "supabase", "poolerHost"], branch.poolerHost);
  document.setIn([...at, "role"], branch.user);
  document.setIn([...at, "manageRole"], false);
}

type Written = Readonly<Record<string, unknown>>;

function servicesIn(config: Written): (readonly [path: readonly string[], service: Written, key: string])[] {
  const one = config["portcullis:service"];
  const several = config["portcullis:services"];
  return [
    ...(isMapping(one) ? [[["portcullis:service"], one, "service"] as const] : []),
    ...Object.entries(isMapping(several) ? several : {}).map(
      ([key, service]) => [["portcullis:services", key], isMapping(service) ? service : {}, key] as const,
    ),
  ];
}

/** What fails in a pull request is said there: it is no failure of an environment that lasts. */
function unrecorded(document: Document, path: readonly string[]): void {
  if (isMap(document.getIn(["config", ...path]))) document.setIn(["config", ...path, "records"], false);
  else document.setIn(["config", ...path], document.createNode({ records: false }));
}
