import { createHash } from "node:crypto";
import type { Connection } from "../../databases";
import {
  type ConnectionFact,
  connections,
  describePlace,
  type Fact,
  factsOf,
  judge,
  known,
  type Place,
  placeholderIn,
  type RuleSettings,
  type UrlFact,
  writtenUrls,
} from "../../domain";
import { DATABASE_VARIABLE } from "../../domain/database-variable";
import { TOOL_FILES } from "../../domain/manifest";
import { isLoopback } from "../../domain/start-command";
import { RULES } from "../../rules";
import { type AssumedPlaces, assumptionAt } from "./assumed-variables";
import { type DeclaredParts, declaredIn } from "./declared-connection";
import { assumed, type DraftField } from "./draft-field";

/** The database of a service, and the secret that it needs. */
export interface DatabaseDraft {
  readonly fields: readonly DraftField[];
  readonly secret: "databaseUrl" | "databasePassword";
  readonly note: string;
  /** Where its URL is named; undefined where no file names it. */
  readonly place: Place | undefined;
  /** The same of two drafts of one database. Undefined where no file says which one it is. */
  readonly identity: string | undefined;
  /** Whether `place` has its value today, and not just its name or a placeholder. */
  readonly isHeld: boolean;
  /** Of a project of Supabase's, which one database may be reached by several ways. */
  readonly connection?: Connection;
  /** Settings of the driver in the URL, and can be declared. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A role that is there already is not this stack's to make. */
const KEEP_ROLE = assumed("manageRole", false, "the role is there already; `true` lets the stack make it");

interface Of {
  readonly environment: string;
  readonly assumed: AssumedPlaces;
}

/**
 * A URL that can be declared in parts becomes a declared connection, as long as the parts have the faults of the URL
 * and no other. Any other stays as it is, typed as a secret: the policy pack then finds in it what the audit found.
 * One of a manifest that names no environment is typed too, beside environments that files name: it may be another's.
 */
export function databaseDraft(
  facts: readonly Fact[],
  settings: RuleSettings,
  name = DATABASE_VARIABLE,
  { environment, assumed: at }: Of = { environment: "production", assumed: new Map() },
): DatabaseDraft {
  const url = writtenUrls(facts).urls.find(({ fact }) => isIn(name, fact) && !isOfBuild(fact, facts));
  const variable = factsOf(facts, "variable").find((fact) => fact.name === name && !isOfBuild(fact, facts));
  const place = url?.fact.place ?? variable?.place;
  const isOthers =
    assumptionAt(place, at) === "manifest" && (variable?.value.known || variable?.takenFrom !== undefined);
  const declared = url === undefined || isOthers ? undefined : declaredAt(url.fact, facts, settings);
  if (declared !== undefined) {
    const fields = [...declared.fields, KEEP_ROLE];
    return { ...declared, fields, secret: "databasePassword", note: describePlace(declared.place) };
  }
  const note = place === undefined ? "no file of the repository holds it" : describePlace(place);
  const text = url?.fact.url.known === true ? url.fact.url.value : undefined;
  // By its digest: a draft holds no secret.
  const identity =
    text === undefined ? variable?.takenFrom : createHash("sha256").update(oneScheme(text)).digest("hex");
  if (isOthers && place !== undefined) {
    const why = `${describePlace(place)} names no environment, so it may be production's`;
    const unsaid = `no file says which database ${environment} has: ${why}`;
    return { fields: [KEEP_ROLE], secret: "databaseUrl", note: unsaid, place, identity, isHeld: false };
  }
  const isHeld = text !== undefined;
  return { fields: [KEEP_ROLE], secret: "databaseUrl", note, place, identity, isHeld };
}

/** Whether an image sets it for its own build, such as for a generator of code: no database is in the image. */
function isOfBuild({ place: at }: Fact, facts: readonly Fact[]): boolean {
  if (at.source !== "file" || !TOOL_FILES.image.test(at.file)) return false;
  return connections(facts).some(
    ({ place, host }) => isSame(place, at) && host.known && isLoopback(host.value),
  );
}

/** Both schemes name one server, and each driver takes both. */
const oneScheme = (url: string): string => url.trim().replace(/^postgres:/i, "postgresql:");

/** A URL that no variable holds, such as one of the code's own, counts as that of DATABASE_URL. */
function isIn(name: string, { place }: UrlFact): boolean {
  const key = place.source === "file" ? place.key : undefined;
  return key === undefined ? name === DATABASE_VARIABLE : key === name;
}

interface Declared extends DeclaredParts {
  readonly place: Place;
  readonly isHeld: boolean;
}

function declaredAt(url: UrlFact, all: readonly Fact[], settings: RuleSettings): Declared | undefined {
  const { place: at } = url;
  // What is declared has no password: it is typed, so a placeholder in its place is no fault of it.
  const isHeld = !isPlaceholderAlone(url.url);
  const facts = isHeld ? all : all.map((fact) => withPassword(fact, at));
  const found = connections(facts).filter(({ place }) => isSame(place, at));
  const [connection, ...others] = found;
  // A URL with several hosts is several connections; one that several calls use is the same one.
  if (connection === undefined || others.some((other) => endOf(other) !== endOf(connection)))
    return undefined;
  const declared = declaredIn(connection, endOf(connection));
  if (declared === undefined) return undefined;
  const rest = facts.filter(
    (fact) => fact.kind !== "url" && !(fact.kind === "variable" && isSame(fact.place, at)),
  );
  const asUrl = faultsAt(at, facts, settings);
  const inParts = faultsAt(at, [...rest, connection], settings);
  return asUrl.join() === inParts.join() ? { place: at, isHeld, ...declared } : undefined;
}

/** Whether the password is a placeholder, and nothing else of the URL. */
function isPlaceholderAlone(url: UrlFact["url"]): boolean {
  if (!url.known || placeholderIn(url.value, DATABASE_VARIABLE) === undefined) return false;
  return placeholderIn(filled(url.value), DATABASE_VARIABLE) === undefined;
}

/** The same with a password that no driver and no rule finds fault with. */
const filled = (url: string): string => url.replace(/^([^:]+:\/\/[^:/@]*):.*(@[^@]*)$/s, "$1:Kx9fTq2vLw7c$2");

function withPassword(fact: Fact, at: Place): Fact {
  if (!isSame(fact.place, at)) return fact;
  if (fact.kind === "variable" && fact.value.known)
    return { ...fact, value: known(filled(fact.value.value)) };
  return fact.kind === "url" && fact.url.known ? { ...fact, url: known(filled(fact.url.value)) } : fact;
}

const endOf = ({ host, port, user, database, parameters }: ConnectionFact): string =>
  JSON.stringify([host, port, user, database, parameters]);

/**
 * The rules about databases and environments that find an error at a place. What they only warn of, as of a scheme that
 * code may replace, is no reason to leave a connection undeclared.
 */
function faultsAt(at: Place, facts: readonly Fact[], settings: RuleSettings): readonly string[] {
  const about = RULES.filter(
    ({ id, scope }) => scope === "environment" && /^(?:database|environment)\//.test(id),
  );
  const found = about.filter((rule) =>
    judge(rule, facts, settings).findings.some(
      ({ place, severity }) => severity === "error" && isSame(place, at),
    ),
  );
  return found.map(({ id }) => id);
}

function isSame(one: Place, other: Place): boolean {
  return describePlace(one) === describePlace(other);
}
