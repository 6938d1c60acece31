import { each } from "../domain/each";
import { factsOf } from "../domain/fact";
import { rule } from "../domain/rule";

export const portStandard = rule({
  id: "port/standard",
  severity: "error",
  title: "The service uses the standard port",
  why: "One port for every service keeps health checks, local set-ups and runbooks the same; 10000 on one of them took production down.",
  fix: "Set the port to the standard one, or set the stack's `portcullis:standardPort`.",
  reference: "docs/policy-pack.md",
  settings: ["standardPort"],
  prevents: ["port/mismatch"],
  check: (facts, settings) =>
    each(
      factsOf(facts, "port").filter(({ role }) => role === "declared"),
      ({ port }) => port,
      (port, fact) => {
        const standard = factsOf(facts, "standard-port").find(({ service }) => service === fact.service);
        const expected = standard?.port ?? settings.standardPort;
        if (String(port) === String(expected)) return undefined;
        return {
          place: fact.place,
          what: "declared port",
          expected: `${expected}, the standard port`,
          got: String(port),
          fix: `Set it to ${expected}, or type \`pulumi config set portcullis:standardPort ${port}\`.`,
        };
      },
    ),
});
