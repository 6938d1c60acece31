import { factsOf } from "../domain/fact";
import { rule } from "../domain/rule";

export const serviceUnknownPeer = rule({
  id: "service/unknown-peer",
  severity: "error",
  title: "A database or a broker of a compose file is asked by the name of its service",
  why: "On a compose file's network a container is found by its service's name, its container's name or an alias alone: another name ends with `getaddrinfo ENOTFOUND` or `could not translate host name`.",
  fix: "Write the service's name as the host.",
  reference: "https://docs.docker.com/compose/how-tos/networking/",
  preview: false,
  prevents: ["database/dns"],
  check: (facts) => ({
    undecided: [],
    violations: factsOf(facts, "unknown-peer").map(({ place, variable, hostName, instead }) => {
      const names = instead.map((name) => `\`${name}\``).join(" or ");
      return {
        place,
        what: `host in ${variable}`,
        expected: `${names}, as the service is called`,
        got: `\`${hostName}\`, and nothing on the network is called so`,
        fix: `Write ${names} as the host, or give the service the alias \`${hostName}\`.`,
      };
    }),
  }),
});
