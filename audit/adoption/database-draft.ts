import { CONNECTIONS, endpointForm, POOLER_HOST, parseProjectRef } from "../../databases";
import {
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
import { RULES } from "../../rules";
import { assumed, type DraftField, read, type SecretToSet } from "./draft-field";

/** The variable that a declared connection becomes. */
export const DATABASE_VARIABLE = "DATABASE_URL";

interface DatabaseDraft {
  readonly fields: readonly DraftField[];
  readonly secrets: readonly SecretToSet[];
}

/** A role that is there already is not this stack's to make. */
const KEEP_ROLE = assumed("manageRole", false, "the role is there already; `true` lets the stack make it");

/**
 * A pooler URL in which nothing is wrong becomes a declared connection. Any other stays as it is, typed as a secret:
 * the policy pack then finds in it what the audit found.
 */
export function databaseDraft(facts: readonly Fact[], settings: RuleSettings): DatabaseDraft {
  const url = writtenUrls(facts).urls.find(({ fact }) => isOfService(fact));
  const declared =
    url === undefined || isFaulty(url.fact.place, facts, settings)
      ? undefined
      : supabaseOf(facts, url.fact.place);
  if (declared !== undefined) {
    const { place, supabase, role, name } = declared;
    const fields = [
      read("supabase", supabase, place),
      read("role", role, place),
      ...(name === "postgres" ? [] : [read("name", name, place)]),
      KEEP_ROLE,
    ];
    return { fields, secrets: [secret("databasePassword", place)] };
  }
  const place = url?.fact.place ?? urlVariable(facts);
  if (place === undefined) {
    return { fields: [KEEP_ROLE], secrets: [secret("databaseUrl", undefined)] };
  }
  return { fields: [KEEP_ROLE], secrets: [secret("databaseUrl", place)] };
}

/** A URL in a variable of another name is a variable of the service, and no connection that Portcullis declares. */
function isOfService({ place }: UrlFact): boolean {
  return place.source !== "file" || place.key === undefined || place.key === DATABASE_VARIABLE;
}

function isFaulty(place: Place, facts: readonly Fact[], settings: RuleSettings): boolean {
  const about = RULES.filter(({ id }) => /^(database|environment)\//.test(id));
  return about.some((rule) =>
    judge(rule, facts, settings).findings.some(
      (finding) => describePlace(finding.place) === describePlace(place),
    ),
  );
}

function supabaseOf(facts: readonly Fact[], at: Place) {
  const connection = connections(facts).find(({ place }) => describePlace(place) === describePlace(at));
  if (connection === undefined) return undefined;
  const { host, port, user, database } = connection;
  if (!host.known || !port.known || !user.known || !database.known) return undefined;
  const form = endpointForm(host.value, port.value)?.form;
  const mode = CONNECTIONS.find((candidate) => candidate === form);
  const dot = user.value.lastIndexOf(".");
  const projectRef = parseProjectRef(user.value.slice(dot + 1));
  if (mode === undefined || mode === "direct" || projectRef === undefined || dot < 1) return undefined;
  if (!POOLER_HOST.test(host.value)) return undefined;
  const supabase = { projectRef, poolerHost: host.value, connection: mode };
  return { place: at, supabase, role: user.value.slice(0, dot), name: database.value };
}

function urlVariable(facts: readonly Fact[]): Place | undefined {
  return factsOf(facts, "variable").find(({ name }) => name === DATABASE_VARIABLE)?.place;
}

function secret(key: "databaseUrl" | "databasePassword", place: Place | undefined): SecretToSet {
  const note = place === undefined ? "no file of the repository holds it" : describePlace(place);
  return { key: `portcullis:${key}`, path: false, note };
}
