import { neighboursBy } from "../../domain/beside";
import { type Fact, factsOf } from "../../domain/fact";
import type { Undecided } from "../../domain/rule";

/** What waits until a host answers, and for which one (vishnubob/wait-for-it; jwilder/dockerize; postgresql.org: pg_isready). */
const WAITS: readonly RegExp[] = [
  /\bwait-for(?:-it)?(?:\.sh)?\s+(?:-\S+\s+)*(?:https?:\/\/)?([a-z0-9][\w-]*):\d+/gi,
  /\bwait-for-it(?:\.sh)?\s[^;&|]*?(?:-h|--host)[ =]([a-z0-9][\w-]*)(?![\w.-])/gi,
  /-wait\s+(?:tcp|https?):\/\/([a-z0-9][\w-]*):\d+/gi,
  /\bpg_isready\s[^;&|]*?(?:-h|--host)[ =]?["']?([a-z0-9][\w-]*)(?![\w.-])/gi,
  /\bnc\s+(?:-\w+\s+)*([a-z][\w-]*)\s+\d{2,5}/gi,
  /\bredis-cli\s[^;&|]*?-h\s+([a-z][\w-]*)(?![\w.-])[^;&|]*\bping/gi,
];

/** Hosts of one label for which a start command waits, and that no service beside it is called. */
export function awaitedHosts(facts: readonly Fact[]): readonly Undecided[] {
  return factsOf(facts, "start-command").flatMap(({ place, command }) => {
    const text = command.known && place.source === "resource" ? command.value : "";
    const hosts = WAITS.flatMap((row) => [...text.matchAll(row)].flatMap(([, host]) => host ?? []));
    return [...new Set(hosts)]
      .filter((host) =>
        neighboursBy(facts, `host ${host.toLowerCase()}`).every(({ platform }) => platform !== "render"),
      )
      .filter((host) => !/^(?:red|dpg)-\w/.test(host))
      .map((host) => ({ place, why: `the command waits for ${host}, and nothing here is called so` }));
  });
}
