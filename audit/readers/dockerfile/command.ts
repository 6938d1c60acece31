import type { Instruction } from "dockerfile-ast";
import { type Fact, type Knowable, known, type Place, type StartCommandFact, unknown } from "../../../domain";
import { quoteWords } from "../../../domain/shell-words";
import { webServerImage } from "../../../domain/web-server";
import { baseEntrypoint } from "./base-entrypoint";
import { baseImage } from "./stages";

/**
 * What the image runs. An ENTRYPOINT in exec form is given CMD as its arguments; one in shell form is given none. A
 * stage that sets ENTRYPOINT has no CMD but its own (docs.docker.com/reference/dockerfile, CMD and ENTRYPOINT).
 */
export function commandFacts(
  instructions: readonly Instruction[],
  place: (instruction: Instruction) => Place,
): readonly Fact[] {
  const { entry, cmd } = inForce(instructions);
  const main = cmd ?? entry;
  if (main === undefined) return baseCommand(instructions, place);
  const ofBase = cmd && baseEntrypoint(baseImage(instructions), execForm(cmd));
  const words = entry === undefined ? (ofBase ?? []) : execForm(entry);
  if (entry !== undefined && words === undefined) return [startOf(known(textOf(entry)), place(entry))];
  if (cmd === undefined) return [startOf(known(quoteWords(words ?? [])), place(main))];
  const rest = execForm(cmd);
  if (entry === undefined && rest?.[0]?.startsWith("-") === true) {
    const { entrypoint } = webServerImage(baseImage(instructions)) ?? {};
    if (entrypoint !== undefined) return [startOf(known(`${entrypoint} ${quoteWords(rest)}`), place(cmd))];
  }
  if (words?.length === 0)
    return [startOf(known(rest === undefined ? textOf(cmd) : quoteWords(rest)), place(main))];
  const given = rest ?? ["/bin/sh", "-c", textOf(cmd)];
  return [startOf(known(quoteWords([...(words ?? []), ...given])), place(main))];
}

/** Names of images that serve by themselves, of which no row says what they start. */
const SERVES = /(?:nginx|apache|httpd|caddy|traefik|haproxy|frankenphp|lighttpd|openresty|wordpress)/;

/** What an image starts that has no command of its own: its base's, where that is a web server's. */
function baseCommand(
  instructions: readonly Instruction[],
  place: (instruction: Instruction) => Place,
): readonly Fact[] {
  const [first] = instructions;
  const base = baseImage(instructions);
  if (first === undefined) return [];
  const image = webServerImage(base);
  if (image !== undefined) return [{ ...startOf(known(image.command), place(first)), ofBase: true }];
  return SERVES.test(base)
    ? [
        {
          ...startOf(unknown(`what the image ${base} starts by itself is not known here`), place(first)),
          ofBase: true,
        },
      ]
    : [];
}

function inForce(instructions: readonly Instruction[]): {
  readonly entry: Instruction | undefined;
  readonly cmd: Instruction | undefined;
} {
  let entry: Instruction | undefined;
  let cmd: Instruction | undefined;
  let ownCmd = false;
  for (const instruction of instructions) {
    const keyword = instruction.getKeyword();
    if (keyword === "FROM") ownCmd = false;
    if (keyword === "CMD") [cmd, ownCmd] = [instruction, true];
    if (keyword !== "ENTRYPOINT") continue;
    entry = instruction;
    if (!ownCmd) cmd = undefined;
  }
  return { entry, cmd };
}

function startOf(command: Knowable<string>, place: Place): StartCommandFact {
  return { kind: "start-command", command, place };
}

const textOf = (instruction: Instruction): string => instruction.getArgumentsContent() ?? "";

/** The words of `["a", "b"]`; Docker takes what is no JSON list of strings as shell form. */
function execForm(instruction: Instruction): readonly string[] | undefined {
  try {
    const list: unknown = JSON.parse(textOf(instruction));
    if (Array.isArray(list) && list.every((word) => typeof word === "string")) return list;
  } catch {
    return undefined;
  }
  return undefined;
}
