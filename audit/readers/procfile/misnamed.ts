import { PROCFILE_NAME } from "../../../platforms/heroku";
import type { Reader } from "../../reader";
import { processesOf } from "./processes";

/** Names that are nearly Heroku's; files of developers, such as Procfile.dev, have other ones by intention. */
const NEARLY = /(?:^|\/)procfile(?:\.txt)?$/i;

/** A Procfile in another spelling, which Heroku does not read (devcenter.heroku.com/articles/procfile: naming and location). */
export const MISNAMED_PROCFILE: Reader = {
  name: "misnamed procfile",
  accepts: (path) => NEARLY.test(path) && !PROCFILE_NAME.test(path),
  read: ({ path, text }, repository) => {
    if (!processesOf(path, text).has("web") || repository.named("Procfile").length > 0)
      return { facts: [], problems: [] };
    const place = { source: "file", file: path, line: 1, column: 1 } as const;
    return {
      facts: [
        {
          kind: "unmet-need",
          place,
          of: "name of the Procfile",
          by: "Procfile",
          instead: `\`${path.split("/").at(-1)}\``,
        },
      ],
      problems: [],
    };
  },
};
