import type { OnlyWhere } from "../../../../domain";
import type { Repository } from "../../../reader";
import { rustTruth } from "./rust-attributes";
import { otherwise, type When } from "./when";

/** learn.microsoft.com/aspnet/core/fundamentals/environments: Production where neither is set. */
export const ASPNET = { variables: ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"], without: "Production" };
/** sinatrarb.com/intro: environments. What counts where neither is set depends on the platform. */
export const SINATRA = { variables: ["APP_ENV", "RACK_ENV"] };
/** hexdocs.pm/mix: a release is built with MIX_ENV=prod. */
const MIX = { variables: ["MIX_ENV"], without: "prod" };
const NAMES: Readonly<Record<string, string>> = {
  IsDevelopment: "Development",
  IsStaging: "Staging",
  IsProduction: "Production",
};

/** Conditions of each language whose outcome follows from how a program is built, or from a variable. */
export function meaningOf(path: string, text: string, repository: Repository) {
  return (condition: string): When | undefined => {
    if (path.endsWith(".cs")) return csharp(condition, text);
    if (!path.endsWith(".rs")) return undefined;
    const [, not, inside] = /^(!?)\s*cfg!\s*\((.*)\)$/s.exec(condition) ?? [];
    const truth = inside === undefined ? undefined : rustTruth(inside, repository);
    if (truth === undefined) return undefined;
    return truth === (not === "") ? "always" : "never";
  };
}

function csharp(condition: string, text: string): When | undefined {
  const [, not, asked, other] =
    /^(!?)\s*[\w.]+\.(?:(Is(?:Development|Staging|Production))\(\)|IsEnvironment\(\s*"(\w+)"\s*\))$/.exec(
      condition,
    ) ?? [];
  const name = other ?? (asked && NAMES[asked]);
  if (name !== undefined) return negatedBy({ ...ASPNET, holds: name }, not === "!");
  return portIsSet(condition, text);
}

const SET: readonly RegExp[] = [
  /^(\w+)\s+is\s+not\s+null$/,
  /^(\w+)\s*!=\s*null$/,
  /^!\s*(?:[sS]tring)\.IsNullOr(?:Empty|WhiteSpace)\(\s*(\w+)\s*\)$/,
];
const NOT_SET: readonly RegExp[] = [
  /^(\w+)\s+is\s+null$/,
  /^(\w+)\s*==\s*null$/,
  /^(?:[sS]tring)\.IsNullOr(?:Empty|WhiteSpace)\(\s*(\w+)\s*\)$/,
];

/** Whether a name that holds PORT has a value. */
function portIsSet(condition: string, text: string): When | undefined {
  for (const [forms, not] of [
    [SET, false],
    [NOT_SET, true],
  ] as const)
    for (const form of forms) {
      const [, name] = form.exec(condition) ?? [];
      if (name !== undefined && new RegExp(`\\b${name}\\s*=[^;\\n]{0,80}"PORT"\\s*\\)`).test(text))
        return negatedBy({ variables: ["PORT"], holds: "PORT" }, not);
    }
  return undefined;
}

/** What a condition of Ruby says of Sinatra's environment, or of Elixir's of Mix': names of it, and `not`, `and`, `or`. */
export function environmentOf(path: string, condition: string): When | undefined {
  const isElixir = /\.exs?$/.test(path);
  const [environment, named] = isElixir ? [MIX, elixirNames(condition)] : [SINATRA, rubyNames(condition)];
  const holds = named
    .replaceAll(/\bnot\b/g, "!")
    .replaceAll(/\band\b/g, "&&")
    .replaceAll(/\bor\b/g, "||");
  const rest = holds.replaceAll(/«\w+»|\|\|?|&&?|[!()\s]/g, "");
  return rest === "" && holds.includes("«")
    ? { ...environment, holds: holds.replaceAll(/[«»]/g, "") }
    : undefined;
}

function rubyNames(condition: string): string {
  return condition
    .replaceAll(/(?:\b[\w:]+\.)?\b(development|production|test)\?/g, "«$1»")
    .replaceAll(
      /(?:ENV(?:\.fetch\(|\[)\s*["'](?:APP|RACK)_ENV["'][^)\]]{0,40}[)\]]|(?:\b[\w:]+\.)?environment)\s*==\s*(?::|["'])(\w+)["']?/g,
      "«$1»",
    );
}

function elixirNames(condition: string): string {
  return condition
    .replaceAll(/\b(?:config_env\(\)|Mix\.env\(\)|Mix\.env)\s*==\s*:(\w+)/g, "«$1»")
    .replaceAll(/\b(?:config_env\(\)|Mix\.env\(\)|Mix\.env)\s*!=\s*:(\w+)/g, "!«$1»")
    .replaceAll(
      /\b(?:config_env\(\)|Mix\.env\(\)|Mix\.env)\s+in\s+\[([:\w\s,]+)\]/g,
      (_, names: string) => `(${[...names.matchAll(/\w+/g)].map(([name]) => `«${name}»`).join("||")})`,
    );
}

function negatedBy(where: OnlyWhere, not: boolean): When {
  return not ? otherwise(where) : where;
}
