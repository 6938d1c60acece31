import path from "node:path";
import { JSON_SYNTAX, structuredReader, TOML } from "../syntax/structured-reader";
import type { Tree } from "../syntax/tree";

/** Manifests of which other parts ask for a version, a dependency or a name, each with its syntax. */
const MANIFESTS = new Map(
  ["pyproject.toml", "Cargo.toml", "Pipfile", "composer.json"].map((name) => [
    name,
    name.endsWith(".json") ? JSON_SYNTAX : TOML,
  ]),
);

/** States nothing: it says of a project's manifest that it cannot be read, since no build goes on from there. */
export const PROJECT_MANIFEST = structuredReader<Tree>({
  name: "project-manifest",
  accepts: (file) => MANIFESTS.has(path.posix.basename(file)),
  syntax: (file) => MANIFESTS.get(path.posix.basename(file)) ?? TOML,
  // A template of a project is filled in before it is a manifest.
  mayState: (text) => !/\{\{|\{%|<%/.test(text),
  facts: () => [],
});
