import { type Fact, factsOf, type VariableFact } from "../../domain/fact";
import type { Judged } from "../../domain/verdict";

/** A key without which a framework answers nothing, and how one sees that the framework is there. */
interface Key {
  readonly name: string;
  readonly framework: string;
  /** The word of its own commands. */
  readonly command: RegExp;
  /** A variable that it alone reads. */
  readonly beside: RegExp;
  /** The platform's runtimes that may run it; of an image nothing is known. */
  readonly runtimes: RegExp;
  readonly make: string;
}

const OF_IMAGES = "docker|image";

/**
 * Each takes the text as it is, also where it is empty: another source of the key is not asked then
 * (api.rubyonrails.org: Rails::Application#secret_key_base; hexdocs.pm/phoenix/deployment.html; laravel.com/docs/encryption).
 */
const KEYS: readonly Key[] = [
  {
    name: "SECRET_KEY_BASE",
    framework: "Rails",
    command: /\brails\b/,
    beside: /^RAILS_/,
    runtimes: new RegExp(`^(?:ruby|${OF_IMAGES})$`),
    make: "bin/rails secret",
  },
  {
    name: "SECRET_KEY_BASE",
    framework: "Phoenix",
    command: /\bmix phx\.server\b/,
    beside: /^PHX_/,
    runtimes: new RegExp(`^(?:elixir|${OF_IMAGES})$`),
    make: "mix phx.gen.secret",
  },
  {
    name: "APP_KEY",
    framework: "Laravel",
    command: /\bartisan\b/,
    beside: /^(?:APP_DEBUG|LOG_CHANNEL|QUEUE_CONNECTION|SESSION_DRIVER|CACHE_(?:STORE|DRIVER))$/,
    runtimes: new RegExp(`^(?:${OF_IMAGES})$`),
    make: "php artisan key:generate --show",
  },
];

/** What signs with such a key ends without one; code may have another in its place where the text is empty. */
const SIGNING =
  /^(?:(?:DJANGO|FLASK|APP)_)?SECRET_KEY$|^(?:JWT|SESSION|COOKIE|AUTH|NEXTAUTH|BETTER_AUTH)_SECRET(?:_KEY)?$/;

/** Keys of frameworks that are set to nothing. Whether the framework is there is not always known. */
export function emptyKeys(facts: readonly Fact[]): readonly Judged[] {
  const empty = factsOf(facts, "variable").filter(
    ({ place, value }) => place.source === "resource" && value.known && value.value.trim() === "",
  );
  return empty.flatMap((fact) => judged(fact, facts));
}

function judged({ place, name, service }: VariableFact, facts: readonly Fact[]): readonly Judged[] {
  const own = <F extends { readonly service?: string }>(fact: F): boolean => fact.service === service;
  const commands = factsOf(facts, "start-command").flatMap((fact) =>
    own(fact) && fact.command.known ? [fact.command.value] : [],
  );
  const names = factsOf(facts, "variable")
    .filter(own)
    .map((fact) => fact.name);
  const runtimes = factsOf(facts, "platform").flatMap((fact) => (own(fact) ? (fact.runtime ?? []) : []));
  const rows = KEYS.filter(
    (row) => row.name === name && runtimes.some((runtime) => row.runtimes.test(runtime)),
  );
  const row = rows.find(
    ({ command, beside }) =>
      commands.some((text) => command.test(text)) || names.some((other) => beside.test(other)),
  );
  if (row !== undefined) {
    const got = `nothing, and ${row.framework} answers no request without it`;
    const fix = `Make one with \`${row.make}\`, and keep it with \`pulumi config set --secret\`.`;
    return [{ place, what: `variable ${name}`, expected: "a key", got, fix }];
  }
  const why = `${name} is empty, and ${rows.map(({ framework }) => framework).join(" or ")} answers no request then`;
  if (rows.length > 0) return [{ place, why }];
  const signs = `${name} is empty, and what signs with it ends; the code may have another in its place`;
  return SIGNING.test(name) ? [{ place, why: signs }] : [];
}
