import { awaited } from "../../domain/awaited";
import { neighboursBy } from "../../domain/beside";
import type { Fact } from "../../domain/fact";
import type { Undecided } from "../../domain/rule";
import { isLoopback } from "../../domain/start-command";

/** Hosts of one label for which a start command waits, and that no service beside it is called. */
export function awaitedHosts(facts: readonly Fact[]): readonly Undecided[] {
  const found = awaited(facts).filter(({ host }) => !host.includes(".") && !isLoopback(host));
  return [...new Map(found.map((one) => [one.host, one] as const)).values()]
    .filter(({ host }) =>
      neighboursBy(facts, `host ${host.toLowerCase()}`).every(({ platform }) => platform !== "render"),
    )
    .filter(({ host }) => !/^(?:red|dpg)-\w/.test(host))
    .map(({ host, place }) => ({
      place,
      why: `the command waits for ${host}, and nothing here is called so`,
    }));
}
