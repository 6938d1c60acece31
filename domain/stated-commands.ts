import { type Fact, type FactOf, factsOf } from "./fact";

/** A command that a deploy runs, and when. */
export interface StatedCommand {
  readonly fact: FactOf<"platform-command"> | FactOf<"start-command">;
  readonly by: FactOf<"platform-command">["by"] | "start command";
}

/** All commands that a service's deploy runs: to build, before it, and to start. */
export const statedCommands = (facts: readonly Fact[]): readonly StatedCommand[] => [
  ...factsOf(facts, "platform-command").map((fact) => ({ fact, by: fact.by })),
  ...factsOf(facts, "start-command").map((fact) => ({ fact, by: "start command" as const })),
];
