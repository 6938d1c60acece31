import path from "node:path";
import { type Fact, known } from "../../../domain";
import type { Repository } from "../../reader";
import type { JavaScriptModule } from "./module";

export const PRISMA_CONFIGURATION = /(?:^|\/)(?:prisma\.config|\.config\/prisma)\.[cm]?[jt]s$/;

const STARTED_BY = [
  "package.json",
  "render.yaml",
  "Procfile",
  "Dockerfile",
  "fly.toml",
  "railway.json",
  "railway.toml",
];
const COMMAND = /\bprisma\s+(?:migrate|db\s+push|generate)\b/;

/**
 * What Prisma's own commands cannot do without: `env()` of prisma/config throws where the variable is absent
 * (prisma.io/docs/orm/reference/prisma-config-reference, 2026-11-28). The file is loaded by such a command alone, so
 * that a repository that deploys without one needs none of them.
 */
export function prismaVariables(
  { tree, path: file, text }: JavaScriptModule,
  repository: Repository,
): readonly Fact[] {
  if (!/["']prisma\/config["']/.test(text) || !isRun(file, repository)) return [];
  return tree.nodes("CallExpression").flatMap((call): readonly Fact[] => {
    const name = /^env\(\s*["'](\w{1,200})["']\s*\)$/.exec(
      call.to - call.from > 300 ? "" : tree.text(call),
    )?.[1];
    return name === undefined
      ? []
      : [{ kind: "wanted-variable", name, required: known(true), place: tree.place(call, name) }];
  });
}

/** Whether a file that starts or builds something runs Prisma, in the folder of the configuration or above it. */
function isRun(file: string, repository: Repository): boolean {
  for (let folder = path.posix.dirname(file); ; folder = path.posix.dirname(folder)) {
    const texts = STARTED_BY.map((name) => repository.text(path.posix.join(folder, name)));
    if (texts.some((text) => text !== undefined && COMMAND.test(text))) return true;
    if (folder === "." || folder === "/") return false;
  }
}
