import type { CredentialFact } from "../../domain";
import { placeholderIn } from "../../domain";
import { placeAt } from "../../domain/text-place";
import { isGenerated, writtenSecret } from "../../domain/written-secret";
import type { SourceFile } from "../walk/source-file";
import { secretsOfClientFile } from "./client-files";
import { connectionStrings } from "./connection-strings";
import { namedLiterals } from "./named-literals";
import { secretsOfSettingsFile } from "./settings-file-secrets";
import { prefixedTokens } from "./token-shapes";

const PRESET = "@secretlint/secretlint-rule-preset-recommend";

/** What each rule of the preset recognises, as a person says it. */
const WHAT: Readonly<Record<string, string>> = {
  "@secretlint/secretlint-rule-1password": "a 1Password service account token",
  "@secretlint/secretlint-rule-aws": "an AWS secret access key",
  "@secretlint/secretlint-rule-basicauth": "a URL with its password",
  "@secretlint/secretlint-rule-gcp": "a Google Cloud service account's key",
  "@secretlint/secretlint-rule-github": "a GitHub token",
  "@secretlint/secretlint-rule-linear": "a Linear API key",
  "@secretlint/secretlint-rule-npm": "an npm token",
  "@secretlint/secretlint-rule-openai": "an OpenAI API key",
  "@secretlint/secretlint-rule-privatekey": "a private key",
  "@secretlint/secretlint-rule-sendgrid": "a SendGrid API key",
  "@secretlint/secretlint-rule-shopify": "a Shopify token",
  "@secretlint/secretlint-rule-slack": "a Slack token or webhook",
};

/**
 * Every text in which a rule of the preset finds something has one of these (its rules' patterns). Most files
 * hold none, and for them the detector is not even loaded.
 */
const ANCHORS =
  /secret_?(?:access_?)?key|_authToken=|gh[opusr]_|github_pat_|hooks\.slack\.com|npm_|PRIVATE KEY|SG\.|shp(?:pa|ca|at|ss)_|xox[bpaor]-|xapp-|:\/\/[-\w]{1,256}:|lin_api_|ops_ey|T3BlbkFJ/i;

/** A key for developers' machines and tests, by the name of its file, opens nothing. */
const NO_REAL_KEY = /(?:^|[/._-])(?:localhost|snakeoil|self-?signed|example|sample|dev|test)(?:[/._-]|$)/i;

