import { askedHere } from "../../domain/asked-here";
import type { Fact } from "../../domain/fact";
import { serviceTypeOf } from "../../domain/stated-service";
import type { Judged } from "../../domain/verdict";

/**
 * `curl http://localhost:8000/tasks` in a cron job, a build or a pre-deploy command: each runs in an instance of its own
 * (render.com/docs/cronjobs, render.com/docs/deploys#deploy-steps; read 2026-12-01).
 */
export function localRequests(facts: readonly Fact[], service: string | undefined): readonly Judged[] {
  const isJob = serviceTypeOf(facts, service) === "cron";
  return askedHere(facts)
    .filter(({ what, by }) => what === "http" && (by !== "start command" || isJob))
    .map(({ place, by, program, host }) => ({
      place,
      what: `what \`${program}\` asks in the ${by}`,
      expected: "the address of the service that is meant",
      got: `\`${host}\`, where nothing but the command runs`,
      fix: "Write its public address, or its internal name and port.",
    }));
}
