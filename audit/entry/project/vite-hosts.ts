import { type Fact, known } from "../../../domain";
import type { Chain } from "../chain";
import { fileOfProject, type Project, subjectOf } from "./project";

const CONFIGURATIONS = ["vite.config.ts", "vite.config.js", "vite.config.mts", "vite.config.mjs"];

/** `vite preview` answers to names of its own machine alone, unless its settings name others (vite.dev/config/preview-options). */
export function viteHosts(project: Project, chain: Chain): readonly Fact[] {
  const last = chain.steps.at(-1);
  if (chain.end.is !== "server" || last === undefined || !/\bvite\s+preview\b/.test(last.text)) return [];
  const manifest = fileOfProject(project, "package.json")?.text ?? "";
  // Versions before 6.0.9 and 5.4.12 ask for no host.
  const major = Number(/"vite"\s*:\s*"[\^~]?(\d+)/.exec(manifest)?.[1] ?? 0);
  if (major < 6) return [];
  const configured = CONFIGURATIONS.some((name) =>
    fileOfProject(project, name)?.text.includes("allowedHosts"),
  );
  if (configured) return [];
  return [
    {
      kind: "code-setting",
      ...subjectOf(project),
      place: last.place,
      name: "allowedHosts",
      value: known(""),
    },
  ];
}
