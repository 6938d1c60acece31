import type { Fact } from "../../domain/fact";
import type { Place } from "../../domain/place";
import { simpleCommands } from "../../domain/start-command/shell";
import { statedCommands } from "../../domain/stated-commands";
import { variableOf } from "../../domain/variables";
import type { Judged } from "../../domain/verdict";

interface Question {
  readonly asks: RegExp;
  readonly unlessGiven: RegExp;
  readonly got: string;
  readonly fix: string;
  /** Whether it asks in production alone. */
  readonly inProduction?: true;
}

/**
 * Commands that ask at a terminal, which no deploy has (prisma.io/docs: Prisma CLI, environment is non-interactive;
 * laravel/framework: Illuminate/Console/ConfirmableTrait; docs.djangoproject.com: flush; read 2026-11-30).
 */
const QUESTIONS: readonly Question[] = [
  {
    asks: /^(?:\S*\/)?prisma migrate dev(?: |$)/,
    unlessGiven: /(?:^| )(?:--help|-h)(?: |$)/,
    got: "`prisma migrate dev`, which refuses to run without a terminal",
    fix: "Write `prisma migrate deploy`.",
  },
  {
    asks: /^(?:\S*\/)?prisma migrate reset(?: |$)/,
    unlessGiven: /(?:^| )(?:--force|-f|--help|-h)(?: |$)/,
    got: "`prisma migrate reset`, which refuses to run without a terminal",
    fix: "Write `prisma migrate deploy`.",
  },
  {
    asks: /^(?:\S*\/)?artisan (?:migrate(?::(?:fresh|refresh|reset|rollback))?|db:seed|db:wipe)(?: |$)/,
    unlessGiven: /(?:^| )(?:--force|--help|-h|--env=(?!prod)\S+)(?: |$)/,
    got: "`artisan` without `--force`, which asks in production and takes no answer for a no",
    fix: "Write `--force` behind it.",
    inProduction: true,
  },
  {
    asks: /^(?:\S*\/)?manage\.py flush(?: |$)/,
    unlessGiven: /(?:^| )(?:--no-?input|--help)(?: |$)/,
    got: "`flush`, which asks before it empties the database",
    fix: "Write `--no-input` behind it.",
  },
];

const STARTERS =
  /^(?:(?:npx|pnpm|yarn|bunx?|npm|exec|dlx|run|x|--|php|python[\d.]*|poetry|uv|pipenv|dotenv|--yes|-y)$|\S*\/(?:php|python[\d.]*)$)/;

/** What asks at a terminal, of all that a deploy runs. */
export function askingCommands(facts: readonly Fact[]): readonly Judged[] {
  return statedCommands(facts).flatMap(({ fact, by }): readonly Judged[] => {
    const { command, place } = fact;
    if (!command.known || /\||</.test(command.value)) return [];
    const look = (name: string) => variableOf(facts, fact, name);
    return simpleCommands(command.value, look).flatMap(({ words, conditional, variables }) =>
      conditional ? [] : judged(place, by, words, variables.APP_ENV ?? look("APP_ENV")),
    );
  });
}

function judged(
  place: Place,
  by: string,
  words: readonly string[],
  environment: string | undefined,
): readonly Judged[] {
  const first = words.findIndex((word) => !STARTERS.test(word));
  const text = words.slice(Math.max(first, 0)).join(" ");
  const question = QUESTIONS.find(({ asks, unlessGiven }) => asks.test(text) && !unlessGiven.test(text));
  if (question === undefined) return [];
  const { got, fix, inProduction } = question;
  if (inProduction === true && environment === undefined)
    return [{ place, why: `${by}: ${got}; APP_ENV is not set here, and Laravel takes production for it` }];
  if (inProduction === true && !/^prod(?:uction)?$/i.test(environment ?? "")) return [];
  return [{ place, what: by, expected: "a command that asks nothing", got, fix }];
}
