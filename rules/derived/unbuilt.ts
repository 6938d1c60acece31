import { type Fact, factsOf, type StartCommandFact } from "../../domain/fact";
import type { Undecided } from "../../domain/rule";
import { buildsWithoutDevelopment, installsNoPython } from "../../domain/start-command/build-steps";
import { simpleCommands } from "../../domain/start-command/shell";
import { variableOf } from "../../domain/variables";

/** Programs that come with a package of Python. */
const OF_PYTHON =
  /^(?:uvicorn|gunicorn|hypercorn|daphne|granian|waitress-serve|uwsgi|celery|rq|dramatiq|fastapi|flask|streamlit|alembic|django-admin)$/;

/** Variables by which npm and Yarn 1 are given development packages all the same (docs.npmjs.com: config; classic.yarnpkg.com). */
const INCLUDES = ["NPM_CONFIG_PRODUCTION", "NPM_CONFIG_INCLUDE", "npm_config_include", "YARN_PRODUCTION"];

/** What a resource's build does not bring, as far as its commands say so; a package's own scripts may bring it. */
export function unbuilt(facts: readonly Fact[]): readonly Undecided[] {
  const builds = factsOf(facts, "platform-command").filter(
    ({ by, place }) => by === "build command" && place.source === "resource",
  );
  const left = builds.flatMap((fact): readonly Undecided[] => {
    const { command, place } = fact;
    const look = (name: string) => variableOf(facts, fact, name);
    const nodeEnv = INCLUDES.some((name) => look(name) !== undefined) ? undefined : look("NODE_ENV");
    const step = command.known ? buildsWithoutDevelopment(command.value, nodeEnv) : undefined;
    return step === undefined
      ? []
      : [{ place, why: `\`${step}\` may need development packages, which the step before it leaves out` }];
  });
  return [...left, ...factsOf(facts, "start-command").flatMap((fact) => withoutPython(fact, builds))];
}

function withoutPython(
  { place, command, service }: StartCommandFact,
  builds: readonly Extract<Fact, { kind: "platform-command" }>[],
): readonly Undecided[] {
  const own = builds.filter((build) => build.service === service);
  if (place.source !== "resource" || !command.known || own.length === 0) return [];
  if (own.some((build) => !build.command.known || !installsNoPython(build.command.value))) return [];
  // What installs before it starts, or starts by a tool that installs, has words of its own.
  if (!installsNoPython(command.value)) return [];
  const program = simpleCommands(command.value)
    .map(({ words }) => words[0] ?? "")
    .find((word) => OF_PYTHON.test(word));
  return program === undefined
    ? []
    : [{ place, why: `the build is not known to install \`${program}\`: it names no tool of Python` }];
}
