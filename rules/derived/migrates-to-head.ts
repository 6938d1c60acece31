import { type Fact, type FactOf, factsOf } from "../../domain/fact";

/** Commands that end with an error where two migrations are the last, by tool; `upgrade heads` takes them both. */
const TO_ONE_HEAD = {
  // alembic.sqlalchemy.org/en/latest/branches.html, flask-migrate.readthedocs.io: `upgrade` goes to `head`.
  alembic: /(?<![\w./-])(?:alembic\s+upgrade\s+head|flask\s+db\s+upgrade(?:\s+head)?)(?=\s*(?:$|&&))/,
  // django/core/management/commands/migrate.py: conflicts are looked for before anything is applied.
  django: /(?<![\w.-])manage\.py\s+migrate(?![\w:-])(?![^&]*--(?:settings|help))/,
} as const;

/** What may keep a part of a command from running, or its error from ending the command. */
const CONDITIONAL = /[|;[\n]|(?<!&)&(?!&)|\b(?:test|if|then|set)\b/;

/** Whether a command of the service for certain ends with an error, as a chain that its tool loads has two heads. */
export function migratesToOneHead(facts: readonly Fact[], chain: readonly FactOf<"migration">[]): boolean {
  const shape = TO_ONE_HEAD[chain[0]?.tool ?? "alembic"];
  return (
    chain.every(({ loaded }) => loaded === true) &&
    commandsOf(facts).some((command) => shape.test(command) && !CONDITIONAL.test(command))
  );
}

function commandsOf(facts: readonly Fact[]): readonly string[] {
  return [...factsOf(facts, "platform-command"), ...factsOf(facts, "start-command")].flatMap(({ command }) =>
    command.known ? [command.value] : [],
  );
}
