import { createHash } from "node:crypto";
import { CONNECTIONS, endpointForm, POOLER_HOST, parseProjectRef } from "../../databases";
import {
  type ConnectionFact,
  connections,
  describePlace,
  type Fact,
  factsOf,
  judge,
  type Place,
  type RuleSettings,
  type UrlFact,
  writtenUrls,
} from "../../domain";
import { DATABASE_VARIABLE } from "../../domain/database-variable";
import { RULES } from "../../rules";
import { assumed, type DraftField, read } from "./draft-field";

/** The database of a service, and the secret that it needs. */
export interface DatabaseDraft {
  readonly fields: readonly DraftField[];
  readonly secret: "databaseUrl" | "databasePassword";
  readonly note: string;
  /** Where its URL is named; undefined where no file names it. */
  readonly place: Place | undefined;
  /** The same of two drafts of one database. Undefined where no file says which one it is. */
  readonly identity: string | undefined;
}

/** A role that is there already is not this stack's to make. */
const KEEP_ROLE = assumed("manageRole", false, "the role is there already; `true` lets the stack make it");

/**
 * A URL that can be declared in parts becomes a declared connection, as long as the parts have the faults of the URL
 * and no other. Any other stays as it is, typed as a secret: the policy pack then finds in it what the audit found.
 */
export function databaseDraft(
  facts: readonly Fact[],
  settings: RuleSettings,
  name = DATABASE_VARIABLE,
): DatabaseDraft {
  const url = writtenUrls(facts).urls.find(({ fact }) => isIn(name, fact));
  const declared = url === undefined ? undefined : declaredAt(url.fact.place, facts, settings);
  if (declared !== undefined) {
    const { place, identity } = declared;
    const fields = [...declared.fields, KEEP_ROLE];
    return { fields, secret: "databasePassword", note: describePlace(place), place, identity };
  }
  const variable = factsOf(facts, "variable").find((fact) => fact.name === name);
  const place = url?.fact.place ?? variable?.place;
  const note = place === undefined ? "no file of the repository holds it" : describePlace(place);
  const text = url?.fact.url.known === true ? url.fact.url.value : undefined;
  // By its digest: a draft holds no secret.
  const identity = text === undefined ? variable?.takenFrom : createHash("sha256").update(text).digest("hex");
  return { fields: [KEEP_ROLE], secret: "databaseUrl", note, place, identity };
}

/** A URL that no variable holds, such as one of the code's own, counts as that of DATABASE_URL. */
function isIn(name: string, { place }: UrlFact): boolean {
  const key = place.source === "file" ? place.key : undefined;
  return key === undefined ? name === DATABASE_VARIABLE : key === name;
}

interface Declared {
  readonly place: Place;
  readonly identity: string;
  readonly fields: readonly DraftField[];
}

function declaredAt(at: Place, facts: readonly Fact[], settings: RuleSettings): Declared | undefined {
  const found = connections(facts).filter(({ place }) => isSame(place, at));
  const [connection, ...others] = found;
  // A URL with several hosts is several connections; one that several calls use is the same one.
  if (connection === undefined || others.some((other) => endOf(other) !== endOf(connection)))
    return undefined;
  const fields = fieldsOf(connection);
  if (fields === undefined) return undefined;
  const rest = facts.filter(
    (fact) => fact.kind !== "url" && !(fact.kind === "variable" && isSame(fact.place, at)),
  );
  const asUrl = faultsAt(at, facts, settings);
  const inParts = faultsAt(at, [...rest, connection], settings);
  return asUrl.join() === inParts.join() ? { place: at, fields, identity: endOf(connection) } : undefined;
}

const endOf = ({ host, port, user, database, parameters }: ConnectionFact): string =>
  JSON.stringify([host, port, user, database, parameters]);

/** The rules about databases and environments that find fault with a place. */
function faultsAt(at: Place, facts: readonly Fact[], settings: RuleSettings): readonly string[] {
  const about = RULES.filter(
    ({ id, scope }) => scope === "environment" && /^(?:database|environment)\//.test(id),
  );
  const found = about.filter((rule) =>
    judge(rule, facts, settings).findings.some(({ place }) => isSame(place, at)),
  );
  return found.map(({ id }) => id);
}

function fieldsOf({
  host,
  port,
  user,
  database,
  parameters,
  place,
}: ConnectionFact): readonly DraftField[] | undefined {
  if (!host.known || !port.known || !user.known || !database.known || !parameters.known) return undefined;
  const name = database.value === "postgres" ? [] : [read("name", database.value, place)];
  const { sslmode, ...others } = parameters.value;
  // What is in the URL beside its parts would be lost.
  if (Object.keys(others).length > 0) return undefined;
  const tls = sslmode === undefined ? [] : [read("sslmode", sslmode, place)];
  if (POOLER_HOST.test(host.value)) {
    const form = endpointForm(host.value, port.value)?.form;
    const mode = CONNECTIONS.find((candidate) => candidate === form);
    const dot = user.value.lastIndexOf(".");
    const projectRef = parseProjectRef(user.value.slice(dot + 1));
    if (mode === undefined || mode === "direct" || projectRef === undefined || dot < 1) return undefined;
    const supabase = { projectRef, poolerHost: host.value, connection: mode };
    return [
      read("supabase", supabase, place),
      read("role", user.value.slice(0, dot), place),
      ...name,
      ...tls,
    ];
  }
  if (user.value === "") return undefined;
  return [
    read("host", host.value, place),
    read("port", port.value, place),
    ...name,
    read("role", user.value, place),
    ...tls,
  ];
}

function isSame(one: Place, other: Place): boolean {
  return describePlace(one) === describePlace(other);
}
