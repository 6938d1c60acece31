import { type Fact, factsOf } from "../../domain/fact";
import { isBelow } from "../../domain/is-below";
import type { Undecided } from "../../domain/rule";

/** Where a line names a file or a folder: `cd backend`, `-r backend/requirements.txt`, `node backend/dist/main.js`. */
const NAMED =
  /(?:^|[\s;&|(])(?:cd|-r|--requirement|-c|--chdir|--app-dir|-f|--file|-C|--prefix|--cwd|--directory|node|python3?|bun|deno|sh|bash|source|\.)[ =]+(?:\.\/)?([\w.@-]+(?:\/[\w.@-]+)*)/g;

/**
 * Commands of a service with a root directory that name it once more: they run in it (render.com/docs/monorepo-support).
 * A folder may have another one of its own name.
 */
export function folderTwice(facts: readonly Fact[]): readonly Undecided[] {
  return factsOf(facts, "manifest-part").flatMap((part): readonly Undecided[] => {
    const written = part.part === "source" ? part.fields.get("rootDirectory") : undefined;
    const text = written?.text?.trim() ?? "";
    if (written?.place === undefined || text === "" || text === "/" || /[${}]/.test(text)) return [];
    if (text.startsWith("/"))
      return [
        { place: written.place, why: "it begins with a slash, and a folder of the repository has none" },
      ];
    const root = text.replace(/^\.\/|\/+$/g, "");
    const image = part.fields.get("dockerfilePath")?.text?.trim().replace(/^\.\//, "") ?? "";
    const ofImage: readonly Undecided[] = isBelow(image, root)
      ? [{ place: written.place, why: `the Dockerfile's path begins with ${root} too, and is read in it` }]
      : [];
    const commands = [...factsOf(facts, "start-command"), ...factsOf(facts, "platform-command")];
    const inCommands = commands.flatMap(({ command, place, service }) => {
      if (service !== part.service || !command.known) return [];
      const [first] = [...command.value.matchAll(NAMED)].map(([, path = ""]) => path);
      if (first === undefined || !isBelow(first, root)) return [];
      return [{ place, why: `it names ${root}, and runs in the root directory of that name already` }];
    });
    return [...ofImage, ...inCommands];
  });
}
