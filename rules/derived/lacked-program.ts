import { type Fact, factsOf, type StartCommandFact, type Subject } from "../../domain/fact";
import type { Place } from "../../domain/place";
import type { LackedProgram } from "../../domain/platform";
import type { Knowledge, Violation } from "../../domain/rule";
import { type SimpleCommand, simpleCommands } from "../../domain/start-command/shell";
import { withoutWrappers } from "../../domain/start-command/wrappers";
import { askedVariables, isSet } from "../../domain/variables";
import { isManifest, platformsAt } from "../../platforms";

/** A program of a start command that the service's platform does not have. */
export interface Lacked {
  /** The program's name, or what is asked of it. */
  readonly program: string;
  readonly platform: string;
  readonly row: LackedProgram;
}

/** The first program without which the start command fails there; undefined where it has all that are known. */
export function lackedProgram(
  fact: Subject & Pick<StartCommandFact, "place">,
  command: string,
  facts: readonly Fact[],
  settings: Knowledge,
): Lacked | undefined {
  // What another tool starts, such as compose, starts on a machine of its own.
  if (!isManifest(fact.place, settings)) return undefined;
  const { look } = askedVariables(facts, fact);
  const platforms = platformsAt(fact.place, facts, settings);
  const rows = factsOf(facts, "platform")
    .filter(({ service }) => service === fact.service)
    .flatMap((stated) => {
      const platform = platforms.find(({ id }) => id === stated.platform);
      return (platform?.lacks?.(stated) ?? []).map((row) => ({ row, platform: platform?.name ?? "" }));
    })
    .filter(({ row }) => row.unless?.some((name) => isChanged(name, fact, command, facts)) !== true);
  if (rows.length === 0) return undefined;
  for (const { words } of decisive(command, simpleCommands(command, look))) {
    const own = withoutWrappers(words);
    const [name = "", next = ""] = own;
    const program = name.replace(/^\/usr(?:\/local)?\/s?bin\//, "");
    for (const found of rows) {
      const { row } = found;
      if (!row.name.test(program) || row.words?.test(next) === false) continue;
      if (row.doing === undefined) return { program, ...found };
      const [doing] = row.doing.exec(own.join(" ")) ?? [];
      if (doing !== undefined) return { program: doing, ...found };
    }
  }
  return undefined;
}

/** `docker: command not found`, `Cannot connect to the Docker daemon`. */
export function ofLacked(place: Place, what: string, { program, platform, row }: Lacked): Violation {
  return {
    place,
    what,
    expected: `programs that ${platform} has`,
    got: `\`${program}\`: there ${row.why}`,
    fix: row.fix,
  };
}

function isChanged(name: string, fact: Subject, command: string, facts: readonly Fact[]): boolean {
  return command.includes(`${name}=`) || isSet(facts, fact, name);
}

/** The commands whose failure ends the line: between `;` and `||` a shell goes on after one. */
function decisive(text: string, commands: readonly SimpleCommand[]): readonly SimpleCommand[] {
  const all = /[;|\n]/.test(text) ? commands.slice(-1) : commands;
  return all.filter(({ background, conditional }) => !background && !conditional);
}

export function whyLacked({ program, platform }: Lacked): string {
  return `${platform}'s runtime is not known to have \`${program}\`, unless the build brings it`;
}
