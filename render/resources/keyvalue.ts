import { isRecord } from "../../render-api";
import { filledText, listOf, oneOf, required, text } from "../fields";
import type { ResourceKind } from "../resource-kind";
import { datastoreKind } from "./datastore/kind";
import { CONNECTION_STRINGS, type DatastoreRow } from "./datastore/row";
import { logStreamOverride } from "./service/fields";
import { cidrBlocks } from "./variables";

const POLICIES =
  "noeviction allkeys_lfu allkeys_lru allkeys_random volatile_lfu volatile_lru volatile_random volatile_ttl".split(
    " ",
  );

/** Not in Render's API description: Terraform's provider has them, and sends them (recorded 2026-06-09). */
const PERSISTENCE_MODES = ["journal_snapshot", "snapshot", "off"];

/** What a Key Value instance has under this name and under the older one, Redis. */
export const KEY_VALUE: Omit<DatastoreRow, "token" | "called" | "path" | "wrapper" | "connection"> = {
  // Names: Render's Terraform provider, docs/resources/keyvalue.md (read 2026-11-28), redis.md (read 2026-11-30).
  fields: {
    name: required(filledText),
    plan: required(filledText),
    region: required(filledText),
    maxMemoryPolicy: required(oneOf(POLICIES)),
    persistenceMode: oneOf(PERSISTENCE_MODES),
    environmentId: text(),
    ipAllowLists: listOf(cidrBlocks),
    logStreamOverride,
  },
  secrets: [],
  replacedBy: ["region"],
  filledIn: ["ipAllowLists", "persistenceMode"],
  patched: [
    { input: "maxMemoryPolicy", field: "maxmemoryPolicy", body: (value) => value },
    { input: "persistenceMode", field: "persistenceMode", body: (value) => value },
  ],
  created: () => ({}),
  told: ({ options }) =>
    isRecord(options)
      ? { maxMemoryPolicy: options.maxmemoryPolicy, persistenceMode: options.persistenceMode }
      : {},
};

/** `render:index/keyvalue:Keyvalue`: a Key Value instance, which speaks Redis' protocol. */
export const keyvalue: ResourceKind = datastoreKind({
  ...KEY_VALUE,
  token: "render:index/keyvalue:Keyvalue",
  called: "Key Value instance",
  path: "/key-value",
  wrapper: "keyValue",
  connection: { ...CONNECTION_STRINGS, cliCommand: text() },
});
