import type { CredentialFact } from "../../domain";
import { isGenerated, writtenSecret } from "../../domain/written-secret";
import type { SourceFile } from "../walk/source-file";
import { SECRET_NAME } from "./secret-variable";

/** Files in which frameworks keep their settings: Spring's, ASP.NET's, Streamlit's, Rails'. */
const SETTINGS =
  /(?:^|\/)(?:application(?:-[\w.-]+)?\.(?:properties|ya?ml)|appsettings(?:\.[\w-]+)?\.json|secrets\.(?:toml|ya?ml|json)|database\.ya?ml)$/i;
/** By their names for developers' machines, tests, or to be copied. */
const NOT_DEPLOYED =
  /(?:^|[./_-])(?:dev(?:elopment)?|local|test(?:ing)?|example|sample|template)(?:[./_-]|$)/i;

/** `spring.datasource.password=…`, `password: …`, `"ApiKey": "…"`, `api_key = "…"` */
const ASSIGNED = /^(\s*["']?)([\w.-]{3,100})["']?\s*[:=]\s*(["']?)([^\s"',#]{6,500})\3[,;]?\s*(?:#.*)?$/;
/** The key in a connection string of .NET (npgsql.org/doc/connection-string-parameters). */
const IN_CONNECTION_STRING = /\b(?:Password|Pwd)\s*=\s*([^;"']{6,200})(?=[;"'])/gi;
const OWN_MACHINE =
  /(?:\/\/|@|(?:^|[;"'\s])(?:host|server)["']?\s*[=:]\s*["']?)(?:localhost|127\.0\.0\.1|host\.docker\.internal)\b/im;

/**
 * Secrets in the settings file of a framework, by their keys and by a shape that a machine makes: a password that a
 * person typed for a database on the same machine is a developer's.
 */
export function secretsOfSettingsFile({ path: file, text }: SourceFile): readonly CredentialFact[] {
  if (!SETTINGS.test(file) || NOT_DEPLOYED.test(file)) return [];
  const own = OWN_MACHINE.test(text);
  return text.split(/\r?\n/).flatMap((line, index): readonly CredentialFact[] => {
    const found = secretOf(line);
    if (found === undefined || !isMade(found.secret, own)) return [];
    const place = { source: "file", file, line: index + 1, column: found.at + 1 } as const;
    const endColumn = found.at + 1 + found.secret.length;
    return [{ kind: "credential", place, what: `a value for ${found.name}`, tracked: true, endColumn }];
  });
}

function secretOf(
  line: string,
): { readonly name: string; readonly secret: string; readonly at: number } | undefined {
  const assigned = ASSIGNED.exec(line);
  const [, , name = "", , value = ""] = assigned ?? [];
  const place = { source: "file", file: "" } as const;
  const asVariable = name.replaceAll(/([a-z])([A-Z])/g, "$1_$2").replaceAll(/[.-]/g, "_");
  if (assigned !== null && SECRET_NAME.test(asVariable)) {
    const of = { place, name: asVariable, value: { known: true, value } as const, secret: true };
    return writtenSecret(of) === value ? { name, secret: value, at: line.lastIndexOf(value) } : undefined;
  }
  for (const { 0: whole, 1: password = "", index } of line.matchAll(IN_CONNECTION_STRING)) {
    const of = { place, name: "PASSWORD", value: { known: true, value: password } as const, secret: true };
    if (writtenSecret(of) === password)
      return { name: "Password", secret: password, at: index + whole.lastIndexOf(password) };
  }
  return undefined;
}

/** Letters of both cases with digits, of a length that people do not type; beside an own database only what is longer. */
function isMade(secret: string, own: boolean): boolean {
  if (isGenerated(secret)) return true;
  return (
    !own &&
    secret.length >= 12 &&
    [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(secret)) &&
    new Set(secret).size >= 9
  );
}
