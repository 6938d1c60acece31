/** A resource's event as the CLI prints it: ` +  type name creating (1s) what the provider says`. */
const EVENT =
  /^\s*\S+\s+\S+ (\S+) (creating|created|updating|updated|replaced|deleted|\*\*\S+ failed\*\*)(?: \([^)]*\))?\s*(.*)$/;

/**
 * What a line of Pulumi's tells of the progress, in short; undefined for one that tells nothing new.
 * A provider's own words come with the event's line while it works.
 */
export function progressOf(line: string): string | undefined {
  const [, name, event = "", words = ""] = EVENT.exec(line) ?? [];
  if (name === undefined) return undefined;
  if (words !== "") return `${name}: ${words}`;
  return event.endsWith("ing") ? undefined : `${name} ${event.replaceAll("*", "")}`;
}
