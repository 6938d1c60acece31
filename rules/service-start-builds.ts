import { factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { rule } from "../domain/rule";
import { runsLocally } from "../domain/runs-locally";
import { simpleCommands } from "../domain/start-command/shell";
import { serviceTypeOf } from "../domain/stated-service";

/** Commands that build or install, without their options. */
const BUILDS: readonly RegExp[] = [
  /^((?:npm|pnpm|yarn|bun)(?: run)? build(?::\S+)?)(?: |$)/,
  /^((?:npm|pnpm|yarn|bun) (?:ci|i|install))(?: |$)/,
  /^(yarn)$/,
  /^((?:npx )?(?:next|vite|nuxt|astro|remix|ng|gatsby|rsbuild|rspack|parcel|docusaurus|nest|react-scripts|react-router|vue-cli-service|vitepress) build)(?: |$)/,
  /^((?:npx )?(?:tsc|webpack))(?: |$)/,
  /^((?:python3? -m )?(?:pip3?|poetry|uv|pipenv|bundle) (?:install|sync))(?: |$)/,
  /^((?:go|cargo|mix|gradle|\.\/gradlew) (?:build|compile))(?: |$)/,
  /^(dotnet (?:build|publish|restore))(?: |$)/,
  /^((?:mvn|\.\/mvnw)(?: clean)? (?:package|install|verify))(?: |$)/,
];

export const serviceStartBuilds = rule({
  id: "service/start-builds",
  severity: "warning",
  title: "The start command starts, and builds nothing",
  why: "What the start command builds is built at every start, in the instance's memory and before the port opens: a slow or a failing build ends in a timed-out deploy.",
  fix: "Move the build into the build command, and let the start command start the server.",
  reference: "https://render.com/docs/deploys#build-command",
  settings: ["localEnvironments"],
  check: (facts, settings) =>
    judgeEach(
      runsLocally(facts, settings)
        ? []
        : // A job may build what it needs, or build as its work.
          factsOf(facts, "start-command").filter(({ service }) => serviceTypeOf(facts, service) !== "cron"),
      ({ command }) => command,
      (command, { place, service }) => {
        const commands = simpleCommands(command).map(({ words }) => words);
        const build = commands.map(buildOf).find((found) => found !== undefined);
        if (build === undefined) return undefined;
        const startsNothing = commands.every((words) => buildOf(words) !== undefined);
        // What is asked over HTTP, and a worker, has to go on running: service/start-command says that this one does not.
        const goesOn =
          ["private", "worker"].includes(serviceTypeOf(facts, service) ?? "") ||
          factsOf(facts, "health-check").length > 0;
        if (startsNothing && (goesOn || commands.some(watches))) return undefined;
        return {
          place,
          what: "start command",
          expected: "a command that starts the server",
          got: startsNothing ? `\`${build}\`, which ends when it is done` : `\`${build}\` before it`,
          fix: `Move \`${build}\` into the build command${startsNothing ? ", and start the server here" : ""}.`,
        };
      },
    ),
});

/** The build that a command is, or undefined; webpack is a server for developers by a word of its own (webpack.js.org/api/cli). */
function buildOf(words: readonly string[]): string | undefined {
  if (words.includes("webpack") && words.some((word) => /^(?:serve|server|s)$/.test(word))) return undefined;
  const text = words.filter((word) => !word.startsWith("-") || word === "-m").join(" ");
  return BUILDS.map((build) => build.exec(text)?.[1]).find((found) => found !== undefined);
}

/** Whether a build goes on, and builds again at each change; a package manager's `-w` names a workspace. */
function watches(words: readonly string[]): boolean {
  return (
    words.some((word) => /^(?:-w|--watch(?:=true)?)$/.test(word)) &&
    !/^(?:npm|pnpm|yarn|bun)$/.test(words[0] ?? "")
  );
}
