import type { Fact, Place } from "../../domain";
import { awaitedIn } from "../../domain/awaited";
import { simpleCommands } from "../../domain/start-command/shell";

const CLIENT = /^(?:curl|wget|http|https|xh)$/;
/** A name of one word, as the private network has it. */
const INTERNAL = /^(https?):\/\/([a-z0-9][a-z0-9-]*)(?::(\d{1,5}))?(?=[/?#]|$)/i;

/**
 * The internal names and ports that a command's own requests ask, `curl http://engine:9000/refresh`, and for which it waits,
 * `wait-for-it.sh engine:9000`.
 */
export const askedAddressFacts = (command: string, place: Place): readonly Fact[] => [
  ...requestFacts(command, place),
  ...awaitedIn(command).flatMap(({ host, port }): readonly Fact[] =>
    port === undefined || !/^[a-z][a-z0-9-]*$/i.test(host) || host.toLowerCase() === "localhost"
      ? []
      : [{ kind: "address", place, host: host.toLowerCase(), port }],
  ),
];

function requestFacts(command: string, place: Place): readonly Fact[] {
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
