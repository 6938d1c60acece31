import { Document, type Pair, type Scalar, type YAMLMap } from "yaml";
import type { DraftField, StackDraft } from "../../audit";

/** A stack file's text; each key says in a comment where it was read, or that it was assumed. */
export function stackDocument({ service, variables, database }: StackDraft): string {
  const document = new Document({ config: {} });
  const config = document.get("config") as YAMLMap;
  const mapping = (fields: readonly DraftField[]): YAMLMap => {
    const map = document.createNode({}) as YAMLMap;
    for (const { key, value, note } of fields) {
      const pair = document.createPair(key, value) as Pair<Scalar, Scalar>;
      // A mapping's comment belongs before its key: otherwise it would follow its last value.
      if (typeof value === "object") pair.key.commentBefore = ` ${note}`;
      else pair.value = Object.assign(document.createNode(value) as Scalar, { comment: ` ${note}` });
      map.add(pair);
    }
    return map;
  };
  const served = mapping(service);
  if (variables.length > 0) served.add(document.createPair("environment", mapping(variables)));
  config.add(document.createPair("portcullis:service", served));
  config.add(document.createPair("portcullis:database", mapping(database)));
  return document.toString({ lineWidth: 0 });
}
