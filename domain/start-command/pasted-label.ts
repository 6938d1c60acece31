import { QUOTED_DOLLAR } from "./expansion";
import { simpleCommands } from "./shell";

/** Words that no shell runs: a key of a manifest, a kind of process of a Procfile, a prompt, an instruction of a Dockerfile. */
const LABEL = /^(?:[\w-]+:|[$%>❯]|CMD|ENTRYPOINT|RUN)$/;

/**
 * What was copied along with a command and is no part of it: `startCommand:`, `web:`, `$`. A shell looks for a
 * program of that name, and ends with 127.
 */
export function pastedLabel(text: string): string | undefined {
  const words = simpleCommands(text)[0]?.words ?? text.trim().split(/\s+/);
  const [first = "", second = ""] = words.map((word) => word.replaceAll(QUOTED_DOLLAR, "$"));
  if (LABEL.test(first)) return first;
  // `Start Command: …`, as a dashboard names the field.
  return /^[A-Z][a-z]+$/.test(first) && /^[A-Z][a-z]+:$/.test(second) ? `${first} ${second}` : undefined;
}

/** Whether quotes around a whole command make one word of it: a shell looks for a program of that name, and ends with 127. */
export function isQuotedWhole(text: string): boolean {
  const [only, second] = simpleCommands(text)[0]?.words ?? [];
  if (only === undefined || second !== undefined || !/^\s*(["']).*\1\s*$/s.test(text)) return false;
  // A program in a folder whose name has a space is one word too.
  return /^\w[\w.-]*\s+\S/.test(only);
}
