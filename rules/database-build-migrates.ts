import { factsOf } from "../domain/fact";
import { rule } from "../domain/rule";

const FIX =
  "Run it before each deploy: Render's `preDeployCommand`, Fly's `release_command`, a Procfile's `release`.";

export const databaseBuildMigrates = rule({
  id: "database/build-migrates",
  severity: "warning",
  title: "The build of an image asks no database",
  why: "An image is built where the service's variables and its database's network are not there: a migration ends with connection refused, or changes another database than the service's.",
  fix: FIX,
  reference: "https://render.com/docs/deploys#pre-deploy-command",
  preview: false,
  prevents: ["build/failed", "database/refused"],
  check: (facts) => ({
    undecided: [],
    violations: factsOf(facts, "build-migration").map(({ place, command }) => ({
      place,
      what: "a step of the image's build",
      expected: "one that needs no database",
      got: `\`${command}\``,
      fix: FIX,
    })),
  }),
});
