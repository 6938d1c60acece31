import { isRecord } from "../../render-api";
import { filledText, listOf, oneOf, required, text } from "../fields";
import type { ResourceKind } from "../resource-kind";
import { datastoreKind } from "./datastore/kind";
import { CONNECTION_STRINGS } from "./datastore/row";
import { logStreamOverride } from "./service/fields";
import { cidrBlocks } from "./variables";

const POLICIES =
  "noeviction allkeys_lfu allkeys_lru allkeys_random volatile_lfu volatile_lru volatile_random volatile_ttl".split(
    " ",
  );

/** Not in Render's API description: Terraform's provider has them, and sends them (recorded 2026-06-09). */
const PERSISTENCE_MODES = ["journal_snapshot", "snapshot", "off"];

/** `render:index/keyvalue:Keyvalue`: a Key Value instance, which speaks Redis' protocol. */
export const keyvalue: ResourceKind = datastoreKind({
  token: "render:index/keyvalue:Keyvalue",
  called: "Key Value instance",
  path: "/key-value",
  wrapper: "keyValue",
  // Names: Render's Terraform provider, docs/resources/keyvalue.md (read 2026-11-28).
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
  connection: { ...CONNECTION_STRINGS, cliCommand: text() },
});
