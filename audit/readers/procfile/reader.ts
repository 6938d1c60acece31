import { type Fact, known } from "../../../domain";
import { PROCFILE_NAME } from "../../../platforms/heroku";
import type { Reader } from "../../reader";
import { processesOf } from "./processes";

/** The `web` process of a Procfile, which is given PORT and traffic, and what is run before each release. */
export const PROCFILE: Reader = {
  name: "procfile",
  accepts: (path) => PROCFILE_NAME.test(path),
  read: ({ path, text }) => {
    const processes = processesOf(path, text);
    const [web, release] = ["web", "release"].map((name) => processes.get(name));
    const facts: readonly Fact[] = [
      ...(web === undefined
        ? []
        : [{ kind: "start-command", place: web.place, command: known(web.value) } as const]),
      ...(release === undefined
        ? []
        : [
            {
              kind: "platform-command",
              place: release.place,
              by: "pre-deploy command",
              command: known(release.value),
            } as const,
          ]),
    ];
    return { facts, problems: [] };
  },
};
