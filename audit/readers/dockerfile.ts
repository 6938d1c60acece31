import path from "node:path";
import { DockerfileParser, Env, type From, type Instruction } from "dockerfile-ast";
import type { Fact, Knowable, Place } from "../../domain";
import { known, unknown } from "../../domain";
import type { Reader } from "../reader";
import { SECRET_NAME, URL_WITH_PASSWORD } from "../secret-variable";
import { quoteWords } from "./command-words";
import { ownUrlPort } from "./own-url";

const NAME = /^(?:Dockerfile(?:\.[\w.-]+)?|[\w.-]+\.Dockerfile|Containerfile)$/i;

/** Dockerfiles: what the image of the last stage, and of the stages that it builds upon, runs with. */
export const DOCKERFILE: Reader = {
  name: "dockerfile",
  accepts: (file) => NAME.test(path.posix.basename(file)),
  read({ path: file, text }) {
    const instructions = lastImage(DockerfileParser.parse(text).getInstructions());
    const place = (instruction: Instruction, key?: string): Place => {
      const { line, character } = instruction.getInstructionRange().start;
      return {
        source: "file",
        file,
        line: line + 1,
        column: character + 1,
        ...(key === undefined ? {} : { key }),
      };
    };
    const facts = instructions.flatMap((instruction) => stated(instruction, place));
    return { facts: [...facts, ...command(instructions, place)], problems: [] };
  },
};

type PlaceOf = (instruction: Instruction, key?: string) => Place;

/** The instructions of the last stage, after those of the stage that its FROM names, and so on upwards. */
function lastImage(all: readonly Instruction[]): readonly Instruction[] {
  const starts = all.flatMap((instruction, at) => (instruction.getKeyword() === "FROM" ? [at] : []));
  let kept: readonly Instruction[] = [];
  let wanted: string | undefined;
  for (const [index, start] of [...starts.entries()].toReversed()) {
    const from = all[start] as From;
    if (index < starts.length - 1 && from.getBuildStage()?.toLowerCase() !== wanted) continue;
    kept = [...all.slice(start, starts[index + 1]), ...kept];
    wanted = from.getImage()?.toLowerCase();
    if (wanted === undefined) break;
  }
  return kept;
}

function stated(instruction: Instruction, place: PlaceOf): readonly Fact[] {
  switch (instruction.getKeyword()) {
    case "EXPOSE":
      return instruction.getArguments().flatMap((argument): Fact[] => {
        const [, port, protocol] = /^(\d{1,5})(?:\/(\w+))?$/.exec(argument.getValue()) ?? [];
        if (port === undefined || protocol === "udp") return [];
        return [{ kind: "port", role: "exposed", place: place(instruction), port: known(Number(port)) }];
      });
    case "ENV":
      return instruction instanceof Env ? variables(instruction, place) : [];
    case "HEALTHCHECK": {
      const port = ownUrlPort(instruction.getArgumentsContent() ?? "");
      if (port === undefined) return [];
      return [{ kind: "port", role: "health-check", place: place(instruction), port: known(port) }];
    }
    default:
      return [];
  }
}

function variables(instruction: Env, place: PlaceOf): readonly Fact[] {
  return instruction.getProperties().map((property): Fact => {
    const name = property.getName();
    const text = property.getUnescapedValue() ?? "";
    const value: Knowable<string> = text.includes("$")
      ? unknown("it refers to another variable")
      : known(text);
    const secret = SECRET_NAME.test(name) || URL_WITH_PASSWORD.test(text);
    return { kind: "variable", place: place(instruction, name), name, value, secret };
  });
}

/** An ENTRYPOINT in exec form is given CMD as its arguments; one in shell form is given none. */
function command(instructions: readonly Instruction[], place: PlaceOf): readonly Fact[] {
  const entry = instructions.findLast((instruction) => instruction.getKeyword() === "ENTRYPOINT");
  const cmd = instructions.findLast((instruction) => instruction.getKeyword() === "CMD");
  const main = entry === undefined ? cmd : (cmd ?? entry);
  if (main === undefined) return [];
  const words = entry === undefined ? undefined : execForm(entry);
  if (entry !== undefined && words === undefined) return [startOf(known(textOf(entry)), place(entry))];
  const rest = cmd === undefined ? [] : execForm(cmd);
  if (words === undefined)
    return [startOf(known(rest === undefined ? textOf(main) : quoteWords(rest)), place(main))];
  if (rest === undefined) return [startOf(unknown("ENTRYPOINT is given CMD in shell form"), place(main))];
  return [startOf(known(quoteWords([...words, ...rest])), place(main))];
}

function startOf(command: Knowable<string>, place: Place): Fact {
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
