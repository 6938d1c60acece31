import { type Fact, factsOf, type StartCommandFact } from "../../domain/fact";
import type { Undecided } from "../../domain/rule";
import { simpleCommands } from "../../domain/start-command/shell";
import { toolOf } from "../../domain/start-command/wrappers";
import { isSet } from "../../domain/variables";

/** A server that answers for localhost alone until it is given other names. */
interface Shy {
  readonly runs: RegExp;
  /** Its option, and the variable, that names others. */
  readonly option: RegExp;
  readonly variable?: string;
  readonly why: string;
}

/** vitejs/vite: packages/vite/src/node/config.ts (read 2026-12-01); `preview` takes what `server` allows. */
const VITE = { variable: "__VITE_ADDITIONAL_SERVER_ALLOWED_HOSTS" } as const;

/**
 * vite.dev/config/preview-options: preview.allowedHosts; docs.astro.build: `--allowed-hosts`; angular.dev/cli/serve;
 * docs.bokeh.org: `bokeh serve`, `--allow-websocket-origin`, which Panel's command is made of (read 2026-12-01).
 */
const SERVERS: readonly Shy[] = [
  {
    runs: /^(?:vite(?: (?:preview|dev|serve)(?: |$)| -|$)|(?:react-router|nuxt|nuxi|storybook) dev(?: |$)|remix vite:dev(?: |$))/,
    option: /$^/,
    ...VITE,
    why: "Vite answers each other name than localhost with 403 unless its settings allow it",
  },
  {
    runs: /^astro (?:preview|dev)(?: |$)/,
    option: / --allowed-hosts(?:[ =]|$)/,
    ...VITE,
    why: "Astro answers each other name than localhost with 403 unless its settings allow it",
  },
  {
    runs: /^ng (?:serve|s|dev)(?: |$)/,
    option: / --(?:allowed-hosts|disable-host-check)(?:[ =]|$)/,
    ...VITE,
    why: "Angular's server answers each other name than localhost with 403 unless its settings allow it",
  },
  {
    runs: /^(?:\S*python[\d.]* -m )?(?:panel|bokeh) serve(?: |$)/,
    option: / --allow-websocket-origin(?:[ =]|$)/,
    variable: "BOKEH_ALLOW_WS_ORIGIN",
    why: "Bokeh's server takes a page's websocket from localhost alone where nothing names another origin, and the page stays empty",
  },
];

/** A start command whose server may refuse the platform's name: the tool's own settings may add it. */
export const localhostAlone = (facts: readonly Fact[]): readonly Undecided[] =>
  factsOf(facts, "start-command").flatMap((fact) => {
    const { command, place } = fact;
    if (!command.known || place.source !== "resource") return [];
    return simpleCommands(command.value)
      .flatMap(({ words, variables }) => refusing(fact, words, variables, facts))
      .map((why) => ({ place, why }));
  });

function refusing(
  fact: StartCommandFact,
  words: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
  facts: readonly Fact[],
): readonly string[] {
  const text = toolOf(words).join(" ");
  const server = SERVERS.find(({ runs }) => runs.test(text));
  if (server === undefined || server.option.test(text)) return [];
  const { variable, why } = server;
  if (variable !== undefined && (variables[variable] !== undefined || isSet(facts, fact, variable)))
    return [];
  return [why];
}
