import { factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { rule } from "../domain/rule";
import { isLoopback } from "../domain/start-command";
import { deployedOn } from "../platforms";

export const serviceAllowedHosts = rule({
  id: "service/allowed-hosts",
  severity: "error",
  title: "The service answers under the name that its platform gives it",
  why: "Django answers each request for a host that is not in ALLOWED_HOSTS with 400, and Vite with 403: the health check fails, and so does every visit.",
  fix: "Add the platform's host name.",
  reference: "https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts",
  preview: false,
  settings: ["localEnvironments"],
  prevents: ["configuration/host-not-allowed", "health-check/failed"],
  check: (facts, settings) => {
    if (deployedOn(facts, settings).length === 0) return { violations: [], undecided: [] };
    return judgeEach(
      factsOf(facts, "code-setting").filter(({ name }) => name !== "DEBUG"),
      ({ value }) => value,
      (value, { place, name }) => {
        const hosts = value.split(",").filter((host) => host !== "");
        if (hosts.some((host) => !isLoopback(host) && host !== "testserver")) return undefined;
        return {
          place,
          ...(name === "allowedHosts" && { severity: "warning" as const }),
          what: name,
          expected: "the service's host name",
          got: hosts.length === 0 ? "none" : hosts.join(", "),
          fix:
            name === "ALLOWED_HOSTS"
              ? "Add the host, or read it from a variable: on Render RENDER_EXTERNAL_HOSTNAME has it."
              : "Add the host to `allowedHosts`, with a dot before it for all below it.",
        };
      },
    );
  },
});
