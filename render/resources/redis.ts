import { text } from "../fields";
import type { ResourceKind } from "../resource-kind";
import { datastoreKind } from "./datastore/kind";
import { CONNECTION_STRINGS } from "./datastore/row";
import { KEY_VALUE } from "./keyvalue";

/** `render:index/redis:Redis`: a Key Value instance by its older name, which Render and its provider call deprecated. */
export const redis: ResourceKind = datastoreKind({
  ...KEY_VALUE,
  token: "render:index/redis:Redis",
  called: "Redis instance",
  path: "/redis",
  wrapper: "redis",
  connection: { ...CONNECTION_STRINGS, redisCliCommand: text() },
  connectionNames: { redisCliCommand: "redisCLICommand" },
});
