import path from "node:path";
import { type Fact, known } from "../../../domain";
import type { Chain } from "../chain";
import { mayWrite } from "./missing-files";
import { imageOf, type Project, subjectOf } from "./project";
import type { RunningCommand } from "./running-commands";

/** What adds a folder to those from which Python imports, or installs the project. */
const IMPORTS =
  /PYTHONPATH|--(?:app-dir|chdir|pythonpath)\b|\binstall\b[^\n]*\s(?:-e|--editable)\b|\binstall\b[^\n]*\s["']?(?=[./])(?!\S*\.txt\b)|\b(?:uv sync|poetry install|pdm|setup\.py|pyproject|hatch|flit)\b|\.pth\b|sys\.path/m;

/**
 * A module that an image has at another path than the server's command names: `COPY ./app /code` copies what is in the
 * folder, not the folder (docs.docker.com/reference/dockerfile: COPY).
 */
export function unpackedModules(
  project: Project,
  { application, end, steps, settings, overrides }: Chain,
  commands: readonly RunningCommand[],
): readonly Fact[] {
  const { repository, start } = project;
  const image = imageOf(project);
  const [file = ""] = application?.files ?? [];
  const last = steps.at(-1);
  const [own, ...more] = commands.filter(({ by }) => by === "start command");
  if (image === undefined || application?.attribute === undefined || end.is !== "server" || own === undefined)
    return [];
  // A script before it, or settings, may go to another folder.
  if (more.length > 0 || steps.length !== 1 || settings.length > 0 || overrides !== undefined) return [];
  if (last === undefined || application.files.length !== 1 || IMPORTS.test(`${image.text}\n${last.text}`))
    return [];
  if (
    project.facts.some((fact) => fact.kind === "variable" && /^(?:PYTHON|GUNICORN|UVICORN)/.test(fact.name))
  )
    return [];
  const plain = application.module.replaceAll(".", "/");
  const [first = ""] = plain.split("/");
  const isLacking = (name: string): boolean =>
    ["lacking", "none"].includes(String(own.fileAt(name, mayWrite)));
  if (![`${plain}.py`, `${plain}/__init__.py`, `${first}.py`, `${first}/__init__.py`].every(isLacking))
    return [];
  const parts = file.split("/");
  const found = parts
    .map((_, at) => parts.slice(at).join("/"))
    .find((name) => {
      const there = own.fileAt(name, mayWrite);
      return typeof there === "object" && there.file === file;
    });
  if (found === undefined || repository.has(".gitmodules")) return [];
  return [
    {
      kind: "application",
      ...subjectOf(project),
      place: start.place,
      module: application.module,
      attribute: application.attribute,
      missing: known("module"),
      inImage: path.posix.normalize(found),
    },
  ];
}
