import type { Fact, Place } from "../../domain";
import { simpleCommands } from "../../domain/start-command/shell";

const CLIENT = /^(?:curl|wget|http|https|xh)$/;
/** A name of one word, as the private network has it. */
const INTERNAL = /^(https?):\/\/([a-z0-9][a-z0-9-]*)(?::(\d{1,5}))?(?=[/?#]|$)/i;

/** The internal names and ports that a command's own requests ask: `curl http://engine:9000/refresh`. */
export function askedAddressFacts(command: string, place: Place): readonly Fact[] {
  return simpleCommands(command).flatMap(({ words: [first = "", ...words] }) => {
    if (!CLIENT.test(first.split("/").at(-1) ?? "")) return [];
    return words.flatMap((word): readonly Fact[] => {
      const [, scheme = "", host, port] = INTERNAL.exec(word) ?? [];
      if (host === undefined || host.toLowerCase() === "localhost") return [];
      const byHttps = scheme.toLowerCase() === "https";
      const asked = { host: host.toLowerCase(), port: port ?? (byHttps ? "443" : "80") };
      return [{ kind: "address", place, ...asked, ...(byHttps && { byHttps }) }];
    });
  });
}