/** Code and settings; a page of documentation shows URLs with invented passwords. */
const DOCUMENTATION = /\.(?:md|mdx|rst|adoc|txt|html?)$/i;
const DATABASE_URL =
  /\b(?:postgres(?:ql)?(?:\+\w{1,30})?|asyncpg|mongodb(?:\+srv)?|mysql|mariadb|rediss?|amqps?):\/\/[^\s"'`<>{}$\\]{3,500}/g;

/** A text without one of these and a user has no such URL; asked first, as it is fast. */
const NAMES_A_DATABASE = /(?:postgres|asyncpg|mongodb|mysql|mariadb|redis|amqp)[\w+]{0,30}:\/\//;

/** The credentials in a text by their shape. None of them is in the answer. */
export async function credentialsIn(file: SourceFile): Promise<readonly CredentialFact[]> {
  const found = [
    ...(ANCHORS.test(file.text) ? await detected(file) : []),
    ...databaseUrls(file),
    ...prefixedTokens(file),
    ...secretsOfSettingsFile(file),
    ...secretsOfClientFile(file),
    ...namedLiterals(file),
  ];
  const byLine = new Map<number, CredentialFact>();
  for (const fact of found) {
    const { line } = startOf(fact);
    const before = byLine.get(line);
    // What has a credential's form is certain, whatever it is called.
    if (before !== undefined && fact.byName === true) continue;
    byLine.set(line, before === undefined ? fact : spanning(before, fact));
  }
  return [...byLine.values()];
}

/** Two rules may know one text, and a line of several keys is one place to look at: from the first to the last. */
function spanning(one: CredentialFact, other: CredentialFact): CredentialFact {
  const [first, second] = startOf(other).column < startOf(one).column ? [other, one] : [one, other];
  const { endColumn, ...fact } = first;
  if (endColumn === undefined || second.endColumn === undefined) return fact;
  return { ...fact, endColumn: Math.max(endColumn, second.endColumn) };
}

function startOf({ place }: CredentialFact): { readonly line: number; readonly column: number } {
  return place.source === "file"
    ? { line: place.line ?? 0, column: place.column ?? 1 }
    : { line: 0, column: 1 };
}

async function detected({ path: file, text }: SourceFile): Promise<readonly CredentialFact[]> {
  const [{ lintSource }, { creator }] = await Promise.all([
    import("@secretlint/core"),
    import("@secretlint/secretlint-rule-preset-recommend"),
  ]);
  const { messages } = await lintSource({
    source: { content: text, filePath: file, ext: /\.\w+$/.exec(file)?.[0] ?? "", contentType: "text" },
    options: {
      maskSecrets: true,
      noPhysicFilePath: true,
      config: { rules: [{ id: PRESET, rule: creator, options: {} }] },
    },
  });
  return messages.flatMap(({ ruleId, range, loc }): CredentialFact[] => {
    if (!isReal(ruleId, text.slice(...range), file)) return [];
    const { line, column } = loc.start;
    const place = { source: "file", file, line, column: column + 1 } as const;
    const end = loc.end.line === line ? { endColumn: loc.end.column + 1 } : {};
    return [{ kind: "credential", place, what: WHAT[ruleId] ?? "a credential", tracked: true, ...end }];
  });
}

/** Instructions show tokens of one letter repeated, and keys of which three dots are left. */
function isReal(ruleId: string, found: string, file: string): boolean {
  if (/x{6}|\*{4}|\.{3}|…|example|your[-_]/i.test(found)) return false;
  if (ruleId.endsWith("-privatekey")) return found.length >= 150 && !NO_REAL_KEY.test(file);
  if (ruleId.endsWith("-basicauth")) return isForeignUrl(found);
  return isGenerated(found);
}

function databaseUrls({ path: file, text }: SourceFile): readonly CredentialFact[] {
  if (DOCUMENTATION.test(file)) return [];
  const urls = NAMES_A_DATABASE.test(text)
    ? [...text.matchAll(DATABASE_URL)].map(({ 0: url, index }) => ({ url, index, length: url.length }))
    : [];
  const strings = connectionStrings(text).filter(({ url }) => !REFERENCE.test(url));
  const written = [
    ...urls.map((one) => ({ ...one, what: "a database URL with its password" })),
    ...strings.map((one) => ({ ...one, what: "a connection string with its password" })),
  ];
  return written.flatMap(({ url, index, length, what }): CredentialFact[] => {
    if (!isForeignUrl(url)) return [];
    const place = placeAt(file, text, index);
    return [{ kind: "credential", place, what, tracked: true, endColumn: place.column + length }];
  });
}

/** What fills in a password when the program runs: `%s`, `{password}`, `$PASSWORD`, `<password>`. */
const REFERENCE = /:(?:%25[sdv]|%7B|\{|\$|%24|<|%3C|%25\()/;

/** JDBC's URLs have it among their parameters (jdbc.postgresql.org/documentation/use). */
const IN_QUERY = /^([a-z]+):\/\/([\w.-]+)(?::\d+)?\/[^?]*\?(?:[^#]*&)?password=([^&#]+)/i;

/** A URL with a real password for a host that others can reach: a name of one label is in a private network. */
function isForeignUrl(url: string): boolean {
  const place = { source: "file", file: "" } as const;
  const password = writtenSecret({ place, name: "", value: { known: true, value: url }, secret: false });
  const host = /@([^/?#@:]+)[^@]*$/.exec(url)?.[1] ?? "";
  const [, scheme = "", server = "", inQuery] = IN_QUERY.exec(url) ?? [];
  if (inQuery !== undefined && !url.includes("@"))
    return isForeignUrl(`${scheme}://user:${inQuery}@${server}/`);
  return password !== undefined && host.includes(".") && placeholderIn(url) === undefined;
}
