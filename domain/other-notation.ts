import { LIBPQ, parseConnectionUrl } from "./connection-url";
import { type Fact, factsOf, type UrlFact, type VariableFact } from "./fact";
import { known, unknown } from "./knowable";

/**
 * A URL of Java's with the user of the variable beside it, as `SPRING_DATASOURCE_USERNAME` gives it; as it is where it
 * has one, or where no such variable is known.
 */
export function withUserBeside(url: string, { name, service }: VariableFact, facts: readonly Fact[]): string {
  if (parseConnectionUrl(url, LIBPQ)?.url.user !== "") return url;
  const [, before = name] = /^(.*?)(?:R2DBC_|JDBC_)?(?:UR[LI]|DSN)$/i.exec(name) ?? [];
  const beside = factsOf(facts, "variable").find(
    (other) =>
      other.service === service && [`${before}USERNAME`, `${before}USER`].includes(other.name.toUpperCase()),
  );
  if (beside?.value.known !== true) return url;
  const user = encodeURIComponent(beside.value.value.trim());
  return url.replace(
    /^postgresql:\/\/(:[^@/]*@)?/,
    (_, password) => `postgresql://${user}${password ?? "@"}`,
  );
}

/** Whose notation each form is; of the others it is not known who reads them. */
const CLIENTS: Readonly<Record<string, string>> = { jdbc: "pgjdbc", r2dbc: "r2dbc", semicolons: "npgsql" };

/** The driver that reads a form of its own, with what the service declares of it. */
export function clientOf(
  form: string | undefined,
  facts: readonly Fact[],
): Pick<UrlFact, "driver" | "driverSettings"> {
  const nobody = unknown<never>("another client than the service's driver reads this form");
  const client = CLIENTS[form ?? ""];
  if (client === undefined) return { driver: nobody, driverSettings: nobody };
  const own = factsOf(facts, "driver").find(({ driver }) => driver.known && driver.value === client);
  return { driver: known(client), driverSettings: own?.driverSettings ?? nobody };
}
