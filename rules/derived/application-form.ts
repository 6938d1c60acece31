import { type Fact, factsOf } from "../../domain/fact";
import type { Undecided, Violation } from "../../domain/rule";
import { flagValue } from "../../domain/start-command/flag-value";
import { fixOfForm } from "../../domain/start-command/interface";
import { simpleCommands } from "../../domain/start-command/shell";
import { withoutWrappers } from "../../domain/start-command/wrappers";
import { isSet } from "../../domain/variables";

/** FastAPI by gunicorn's own worker, Flask by uvicorn: each request ends with a TypeError and 500. */
export const otherForms = (facts: readonly Fact[]): readonly Violation[] =>
  factsOf(facts, "application").flatMap(({ place, module, attribute, otherForm }) =>
    otherForm === undefined
      ? []
      : [
          {
            place,
            what: `the application that ${otherForm.program} calls`,
            expected: `one of ${otherForm.form === "asgi" ? "WSGI" : "ASGI"}`,
            got: `\`${module}:${attribute}\`, which is one of ${otherForm.form.toUpperCase()}`,
            fix: fixOfForm(otherForm.program, otherForm.form),
          },
        ],
  );

/** Drivers that await their answers, as applications of ASGI do. */
const OF_ASGI: readonly string[] = ["asyncpg", "sqlalchemy-asyncpg"];
const SETTINGS = ["-k", "--worker-class", "-c", "--config"];

/**
 * `gunicorn main:app` beside a driver of ASGI's applications, where no code is read: gunicorn's own worker calls one of
 * WSGI (docs.gunicorn.org: worker_class), unless its settings file names another.
 */
export function doubtfulForms(facts: readonly Fact[]): readonly Undecided[] {
  if (factsOf(facts, "application").length > 0) return [];
  return factsOf(facts, "start-command").flatMap((fact): readonly Undecided[] => {
    const { place, service, command } = fact;
    if (place.source !== "resource" || !command.known || isSet(facts, fact, "GUNICORN_CMD_ARGS")) return [];
    const driver = factsOf(facts, "driver").find(
      (one) => one.service === service && one.driver.known && OF_ASGI.includes(one.driver.value),
    );
    if (driver?.driver.known !== true) return [];
    const own = simpleCommands(command.value)
      .map(({ words }) => withoutWrappers(words))
      .find(([program = ""]) => /^(?:.*\/)?gunicorn$/.test(program));
    if (own === undefined) return [];
    if (flagValue(own, SETTINGS) !== undefined || own.some((word) => /wsgi/i.test(word))) return [];
    return [
      {
        place,
        why: `gunicorn's own worker calls an application of WSGI, and ${driver.driver.value} is a driver for those of ASGI: write \`-k uvicorn.workers.UvicornWorker\` for one of these`,
      },
    ];
  });
}
