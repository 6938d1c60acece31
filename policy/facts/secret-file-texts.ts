import type { Place } from "../../domain";
import { property } from "./read-property";
import type { ReadResource } from "./resource";

/** A secret file of a service or an env group whose text is known. */
export interface SecretFileText {
  readonly file: string;
  readonly text: string;
  /** The place of the file, or of what is under a key of it. */
  readonly at: (key?: string) => Place;
}

/** The secret files that are asked for, `secretFiles: { ".env": { content } }`; none of those whose text is not known. */
export function secretFileTexts(
  { urn, props }: Pick<ReadResource, "urn" | "props">,
  isAsked: (file: string) => boolean,
): readonly SecretFileText[] {
  const names = property(() => Object.keys(props.secretFiles ?? {}));
  if (!names.known) return [];
  return names.value.filter(isAsked).flatMap((file) => {
    const content = property(() => props.secretFiles[file]?.content as unknown);
    if (!content.known || typeof content.value !== "string") return [];
    const whole = `secretFiles[${JSON.stringify(file)}]`;
    const at = (key?: string): Place => ({
      source: "resource",
      urn,
      property: key === undefined ? whole : `${whole}.${key}`,
    });
    return { file, text: content.value, at };
  });
}
