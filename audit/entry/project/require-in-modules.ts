import path from "node:path";
import type { Fact } from "../../../domain";
import { lineAt } from "../../../domain/text-place";
import type { Chain } from "../chain";
import { startedWords } from "../wrappers";
import { jsonFields } from "./json-fields";
import { imageOf, type Project, subjectOf } from "./project";

/** A file that makes `require` for itself, or that another one may give it to. */
const MAKES =
  /\bcreateRequire\b|\brequire\s*=[^=]|\bfunction\s+require\b|\btypeof\s+require\b|[{,]\s*require\s*[,}]/;
const CALLS = /^(?:(?:const|let|var)\s+(?:\w+|\{[^}\n]*\})\s*=\s*)?require\(\s*(["'])[^"'\n]+\1\s*\)/m;

/** A file that Node reads as a module and that calls `require`, which no module has (nodejs.org/api/esm.html). */
export function requireInModules(project: Project, chain: Chain): readonly Fact[] {
  const last = chain.steps.at(-1);
  const [program, started, ...others] = startedWords(last?.text ?? "");
  const [file, ...more] = chain.end.is === "file" ? chain.end.files : [];
  if (program !== "node" || started === undefined || others.length > 0 || more.length > 0) return [];
  if (file === undefined || !file.endsWith(".js") || path.posix.extname(started) === ".cjs") return [];
  const { repository, facts } = project;
  if (path.posix.basename(file, ".js") !== path.posix.basename(started, ".js")) return [];
  if (facts.some((fact) => fact.kind === "variable" && fact.name === "NODE_OPTIONS")) return [];
  const manifest = manifestAbove(file, project);
  if (manifest === undefined || jsonFields(repository.text(manifest))?.type !== "module") return [];
  const image = imageOf(project);
  if (image !== undefined && !bringsManifest(image.text)) return [];
  const text = repository.text(file) ?? "";
  // Comments and texts keep their lines, without what is in them.
  const plain = text.replaceAll(/\/\*[\s\S]*?\*\/|`(?:[^`\\]|\\[\s\S])*`/g, (all) =>
    all.replaceAll(/[^\n]/g, " "),
  );
  const call = CALLS.exec(plain);
  if (call === null || MAKES.test(text)) return [];
  const line = lineAt(plain, call.index);
  const place = { source: "file", file, line, column: 1 } as const;
  return [
    {
      kind: "unmet-need",
      ...subjectOf(project),
      place,
      of: "module syntax",
      by: manifest,
      instead: "`require`",
    },
  ];
}

/** The nearest package.json, which alone says how Node reads a file. */
function manifestAbove(file: string, { repository }: Project): string | undefined {
  let folder = path.posix.dirname(file);
  for (;;) {
    const manifest = path.posix.join(folder, "package.json");
    if (repository.has(manifest)) return manifest;
    if (folder === "." || !repository.lacks(manifest)) return undefined;
    folder = path.posix.dirname(folder);
  }
}

/** Whether every folder of the repository, or the file itself, is copied into the image. */
function bringsManifest(dockerfile: string): boolean {
  return /^\s*COPY\s+(?:--(?!from)\S+\s+)*(?:\.\s|\.\/\s|(?:\S+\s+)*(?:\.\/)?package(?:\*|-?\*)?\.json\s)/im.test(
    dockerfile,
  );
}
