import { z } from "zod";
import { addressList } from "./service";

const text = z.string().min(1, "must not be empty");
/** The name of a database or a user: what PostgreSQL takes without quotes. */
const identifier = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/, "must be a name of PostgreSQL");

const replicas = z.array(
  z.strictObject({ name: text, parameterOverrides: z.record(z.string(), z.string()).optional() }),
);

const changeable = {
  name: text,
  plan: text,
  ipAllowList: addressList.nullable().optional(),
};

const databaseSettings = {
  ...changeable,
  diskSizeGB: z.int().min(1).optional(),
  enableDiskAutoscaling: z.boolean().optional(),
  enableHighAvailability: z.boolean().optional(),
  datadogAPIKey: z.string().optional(),
  datadogSite: z.string().optional(),
  parameterOverrides: z.record(z.string(), z.string()).optional(),
  readReplicas: replicas.nullable().optional(),
};

const made = { ownerId: text, region: z.string().optional(), environmentId: z.string().optional() };

export const databasePost = z.strictObject({
  ...databaseSettings,
  ...made,
  databaseName: identifier.optional(),
  databaseUser: identifier.optional(),
  version: z.enum(["11", "12", "13", "14", "15", "16", "17", "18"]),
});
export const databasePatch = z.strictObject(databaseSettings).partial();

const maxmemoryPolicy = z.enum([
  "noeviction",
  "allkeys_lfu",
  "allkeys_lru",
  "allkeys_random",
  "volatile_lfu",
  "volatile_lru",
  "volatile_random",
  "volatile_ttl",
]);

/** Not in Render's API description; official clients send it, and a starter instance has the first (recorded 2026-06-09). */
const persistenceMode = z.enum(["journal_snapshot", "snapshot", "off"]);

export const keyValuePost = z.strictObject({
  ...changeable,
  ...made,
  maxmemoryPolicy: maxmemoryPolicy.default("allkeys_lru"),
  persistenceMode: persistenceMode.default("journal_snapshot"),
});
export const keyValuePatch = z.strictObject({ ...changeable, maxmemoryPolicy, persistenceMode }).partial();

const credential = {
  name: text,
  registry: z.enum(["GITHUB", "GITLAB", "DOCKER", "GOOGLE_ARTIFACT", "AWS_ECR"]),
  username: text,
  authToken: text,
};

export const credentialPost = z.strictObject({ ...credential, ownerId: text });
/** Render's description asks for all of them. */
export const credentialPatch = z.strictObject(credential);

export type DatabaseGiven = z.output<typeof databasePatch>;
