import { type Fields, filledText, required } from "../fields";
import type { ResourceKind } from "../resource-kind";
import { KINDS } from "../resources";

/** What is there already, read as an import reads it: `render:index/getWebService:getWebService` and so on. */
export interface DataSource {
  readonly token: string;
  readonly kind: ResourceKind;
  /** The kind's name, such as `WebService`. */
  readonly name: string;
  /** What names the thing; none where the workspace has one alone. */
  readonly fields: Fields;
}

/** One for each kind, by the official package's names (TF docs/data-sources, read 2026-11-30). */
export const DATA_SOURCES: readonly DataSource[] = KINDS.map((kind) => {
  const name = kind.token.replace(/.*:/, "");
  const fields = kind.foundBy ?? { id: required(filledText) };
  return { token: `render:index/get${name}:get${name}`, kind, name, fields };
});
