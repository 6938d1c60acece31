/** A resource's event as the CLI prints it: ` +  type name creating (1s) what the provider says`. */
const EVENT =
  /^\s*\S+\s+\S+ (\S+) (creating|created|updating|updated|replaced|deleted|\*\*\S+ failed\*\*)(?: \([^)]*\))?\s*(.*)$/;

/**
 * The progress that a line of Pulumi's reports, in short; undefined for a line without progress. A provider's messages
 * are part of the event's line while it works.
 */
export function progressOf(line: string): string | undefined {
  const [, name, event = "", words = ""] = EVENT.exec(line) ?? [];
  if (name === undefined) return undefined;
  if (words !== "") return `${name}: ${words}`;
  return event.endsWith("ing") ? undefined : `${name} ${event.replaceAll("*", "")}`;
}

/** Takes the lines of one run, and says its progress: what is said again and again, once. */
export function progressLines(say: (words: string) => void): (line: string) => void {
  let last = "";
  return (line) => {
    const words = progressOf(line);
    if (words !== undefined && words !== last) say(words);
    last = words ?? last;
  };
}
