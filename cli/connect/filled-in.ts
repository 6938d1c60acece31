import { parseConnectionUrl, placeholderIn } from "../../domain";
import { WHATWG } from "../../domain/connection-url";
import { isRemote } from "../../domain/remote-host";
import { CommandError } from "../exit-code";

/**
 * A template's URL names no database, and a login of it would count against the pooler's limit. A database on this
 * machine may well have the password of a template.
 */
export function assertFilledIn(text: string, where: string): void {
  const placeholder = placeholderIn(text);
  if (placeholder === undefined) return;
  if (!isRemote(parseConnectionUrl(text.trim(), WHATWG)?.url.host ?? "")) return;
  throw new CommandError(
    `${where}: expected a real value, got the placeholder \`${placeholder}\`. Nothing was asked. ` +
      "Write what the database provider's dashboard shows in its place.",
  );
}
