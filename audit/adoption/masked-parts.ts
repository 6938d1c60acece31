import { MASK } from "../../domain";

/** The quote of a shell around a place of a command. */
export function quoteAt(command: string, at: number): "" | '"' | "'" {
  let around: "" | '"' | "'" = "";
  for (let index = 0; index < at; index++) {
    const sign = command[index];
    if (sign === "\\" && around !== "'") index++;
    else if (sign === around) around = "";
    else if (around === "" && (sign === '"' || sign === "'")) around = sign;
  }
  return around;
}

/** What was masked of a text, in its order; undefined where the two cannot be laid beside each other. */
function maskedParts(text: string, shown: string): readonly string[] | undefined {
  const kept = shown.split(MASK).map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&"));
  return new RegExp(`^${kept.join("([^\\n]+?)")}$`).exec(text)?.slice(1);
}

/**
 * A command in which a shell fills in a variable wherever another text is masked, in the quotes that are around it.
 *
 * @param name names the variable of a secret
 * @returns undefined where no variable can take its place
 */
export function withVariables(
  text: string,
  shown: string,
  name: (secret: string) => string,
): string | undefined {
  const parts = maskedParts(text, shown);
  if (parts === undefined) return undefined;
  const kept = shown.split(MASK);
  let command = kept[0] ?? "";
  let read = command.length;
  for (const [index, secret] of parts.entries()) {
    const next = kept[index + 1] ?? "";
    const around = quoteAt(text, read);
    read += secret.length;
    if (quoteAt(text, read) !== around || secret.includes("\n")) return undefined;
    read += next.length;
    command = secret === MASK ? `${command}${MASK}${next}` : filled(command, name(secret), around, next);
  }
  return command;
}

/** A variable between two texts; one that is alone in single quotes takes their place. */
function filled(before: string, name: string, around: "" | '"' | "'", behind: string): string {
  if (around === '"')
    return before.endsWith('"') && behind.startsWith('"')
      ? `${before}$${name}${behind}`
      : `${before}\${${name}}${behind}`;
  if (around === "") return `${before}"$${name}"${behind}`;
  const opened = before.endsWith("'") ? before.slice(0, -1) : `${before}'`;
  return `${opened}"$${name}"${behind.startsWith("'") ? behind.slice(1) : `'${behind}`}`;
}
