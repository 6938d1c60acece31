import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { type Document, isMap, parseDocument } from "yaml";
import { CommandError } from "../exit-code";
import { notShown, refusalAdvice, refusalOf } from "../stacks/own-pulumi";
import type { Pulumi } from "../stacks/pulumi";
import { sameProvider } from "../stacks/secrets-provider";
import { isSameStack, stackFilePath } from "../stacks/stack-file-name";
import { writeOutput } from "../written-output";
import type { NamedBranch } from "./declared-branches";
import {
  derive,
  type EnvironmentBranches,
  type OwnSecret,
  type PreviewEnvironment,
  setEnvironment,
} from "./derived-stack";
import { hasNoUpdate } from "./newest-update";

/** Where a stack's configuration is; its name may have an organization in front. */
export const stackFileOf = (project: string, stack: string): string => stackFilePath(project, stack);

/** @returns what it printed @throws CommandError with Pulumi's own sentence */
async function succeed(pulumi: Pulumi, args: readonly string[], input?: string): Promise<string> {
  const run = await pulumi(args, input === undefined ? {} : { input });
  if (run.exitCode === 0) return run.stdout;
  const why = refusalOf(run.output);
  throw new CommandError(`\`pulumi ${args.join(" ")}\`: ${why}${refusalAdvice(why)}`);
}

/** The project's stacks, by the names that the backend has them by. */
export async function stacksAt(pulumi: Pulumi): Promise<readonly string[]> {
  const listed = JSON.parse(await succeed(pulumi, ["stack", "ls", "--json"])) as { readonly name: string }[];
  return listed.map(({ name }) => name);
}

export async function isThere(pulumi: Pulumi, stack: string): Promise<boolean> {
  return (await stacksAt(pulumi)).some((name) => isSameStack(name, stack));
}

/**
 * Brings a stack's file back that a fresh checkout does not have: its newest update holds the configuration.
 *
 * @returns whether there is a file now
 */
export async function restoreFile(pulumi: Pulumi, project: string, stack: string): Promise<boolean> {
  if (existsSync(stackFileOf(project, stack))) return true;
  const run = await pulumi(["config", "refresh", "--force", "-s", stack]);
  return run.exitCode === 0 && existsSync(stackFileOf(project, stack));
}

/** Makes the stack where it is new. */
export async function ensureStack(
  pulumi: Pulumi,
  project: string,
  stack: string,
  from: string,
): Promise<void> {
  if (!(await isThere(pulumi, stack))) await makeStack(pulumi, project, stack, from);
  else if (!(await restoreFile(pulumi, project, stack))) {
    // Never updated, so that nothing is in it; `stack rm` refuses where that is not so.
    await succeed(pulumi, ["stack", "rm", "--yes", stack]);
    await makeStack(pulumi, project, stack, from);
  }
}

/**
 * Puts into the backend until when a stack is to be there, and what is removed with it, where it has had no update:
 * the first one makes nothing, and has its configuration. What is made afterwards is found by `expire`, whatever comes.
 */
export async function ensureEnd(
  pulumi: Pulumi,
  { project, stack }: { readonly project: string; readonly stack: string },
  environment: PreviewEnvironment,
  own: readonly NamedBranch[],
): Promise<void> {
  if (!(await hasNoUpdate(pulumi, stack))) return;
  const file = stackFileOf(project, stack);
  const document = parseDocument(existsSync(file) ? readFileSync(file, "utf8") : "");
  emptyConfig(document);
  setEnvironment(document, environment, own);
  writeOutput(file, document.toString());
  await succeed(pulumi, ["refresh", "-s", stack, "--yes", "--skip-preview"]);
}

/** Gives the stack the other stack's configuration with what is its own. */
export async function writeOwnStack(
  pulumi: Pulumi,
  { project, stack }: { readonly project: string; readonly stack: string },
  environment: PreviewEnvironment,
  branches: EnvironmentBranches,
): Promise<void> {
  const { from } = environment;
  const file = stackFileOf(project, stack);
  const before = existsSync(file) ? parseDocument(readFileSync(file, "utf8")) : undefined;
  if (before !== undefined) {
    const bare = before.clone() as Document;
    emptyConfig(bare);
    writeOutput(file, bare.toString());
  }
  await succeed(pulumi, ["config", "cp", "-s", from, "--dest", stack]);
  const document = parseDocument(readFileSync(file, "utf8"));
  const passwords = derive(document, environment, branches);
  const missing = passwords.filter((secret) => !keepSecret(document, before, secret));
  // They are the other stack's: an interruption before they are set would let the next run take them for its own.
  for (const { place } of missing) document.deleteIn(["config", ...place.split(".")]);
  writeOutput(file, document.toString());
  for (const { place, value } of missing) {
    const options = place.includes(".") ? ["--path"] : [];
    const password = value ?? randomBytes(24).toString("base64url");
    // By standard input: every user of the machine can read arguments.
    await succeed(pulumi, ["config", "set", "-s", stack, "--secret", ...options, place], password);
  }
}

/** A new stack's file may have nothing in it, which is no mapping. */
function emptyConfig(document: Document): void {
  if (isMap(document.contents)) document.delete("config");
}

async function makeStack(pulumi: Pulumi, project: string, stack: string, from: string): Promise<void> {
  // A passphrase that does not open the other stack would become the new one's own.
  const secrets = await pulumi(["config", "--show-secrets", "--json", "-s", from]);
  if (secrets.exitCode !== 0) throw notShown(`the secrets of the stack ${from}`, secrets);
  rmSync(stackFileOf(project, stack), { force: true });
  const same = sameProvider(readFileSync(stackFileOf(project, from), "utf8"));
  await succeed(pulumi, ["stack", "init", stack, "--no-select", ...same]);
}

/** A password that was made up stays the one before: a new one would be a new login. */
function keepSecret(
  document: Document,
  before: Document | undefined,
  { database, place, value }: OwnSecret,
): boolean {
  if (value !== undefined) return false;
  // That of a branch which is not declared any more is no password of a role's.
  if (before?.getIn(["config", ...database, "manageRole"]) === false) return false;
  const at = ["config", ...place.split(".")];
  const kept = before?.getIn(at);
  const own = before?.hasIn(["config", "portcullis:previewEnvironment"]) === true;
  if (!own || kept === undefined) return false;
  document.setIn(at, kept);
  return true;
}
