import { isRecord } from "../../render-api";
import { filledText, flag, integer, listOf, mapOf, objectOf, required, text } from "../fields";
import { type Properties, UNKNOWN, withoutAbsent } from "../plugin/property-values";
import type { ResourceKind } from "../resource-kind";
import { datastoreKind } from "./datastore/kind";
import { CONNECTION_STRINGS } from "./datastore/row";
import { logStreamOverride } from "./service/fields";
import { cidrBlocks } from "./variables";

const same = (value: unknown): unknown => value;

/** PostgreSQL's own parameters by name, such as `max_connections`; Render takes each value as a text. */
const OVERRIDES = mapOf(text());

const REPLICA = { name: required(filledText), parameterOverrides: OVERRIDES };

interface Replica {
  readonly name?: unknown;
  readonly parameterOverrides?: unknown;
}

/** `render:index/postgres:Postgres`: a PostgreSQL database that Render runs. */
export const postgres: ResourceKind = datastoreKind({
  token: "render:index/postgres:Postgres",
  called: "Postgres database",
  path: "/postgres",
  wrapper: "postgres",
  // Names: Render's Terraform provider, docs/resources/postgres.md (read 2026-11-28).
  fields: {
    name: required(filledText),
    plan: required(filledText),
    region: required(filledText),
    version: required(filledText),
    databaseName: text(),
    databaseUser: text(),
    datadogApiKey: text(),
    diskSizeGb: integer(1, 16_384),
    environmentId: text(),
    highAvailabilityEnabled: flag,
    ipAllowLists: listOf(cidrBlocks),
    logStreamOverride,
    parameterOverrides: OVERRIDES,
    readReplicas: listOf(objectOf(REPLICA)),
  },
  secrets: ["datadogApiKey"],
  // PATCH takes none of these (Render's API description): another of them is another database.
  replacedBy: ["region", "version", "databaseName", "databaseUser"],
  filledIn: ["databaseName", "databaseUser", "diskSizeGb", "ipAllowLists"],
  // An import knows the whole name alone.
  settled: ({ databaseName }, wanted) =>
    askedName(databaseName, wanted.databaseName) === databaseName ? {} : { databaseName },
  patched: [
    { input: "diskSizeGb", field: "diskSizeGB", body: same },
    { input: "highAvailabilityEnabled", field: "enableHighAvailability", body: (value) => value === true },
    { input: "parameterOverrides", field: "parameterOverrides", body: (value) => value ?? {} },
    { input: "readReplicas", field: "readReplicas", body: (value) => value ?? [] },
    // Documented: an empty text takes it away.
    { input: "datadogApiKey", field: "datadogAPIKey", body: (value) => value ?? "" },
  ],
  created: ({ version, databaseName, databaseUser }) => ({ version, databaseName, databaseUser }),
  told: (answer, written) => ({
    version: answer.version,
    databaseName: askedName(answer.databaseName, written.databaseName),
    databaseUser: answer.databaseUser,
    diskSizeGb: answer.diskSizeGB,
    highAvailabilityEnabled: answer.highAvailabilityEnabled,
    parameterOverrides: filled(answer.parameterOverrides),
    readReplicas: replicasTold(answer.readReplicas),
    // Render never shows it.
    datadogApiKey: written.datadogApiKey,
  }),
  outputs: {
    role: text(),
    primaryPostgresId: text(),
    readReplicas: listOf(objectOf({ ...REPLICA, id: required(text()) })),
  },
  computed: { role: () => true, primaryPostgresId: () => true },
  planned: (inputs, { state }) => replicasWithIds(inputs, state.readReplicas, UNKNOWN),
  reported: ({ role, primaryPostgresID, readReplicas }, inputs) =>
    withoutAbsent({
      ...{ role, primaryPostgresId: primaryPostgresID },
      ...replicasWithIds(inputs, readReplicas),
    }),
  connection: { ...CONNECTION_STRINGS, password: text(), psqlCommand: text() },
  meaning: ({ highAvailabilityEnabled, parameterOverrides, readReplicas }): Properties => ({
    parameterOverrides: filled(parameterOverrides),
    highAvailabilityEnabled: highAvailabilityEnabled === false ? undefined : highAvailabilityEnabled,
    readReplicas: Array.isArray(readReplicas) ? ordered(readReplicas) : readReplicas,
  }),
});

/** Render adds `_` and four characters to the name that was asked for (recorded 2024-09-05): it is that database still. */
function askedName(told: unknown, written: unknown): unknown {
  const [, asked] = /^(.+)_[a-z0-9]{4}$/.exec(String(told)) ?? [];
  return asked !== undefined && asked === written ? written : told;
}

/** None is the same as no parameters. */
function filled(overrides: unknown): unknown {
  return isRecord(overrides) && Object.keys(overrides).length === 0 ? undefined : (overrides ?? undefined);
}

function replicasTold(replicas: unknown): unknown {
  return Array.isArray(replicas) ? replicas.map(replica) : undefined;
}

function replica({ name, parameterOverrides }: Replica): Properties {
  return withoutAbsent({ name, parameterOverrides: filled(parameterOverrides) });
}

/** The program's replicas with the ids that Render has of them. */
function replicasWithIds({ readReplicas }: Properties, found: unknown, otherwise?: string): Properties {
  if (!Array.isArray(readReplicas)) return {};
  const known = (Array.isArray(found) ? found : []) as readonly { name?: unknown; id?: unknown }[];
  const ids = new Map(known.map(({ name, id }) => [name, id]));
  return {
    readReplicas: readReplicas.map((each) =>
      withoutAbsent({ ...each, id: ids.get(each?.name) ?? otherwise }),
    ),
  };
}

/** None is the same as no list. */
function ordered(replicas: readonly Replica[]): unknown {
  if (replicas.length === 0) return undefined;
  return replicas.map(replica).toSorted((one, other) => String(one.name).localeCompare(String(other.name)));
}
