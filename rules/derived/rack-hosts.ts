import { type Fact, factsOf } from "../../domain/fact";
import type { Undecided } from "../../domain/rule";
import { flagValue } from "../../domain/start-command/flag-value";
import { type SimpleCommand, simpleCommands } from "../../domain/start-command/shell";
import { variableOf } from "../../domain/variables";

const ENVIRONMENT_FLAGS: Readonly<Record<string, readonly string[]>> = {
  rackup: ["-E", "--env"],
  puma: ["-e", "--environment"],
  thin: ["-e", "--environment"],
};

/**
 * Sinatra, whose environment is APP_ENV, then RACK_ENV, permits localhost alone in development from 4.1 on, and answers
 * `Host not permitted` (sinatrarb.com: host_authorization, read 2026-12-01). Whether it is Sinatra is in the code.
 */
export function permitsLocalhostAlone(facts: readonly Fact[]): readonly Undecided[] {
  return factsOf(facts, "start-command").flatMap((fact) => {
    const { command, place } = fact;
    if (!command.known || place.source !== "resource") return [];
    const look = (name: string) => variableOf(facts, fact, name);
    return simpleCommands(command.value).some((one) => isRackInDevelopment(one, look))
      ? [{ place, why: "Sinatra permits no host but localhost in development, and may be what is started" }]
      : [];
  });
}

function isRackInDevelopment(
  { words, variables }: SimpleCommand,
  look: (name: string) => string | undefined,
): boolean {
  const at = words.findIndex((word) => word in ENVIRONMENT_FLAGS || word === "ruby");
  const program = words[at];
  if (program === undefined) return false;
  const own = words.slice(at + 1);
  if (program === "ruby" && !own.some((word) => word.endsWith(".rb"))) return false;
  const of = (name: string) => variables[name] ?? look(name);
  // Rails' own variable goes before Rack's.
  if (program !== "ruby" && !/^(?:development)?$/.test(of("RAILS_ENV") ?? "")) return false;
  const given = flagValue(own, ENVIRONMENT_FLAGS[program] ?? []);
  return (given ?? of("APP_ENV") ?? of("RACK_ENV")) === "development";
}
