import type { DatabaseQuestion } from "../../connect";
import { DRIVERS, type DriverName, parseConnectionUrl } from "../../domain";
import { writtenForm } from "../../domain/connection-url/written-form";
import { CommandError } from "../exit-code";
import { assertFilledIn } from "./filled-in";

/** `password` and `sslpassword` of libpq: what a way is asked with is printed. */
const SECRET_PARAMETER = /passw(?:or)?d$/i;

/**
 * What to ask of a URL's database.
 *
 * @param where the variable or the key that holds the URL
 * @throws CommandError that names it and the part, and never quotes the URL
 */
export function questionOfUrl(text: string, driver: DriverName | undefined, where: string): DatabaseQuestion {
  assertFilledIn(text, where);
  assertPostgres(text, where);
  const parsed = parseConnectionUrl(text.trim(), driver === undefined ? undefined : DRIVERS[driver].dialect);
  const [problem] = parsed?.problems ?? [];
  if (parsed === undefined || problem !== undefined || parsed.url.host === "") {
    const why =
      problem === undefined
        ? "it names no host"
        : `${problem.part}: expected ${problem.expected}, got ${problem.got}`;
    throw new CommandError(`${where} is no connection URL that can be read (${why}).`);
  }
  const { host, port = 5432, user, password = parsed.url.parameters.password, database } = parsed.url;
  const shown = Object.entries(parsed.url.parameters).filter(([name]) => !SECRET_PARAMETER.test(name));
  const parameters = Object.fromEntries(shown);
  return { address: { host, port, user, parameters }, database, password, typed: true };
}

/** @throws CommandError for a URL of something else, which the answers of a PostgreSQL server would say nothing of */
function assertPostgres(text: string, where: string): void {
  const written = writtenForm(text);
  if (written?.form !== "other" && written?.form !== "misspelt" && written?.form !== "bare") return;
  const got = written.form === "bare" ? "text without a scheme" : `\`${written.scheme}://…\``;
  throw new CommandError(`${where} is no PostgreSQL URL: expected \`postgresql://…\`, got ${got}.`);
}
