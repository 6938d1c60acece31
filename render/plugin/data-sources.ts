import { type Fields, filledText, required } from "../fields";
import type { ResourceKind } from "../resource-kind";
import { KINDS } from "../resources";

/** What is there already, read as an import reads it: `render:index/getWebService:getWebService` and so on. */
export interface DataSource {
  readonly token: string;
  readonly kind: ResourceKind;
  /** What names the thing; none where the workspace has one alone. */
  readonly fields: Fields;
}

/** The workspace's own: the id is the workspace's. */
const OF_THE_WORKSPACE = ["LogStream", "MetricsStream", "NotificationSetting"];

/** One for each kind, by the official package's names (TF docs/data-sources, read 2026-11-30). */
export const DATA_SOURCES: readonly DataSource[] = KINDS.map((kind) => {
  const name = kind.token.replace(/.*:/, "");
  const token = `render:index/get${name}:get${name}`;
  if (OF_THE_WORKSPACE.includes(name)) return { token, kind, fields: {} };
  // A link's id is its group's.
  const field = name === "EnvGroupLink" ? "envGroupId" : "id";
  return { token, kind, fields: { [field]: required(filledText) } };
});
