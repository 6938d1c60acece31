import { lintSource } from "@secretlint/core";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";

/** Passwords of logs and examples, which open nothing. */
const PLACEHOLDER = /:\/\/[^:@/\s]*:(?:password|postgres|secret|changeme|\*+|x+|<[^>]*>|\$\{[^}]*\}|…)@/i;

/** Where a text that was collected from others looks like holding a real credential: `file:line: message`. */
export async function credentialsOf(filePath: string, content: string): Promise<readonly string[]> {
  const { messages } = await lintSource({
    source: { filePath, content, contentType: "text" },
    options: { config: { rules: [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: creator }] } },
  });
  const lines = content.split("\n");
  return messages
    .filter(({ loc }) => !PLACEHOLDER.test(lines[loc.start.line - 1] ?? ""))
    .map(({ loc, messageId }) => `${filePath}:${loc.start.line}: ${messageId}`);
}
