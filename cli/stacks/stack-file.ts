import { readFile } from "node:fs/promises";
import path from "node:path";
import { isPair, parseDocument, Scalar, visit } from "yaml";
import { LOCAL_ENVIRONMENTS } from "../../domain/environment-name";
import { nearest } from "../../domain/nearest";
import { CommandError } from "../exit-code";
import { foundInstead } from "../given-file";
import { ownCommand } from "../own-command";
import { type MadeUpText, randomText } from "./made-up-text";
import { isProject, noProject, stacksOf } from "./project-folder";
import { expandSecretAliases, isSecure } from "./secret-aliases";
import { isOfPullRequest, nameInProject, stackFileName } from "./stack-file-name";
import { standIn } from "./stand-in";
import { withWantedSecrets } from "./wanted-secrets";

/** A stack's configuration as in its file; what is encrypted there, or still to be typed, is made up. */
export interface StackFile {
  readonly stack: string;
  readonly config: Record<string, unknown>;
  /** Top-level keys whose value is a secret. */
  readonly secretKeys: readonly string[];
  /** Every value that is made up, as `portcullis:service.environment.API_KEY`; those keys too. */
  readonly secretPlaces: readonly string[];
  /** Those of them that the file does not have yet; absent where it has all. */
  readonly notSet?: readonly string[];
}

/**
 * Reads Pulumi.<stack>.yaml.
 *
 * @param madeUp makes up what is encrypted there
 * @throws CommandError with the file, and the line where YAML cannot be read.
 */
export async function readStackFile(
  project: string,
  stack: string,
  madeUp: MadeUpText = randomText,
): Promise<StackFile> {
  const name = stackFileName(stack);
  const document = stackDocument(stack, decode(name, await read(project, stack)));
  expandSecretAliases(document, name);
  const { secretKeys, secretPlaces } = takeSecretsOut(document, madeUp);
  const { config, environment } = (document.toJS() ?? {}) as Pick<StackFile, "config"> & WithEnvironment;
  if (config === undefined || typeof config !== "object") {
    throw new CommandError(
      `${name}: expected a mapping under \`config:\`, got none. Copy a sample stack to begin.`,
    );
  }
  const { notSet, ...wanted } = withWantedSecrets({ config, secretKeys, secretPlaces }, madeUp);
  // An environment of Pulumi ESC that the stack imports may have them (pulumi.com/docs/esc/integrations/infrastructure/pulumi-iac),
  // and a stack that is only rehearsed needs none: no update asks for them.
  const isAsked = environment === undefined && !LOCAL_ENVIRONMENTS.includes(nameInProject(stack));
  return { stack, ...wanted, ...(notSet !== undefined && isAsked && { notSet }) };
}

/** What a stack file may have beside its configuration. */
interface WithEnvironment {
  readonly environment?: unknown;
}

/** The document of a stack file's text. @throws CommandError with the line where YAML cannot be read */
export function stackDocument(stack: string, text: string): ReturnType<typeof parseDocument> {
  // Else the library warns of a key that is a list on the terminal, with the words of the file.
  const document = parseDocument(text, { prettyErrors: true, logLevel: "error" });
  const [error] = document.errors;
  if (error !== undefined) {
    // The lines below quote the file, which may have a secret there.
    const [what = ""] = error.message.split("\n");
    throw new CommandError(`${stackFileName(stack)}: not valid YAML. ${what.replace(/:$/, "")}.`);
  }
  return document;
}

/** Whether a stack of this name may be one although it has no file: where the project has no stack file at all too. */
export function needsNoFile(project: string, stack: string): boolean {
  // A pull request's environment may have been removed since, and its file with it.
  return isOfPullRequest(stack) || stacksOf(project).length === 0;
}

/** @throws CommandError with the stacks that have a file, where this one has none */
export async function assertStackFile(project: string, stack: string): Promise<void> {
  assertNamed(project, stack);
  if (!needsNoFile(project, stack)) await read(project, stack);
}

async function read(project: string, stack: string): Promise<Buffer> {
  assertNamed(project, stack);
  const name = stackFileName(stack);
  try {
    return await readFile(path.join(project, name));
  } catch (cause) {
    if (isAbsent(cause) && !isProject(project) && stacksOf(project).length === 0)
      throw new CommandError(noProject(project), undefined, { cause });
    throw new CommandError(
      `${name}: expected a file that can be read, got ${foundInstead(cause)}. ${adviceFor(cause, project, stack)}`,
      undefined,
      { cause },
    );
  }
}

/** @throws CommandError for an empty name, as a variable that is not set leaves it */
function assertNamed(project: string, stack: string): void {
  if (nameInProject(stack) !== "") return;
  const there = stacksOf(project);
  const advice = there.length === 0 ? "" : ` Type a stack that has a file: ${there.join(", ")}.`;
  throw new CommandError(`expected a stack's name, got an empty one.${advice}`);
}

const isAbsent = (cause: unknown): boolean => (cause as NodeJS.ErrnoException).code === "ENOENT";

function adviceFor(cause: unknown, project: string, stack: string): string {
  if (!isAbsent(cause)) return "Make it a file that this account can read.";
  const there = stacksOf(project);
  const meant = nearest(stack, there);
  if (meant !== undefined) return `Did you mean the stack ${meant}?`;
  if (there.length === 0) return `No stack has a file here: type \`${ownCommand("adopt")}\`, or write one.`;
  return `Type a stack that has a file: ${there.join(", ")}.`;
}

function decode(name: string, bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CommandError(
      `${name}: expected UTF-8 text, got other bytes. Save the file as UTF-8.`,
      undefined,
      { cause },
    );
  }
}

/**
 * Removes every `{ secure: … }`: a rehearsal has no passphrase, and makes its own secrets. Inside a value each is
 * replaced by a made-up text, so that what depends on it finds something.
 */
function takeSecretsOut(
  document: ReturnType<typeof parseDocument>,
  madeUp: MadeUpText,
): Pick<StackFile, "secretKeys" | "secretPlaces"> {
  const secretKeys: string[] = [];
  const secretPlaces: string[] = [];
  visit(document, {
    Pair(_, pair, ancestors) {
      // document > contents > config pair > its map: a key at this depth is a configuration key.
      if (ancestors.length !== 4 || !isSecure(pair.value)) return undefined;
      secretKeys.push(String(pair.key));
      secretPlaces.push(String(pair.key));
      return visit.REMOVE;
    },
    Map(index, map, ancestors) {
      if (!isSecure(map)) return undefined;
      const place = placeOf(index, ancestors);
      secretPlaces.push(place);
      return new Scalar(standIn(place, undefined, madeUp));
    },
  });
  return { secretKeys, secretPlaces };
}

/** The keys that lead to a node, without `config`; an item of a list is its index. */
function placeOf(index: number | "key" | "value" | null, ancestors: readonly unknown[]): string {
  const keys = ancestors.flatMap((node) => (isPair(node) ? [String(node.key)] : []));
  return [...keys.slice(1), ...(typeof index === "number" ? [String(index)] : [])].join(".");
}
