import { isOfFramework, looksLikeConnectionUrl, type WrittenForm, writtenForm } from "./connection-url";
import { ALL_VARIABLES, type Fact, factsOf, type UrlFact, type VariableFact } from "./fact";
import { known } from "./knowable";
import { oncePerFacts } from "./once-per-facts";
import { clientOf, withUserBeside } from "./other-notation";
import { type HandedToTool, toolOfVariable, urlForTool, urlsInToolWords } from "./tool-urls";
import { driversOf, isDeclaredUrl } from "./url-drivers";

/** Names under which a variable is expected to hold a connection URL; asked only while the value is unknown. */
const URL_NAME =
  /(^|_)(DATABASE|DB|POSTGRES|POSTGRESQL|PG|SUPABASE_DB|SQLALCHEMY\w*)_?(URL|URI|DSN|CONNECTION_STRING)$|^DSN$/i;

/** Every connection URL as text: stated as one, or in an environment variable, for each driver that reads it. */
export const statedUrls = oncePerFacts((facts): readonly UrlFact[] => {
  const ofTools = toolOfVariable(facts);
  const variables = factsOf(facts, "variable").filter((fact) => !ofTools.has(fact));
  const inVariables = variables.filter((fact) =>
    fact.value.known ? looksLikeConnectionUrl(fact.value.value) : holdsUrl(fact, facts),
  );
  const outlined = variables.filter(isOutlined).filter((fact) => !inVariables.includes(fact));
  return [
    ...factsOf(facts, "url"),
    ...[...inVariables, ...outlined].flatMap((variable) => urlsInVariable(variable, facts)),
    ...variables.flatMap((variable) => urlsOfOtherForms(variable, facts)),
    ...urlsInToolWords(facts),
    ...[...ofTools].flatMap(([variable, handed]) => urlOfTool(variable, handed)),
  ];
});

/** The URL in a variable that a migration tool alone reads. */
function urlOfTool(variable: VariableFact, handed: HandedToTool): readonly UrlFact[] {
  const { name: _, secret: __, value, ...subject } = variable;
  const stated = value.known ? urlForTool(handed, value.value) : undefined;
  return stated === undefined ? [] : [{ ...subject, kind: "url", ...stated }];
}

function holdsUrl(fact: VariableFact, facts: readonly Fact[]): boolean {
  return fact.name === ALL_VARIABLES || URL_NAME.test(fact.name) || isDeclaredUrl(fact, facts);
}

function isOutlined({ value, withoutPassword }: VariableFact): boolean {
  return !value.known && withoutPassword !== undefined && looksLikeConnectionUrl(withoutPassword);
}

/** Whether a variable's name says that it holds a connection URL. */
export function isUrlName(name: string): boolean {
  return URL_NAME.test(name);
}

/**
 * Where Celery keeps results, and where kombu has a broker in a database, with their words for SQLAlchemy
 * (docs.celeryq.dev: configuration, result_backend; kombu: transport/sqlalchemy; read 2026-12-01).
 */
const OF_CELERY = /^\s*(?:db|sqla)\+(postgres(?:ql)?(?:\+\w+)?:\/\/\S+)$/i;

/** What a framework's or a tool's settings make of a URL under a scheme of their own. */
function urlOfTools(text: string, name: string): string | undefined {
  const [, ofCelery] = OF_CELERY.exec(text.trimEnd()) ?? [];
  if (ofCelery !== undefined && !isUrlName(name)) return ofCelery;
  if (name === "NC_DB") return urlOfNocoDb(text.trim());
  return isOfFramework(text) ? urlOfFramework(text.trim()) : undefined;
}

/** `pg://host:5432?u=user&p=password&d=database` (nocodb.com/docs: environment variables, read 2026-12-01). */
function urlOfNocoDb(text: string): string | undefined {
  const [, host = "", query] = /^pg:\/\/([^/?#@\s]+)\/?\?(\S+)$/i.exec(text) ?? [];
  if (query === undefined) return undefined;
  const given = new URLSearchParams(query);
  const part = (...names: readonly string[]) =>
    encodeURIComponent(names.map((one) => given.get(one)).find((one) => one !== null) ?? "");
  const login = `${part("u", "user")}:${part("p", "password")}`;
  return `postgresql://${login}@${host}/${part("d", "database")}`;
}

/** PHP's and Python's parsers take the last @ for the end of the password; one behind the host may be a cut password's. */
function urlOfFramework(text: string): string | undefined {
  const [, authority = "", rest = ""] = /^[\w-]+:\/\/([^/?#]*)(.*)$/s.exec(text) ?? [];
  const end = authority.lastIndexOf("@");
  if (end === -1 && rest.includes("@")) return undefined;
  const login = authority.slice(0, Math.max(end, 0)).replaceAll("@", "%40");
  return `postgresql://${login}${authority.slice(Math.max(end, 0))}${rest}`;
}

/** What other notations and a JSON text say, as URLs; nothing reads what is in quotes. */
function urlsOfOtherForms(variable: VariableFact, facts: readonly Fact[]): readonly UrlFact[] {
  if (!variable.value.known) return [];
  const written = writtenForm(variable.value.value);
  if (written === undefined) return [];
  const ofTools = urlOfTools(variable.value.value, variable.name);
  if (ofTools !== undefined) {
    const { name: _, secret: __, value: ___, ...subject } = variable;
    return [{ ...subject, kind: "url", url: known(ofTools), ...clientOf("a framework's", facts) }];
  }
  if (written.form === "json") {
    const hasDriver = factsOf(facts, "driver").some(
      ({ service, driver, variable: only = variable.name }) =>
        service === variable.service && only === variable.name && driver.known,
    );
    const urls = written.urls.filter(({ certain }) => certain || hasDriver);
    return urls.flatMap(({ url }) => inOtherForm(url, variable, written.form, facts));
  }
  return "url" in written && written.form !== "wrapped"
    ? inOtherForm(written.url, variable, written.form, facts)
    : [];
}

function inOtherForm(
  url: string,
  variable: VariableFact,
  form: WrittenForm["form"],
  facts: readonly Fact[],
): readonly UrlFact[] {
  const ofJava = form === "jdbc" || form === "r2dbc";
  const text = ofJava ? withUserBeside(url, variable, facts) : url;
  const [own] = urlsInVariable({ ...variable, value: known(text) }, facts);
  const isOther = ofJava || form === "semicolons" || own === undefined;
  const { name: _, secret: __, value: ___, ...subject } = variable;
  return isOther ? [{ ...subject, kind: "url", url: known(text), ...clientOf(form, facts) } as const] : [own];
}

/** A variable holds a URL for each driver that its service calls with it. */
function urlsInVariable(variable: VariableFact, facts: readonly Fact[]): readonly UrlFact[] {
  const { name: _, secret: __, value: whole, withoutPassword, ...subject } = variable;
  const outline = whole.known || withoutPassword === undefined ? undefined : known(withoutPassword);
  const value = outline ?? whole;
  const named = outline === undefined ? variable : { ...variable, value };
  const open = whole.known || outline === undefined ? {} : { passwordUnknown: whole.why };
  return driversOf(named, facts).map(({ driver, driverSettings, takesPlain }) => ({
    ...subject,
    kind: "url",
    url: value,
    ...open,
    driver,
    driverSettings,
    ...(takesPlain && { takesPlain }),
  }));
}
