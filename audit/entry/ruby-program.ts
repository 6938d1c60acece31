import path from "node:path";
import type { Fact } from "../../domain";
import type { Repository } from "../reader";
import { fileOf, IMAGE_FILE } from "../services/service-folders";
import type { Entry } from "./entry";
import { type PortOrBind, undecided } from "./port-or-bind";

/**
 * What Sinatra's settings say of host and port, for what is started: only Sinatra's own `run!` reads them; rackup, Puma
 * and other servers take theirs from their command or a file of their own (sinatrarb.com/configuration).
 */
export function runByItself(fact: Fact, entries: readonly Entry[], repository: Repository): readonly Fact[] {
  const file = fileOf(fact);
  if ((fact.kind !== "port" && fact.kind !== "bind") || !file.endsWith(".rb")) return [fact];
  if (entries.length === 0) return [undecided(fact, "no start command says which server loads it")];
  const answers = entries.map((entry) => answerOf(fact, file, entry, repository));
  if (answers.includes("counts")) return [inImage(fact, entries)];
  const why = answers.find((answer) => typeof answer === "object");
  return why === undefined ? [] : [undecided(fact, why.why)];
}

/** No image of Ruby's sets Sinatra's environment, as platforms do for what they build themselves. */
function inImage(fact: PortOrBind, entries: readonly Entry[]): PortOrBind {
  const images = entries.every(
    ({ steps: [first] }) => first?.place.source === "file" && IMAGE_FILE.test(first.place.file),
  );
  const { where } = fact;
  return where === undefined || !images ? fact : { ...fact, where: { without: "development", ...where } };
}

function answerOf(
  { kind }: PortOrBind,
  file: string,
  { end, steps }: Entry,
  repository: Repository,
): "counts" | "not" | { readonly why: string } {
  if (end.is === "open") return { why: `nothing says whether it is started: ${end.why}` };
  if (end.is !== "file") return "not";
  // What the command itself says is taken in the place of what the file sets.
  const flag = kind === "bind" ? /\.rb\b.*\s-o\b/ : /\.rb\b.*\s-p\b/;
  if (flag.test(steps.at(-1)?.text ?? "")) return "not";
  if (end.files.includes(file)) return "counts";
  if (!requiredBy(end.files, repository).has(file)) return "not";
  const runs = end.files.some((started) => /\.run!/.test(repository.text(started) ?? ""));
  return runs ? "counts" : { why: "Sinatra runs by itself only where the file that loads it is started" };
}

const REQUIRE = /^\s*require(_relative)?[\s(]+["']([^"'\n]+)["']/gm;

/** The files of the repository that files of Ruby load. */
function requiredBy(files: readonly string[], repository: Repository): ReadonlySet<string> {
  const reached = new Set(files);
  for (const file of reached) {
    const folder = path.posix.dirname(file);
    for (const [, relative, name = ""] of (repository.text(file) ?? "").matchAll(REQUIRE)) {
      const folders = relative === undefined ? ["", folder, "lib", path.posix.join(folder, "lib")] : [folder];
      const found = folders
        .map((base) =>
          path.posix.normalize(path.posix.join(base, name.endsWith(".rb") ? name : `${name}.rb`)),
        )
        .find((candidate) => repository.has(candidate));
      if (found !== undefined) reached.add(found);
    }
  }
  return reached;
}
