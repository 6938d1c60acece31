/** What an exception wraps, where it says so in its own message: .NET's arrow, Spring's nested exception. */
export function innermost(message: string): { type: string; message: string } | undefined {
  const parts = message.split(/ -+> |; nested exception is /);
  const last =
    parts.length > 1
      ? /^([\w.$]+(?:Exception|Error))(?: \(.*?\))?(?:: (.*))?$/.exec(parts.at(-1) ?? "")
      : null;
  return last === null ? undefined : { type: last[1] ?? "", message: last[2] ?? "" };
}
