import { ALL_VARIABLES, type Fact, factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { type Knowable, unknown } from "../domain/knowable";
import { rule } from "../domain/rule";
import { misnamedApplications } from "./derived/misnamed-applications";

export const serviceMissingApplication = rule({
  id: "service/missing-application",
  severity: "error",
  title: "The application that the server loads is there",
  why: "A server that cannot import its application ends at once, with `Error loading ASGI app` or `Failed to find attribute`, and the deploy fails.",
  fix: "Name the module and the object in it as they are: `module:object`.",
  reference: "https://www.uvicorn.org/#command-line-options",
  // An env group may set where modules are looked for.
  comparesServices: true,
  prevents: ["import/missing-module"],
  settings: ["localEnvironments"],
  check: (facts, settings) => {
    const { violations, undecided } = judgeEach(
      factsOf(facts, "application"),
      ({ missing }) => lookedFor(missing, facts),
      (missing, { place, module, attribute, by, inImage, elsewhere }) => {
        if (missing === "nothing") return undefined;
        if (elsewhere !== undefined)
          return {
            place,
            what: "the application that the server loads",
            expected: `a module \`${module}\` in the folder in which the command runs`,
            got: `\`${elsewhere}\`, from there`,
            fix: elsewhere.startsWith("..")
              ? "Run the command in the folder that has the module, by the service's root directory."
              : `Write \`${moduleOf(elsewhere)}:${attribute}\`.`,
          };
        if (inImage !== undefined) {
          const meant = moduleOf(inImage);
          return {
            place,
            what: "the application that the server loads",
            expected: `a module \`${module}\` in the folder in which the command runs`,
            got: `\`${inImage}\` there, as the image's COPY brings it`,
            fix: `Write \`${meant}:${attribute}\`, or copy the folder under its own name.`,
          };
        }
        const isModule = missing === "module";
        return {
          place,
          what: by === "name" ? "the module that is named" : "the application that the server loads",
          expected: isModule
            ? `a module \`${module}\` in the repository`
            : `\`${attribute}\` in \`${module}\``,
          got: isModule ? "no such file" : "no such name",
          fix:
            isModule && by === "name"
              ? "Write the module's own path from the folder in which the command runs."
              : isModule
                ? `Write the module's own path from the folder in which the command runs, or add the folder by \`--app-dir\`.`
                : `Write the name of the application's object in \`${module}\`.`,
        };
      },
    );
    return { violations: [...misnamedApplications(facts, settings), ...violations], undecided };
  },
});

/** A module that is not there may be in a folder of PYTHONPATH. */
function lookedFor(
  missing: Knowable<"nothing" | "module" | "attribute">,
  facts: readonly Fact[],
): Knowable<"nothing" | "module" | "attribute"> {
  const isMoved = factsOf(facts, "variable").some(
    ({ name }) => name === "PYTHONPATH" || name === ALL_VARIABLES,
  );
  return missing.known && missing.value === "module" && isMoved
    ? unknown("the module may be in a folder of PYTHONPATH")
    : missing;
}

/** A file's name as Python imports it: `app/main.py` and `app/main/__init__.py` are `app.main`. */
const moduleOf = (file: string): string => file.replace(/(?:\/__init__)?\.py$/, "").replaceAll("/", ".");
