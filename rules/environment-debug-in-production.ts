import { DEBUG_FLAGS, DEBUG_SETTINGS, type DebugSetting } from "../domain/debug-settings";
import { developerServer } from "../domain/developer-servers";
import { environmentKind, isLocalEnvironment } from "../domain/environment-name";
import { type Fact, factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { localAddresses } from "../domain/local-addresses";
import { remembered } from "../domain/remembered";
import { type Knowledge, type RuleSettings, rule, type Verdict } from "../domain/rule";
import { flagValue } from "../domain/start-command/flag-value";
import { simpleCommands } from "../domain/start-command/shell";
import { variablesNamed } from "../domain/variables";
import { together, verdictOf } from "../domain/verdict";
import { deployedOn } from "../platforms";

export const environmentDebugInProduction = rule({
  id: "environment/debug-in-production",
  severity: "error",
  title: "Production runs without settings for developers",
  why: "Debug pages show code and variables to every user who causes an error; a reloading server watches files, and starts again in the middle of requests. Most of it is a warning, in an image too: the deploy succeeds, another variable may replace an image's, and code need not read the name. Of any other environment that a program deploys, a developer's server is a warning too.",
  fix: "Turn it off in production, and write addresses that visitors reach.",
  reference: "https://12factor.net/dev-prod-parity",
  settings: ["localEnvironments"],
  check: (facts, settings) => {
    const addresses = verdictOf(localAddresses(facts, "by visitors"));
    if (isProduction(facts, settings))
      return together(inVariables(facts), inCommands(facts), inCode(facts), addresses);
    // In any other environment that is deployed, debug pages may be wanted, but hardly a developer's server.
    const [environment] = factsOf(facts, "environment");
    if (environment === undefined || isLocalEnvironment(environment.name)) return NONE;
    const deployed = facts.filter(({ place }) => place.source === "resource");
    const { violations, undecided } = inVariables(deployed, ({ severity }) => severity === "error");
    return together(
      { violations: violations.map((one) => ({ ...one, severity: "warning" as const })), undecided },
      inCommands(deployed),
      addresses,
    );
  },
});

const NONE: Verdict = { violations: [], undecided: [] };

function inVariables(facts: readonly Fact[], isAsked: (setting: DebugSetting) => boolean = () => true) {
  return judgeEach(
    variablesNamed(facts, (name) => {
      const setting = settingOf(name);
      return setting !== undefined && isAsked(setting);
    }),
    ({ value }) => value,
    (value, { place, name }) => {
      const setting = settingOf(name);
      if (!setting?.value.test(value.trim())) return undefined;
      const { instead, severity = "warning" } = setting;
      return {
        place,
        severity,
        what: `variable ${name}`,
        expected: `\`${instead}\` in production`,
        got: `\`${value.trim()}\``,
        fix: `Set it to \`${instead}\`.`,
      };
    },
  );
}

function inCommands(facts: readonly Fact[]) {
  // guides.rubyonrails.org/configuring: config.hosts
  const addsHosts = variablesNamed(facts, (name) => name === "RAILS_DEVELOPMENT_HOSTS").length > 0;
  return judgeEach(
    factsOf(facts, "start-command"),
    ({ command }) => command,
    (command, { place }) => {
      const commands = simpleCommands(command);
      // What goes before may build, and needs a developer's packages then.
      const set = Object.entries(commands.at(-1)?.variables ?? {}).find(
        ([name, value]) => value !== undefined && settingOf(name)?.value.test(value) === true,
      );
      if (set !== undefined) {
        const [name, value] = set;
        const { instead = "", severity = "warning" } = settingOf(name) ?? {};
        return {
          place,
          severity,
          what: `${name} in the start command`,
          expected: `\`${instead}\` in production`,
          got: `\`${value}\``,
          fix: `Set it to \`${instead}\`.`,
        };
      }
      const rails = commands.map(({ words }) => developmentOfRails(words)).find(Boolean);
      if (rails !== undefined) {
        return {
          place,
          ...(addsHosts && { severity: "warning" as const }),
          what: "start command",
          expected: "`production`, since Rails answers requests for localhost alone in development",
          got: `\`${rails}\``,
          fix: "Write `-e production`.",
        };
      }
      const server = commands.map(({ words }) => developerServer(words)).find(Boolean);
      if (server !== undefined) {
        return {
          place,
          severity: "warning" as const,
          what: "start command",
          expected: "a server that is not for developers",
          got: `\`${server.name}\``,
          fix: `Start ${server.instead}.`,
        };
      }
      const words = commands.flatMap((simple) => simple.words);
      const flag = words.find((word) => DEBUG_FLAGS.some((form) => form.test(word)));
      if (flag === undefined) return undefined;
      return {
        place,
        severity: "warning",
        what: "start command",
        expected: "none of a developer's flags",
        got: `\`${flag}\``,
        fix: `Remove \`${flag}\`.`,
      };
    },
  );
}

/** The environment that Rails' server is given by its option, which goes before RAILS_ENV, where it is a developer's. */
function developmentOfRails(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => /^(?:\.?\/?bin\/)?rails$/.test(word));
  if (at < 0 || !/^s(?:erver)?$/.test(words[at + 1] ?? "")) return undefined;
  const given = flagValue(words.slice(at), ["-e", "--environment"]);
  return given !== undefined && /^dev(?:elopment)?$/.test(given) ? given : undefined;
}

function inCode(facts: readonly Fact[]) {
  return judgeEach(
    factsOf(facts, "code-setting").filter(({ name }) => name === "DEBUG"),
    ({ value }) => value,
    (value, { place, from }) =>
      value === "true"
        ? {
            place,
            severity: "warning",
            what: "Django's setting DEBUG",
            expected: "`False` in production",
            got:
              from === undefined
                ? "`True`, whatever the environment says"
                : `\`True\`, as ${from.variable} is not set`,
            fix:
              from !== undefined
                ? `Let it be \`False\` without ${from.variable}.`
                : 'Read it from a variable: `DEBUG = os.environ.get("DEBUG") == "1"`.',
          }
        : undefined,
  );
}

const settingOf = remembered((name): DebugSetting | undefined =>
  DEBUG_SETTINGS.find((row) => row.name.test(name)),
);

/** By its name; what a platform runs without a name is production too. */
function isProduction(
  facts: readonly Fact[],
  settings: Knowledge & Pick<RuleSettings, "localEnvironments">,
): boolean {
  const [environment] = factsOf(facts, "environment");
  if (environment === undefined) return deployedOn(facts, settings).length > 0;
  return environmentKind(environment.name) === "production";
}
