import { browserPrefix } from "../../domain/browser-variable";
import { type Fact, factsOf } from "../../domain/fact";
import type { Judged } from "../../domain/verdict";

/**
 * Tools that build pages, and how the variables begin that they give to these: no others (vite.dev/guide/env-and-mode,
 * create-react-app.dev/docs/adding-custom-environment-variables, nextjs.org/docs: environment variables,
 * cli.vuejs.org/guide/mode-and-env; read 2026-12-01).
 */
const BUNDLERS = [
  { tool: "vite", runs: /(?:^|[\s/&;])vite build(?:\s|$)/, prefix: "VITE_" },
  { tool: "react-scripts", runs: /(?:^|[\s/&;])react-scripts build(?:\s|$)/, prefix: "REACT_APP_" },
  { tool: "next", runs: /(?:^|[\s/&;])next build(?:\s|$)/, prefix: "NEXT_PUBLIC_" },
  { tool: "vue-cli-service", runs: /(?:^|[\s/&;])vue-cli-service build(?:\s|$)/, prefix: "VUE_APP_" },
] as const;

/** Variables that by their names are for pages, and that the service's build gives to none; its settings may add names. */
export function bundlerNames(facts: readonly Fact[]): readonly Judged[] {
  return factsOf(facts, "platform-command").flatMap(({ by, command, service }) => {
    if (by !== "build command" || !command.known) return [];
    const used = BUNDLERS.filter(({ runs }) => runs.test(command.value));
    const [own] = used;
    if (own === undefined || used.length > 1) return [];
    return factsOf(facts, "variable").flatMap(({ name, place, service: of }) => {
      const found = browserPrefix(name);
      const isOther = of === service && found?.certain === true && found.prefix !== own.prefix;
      return isOther && place.source === "resource"
        ? [
            {
              place,
              why: `${own.tool} gives pages only variables that begin with ${own.prefix}, unless its settings add ${name}`,
            },
          ]
        : [];
    });
  });
}
