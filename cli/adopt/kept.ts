import { type Document, isMap, isScalar, type Pair, parseDocument, type YAMLMap } from "yaml";
import { inertYaml } from "./inert-yaml";

/**
 * A stack file's new text with what only Pulumi and people have written into the old one: keys that the new one does
 * not have, and encrypted values. Nothing of it can be made again.
 */
export function withKept(text: string, before: string): string {
  const [made, old] = [parseDocument(text), parseDocument(before)];
  if (old.errors.length > 0 || !isMap(old.contents) || !isMap(made.contents)) return text;
  keepTop(made, old.contents as YAMLMap);
  return inertYaml(made);
}

function keepTop(made: Document, old: YAMLMap): void {
  const contents = made.contents as unknown as YAMLMap;
  for (const pair of old.items) {
    if (keyOf(pair) === "config") continue;
    if (!contents.has(keyOf(pair))) contents.add(pair);
  }
  const [config, oldConfig] = [contents.get("config"), old.get("config")];
  if (isMap(config) && isMap(oldConfig)) keep(config as YAMLMap, oldConfig as YAMLMap, true);
}

/** @param top whether keys are those of the configuration: there each that is not written again is a person's own */
function keep(made: YAMLMap, old: YAMLMap, top: boolean): void {
  for (const pair of old.items) {
    const key = keyOf(pair);
    const own = made.get(key);
    if (isMap(own) && isMap(pair.value)) keep(own as YAMLMap, pair.value as YAMLMap, false);
    else if (
      own === undefined &&
      (isSecure(pair.value) || (isMap(pair.value) && holdsSecure(pair.value as YAMLMap)))
    ) {
      made.add(pair);
    } else if (own === undefined && top) made.add(pair);
  }
}

function holdsSecure(map: YAMLMap): boolean {
  return map.items.some(({ value }) => isSecure(value) || (isMap(value) && holdsSecure(value as YAMLMap)));
}

function isSecure(value: unknown): boolean {
  return isMap(value) && value.items.length === 1 && value.has("secure");
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : String(key);
}
