import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../..");

/** What `npm install` puts into an adopted project: this repository's packages, and this one itself. */
export function linkPackages(project: string): void {
  const packages = path.join(project, "node_modules");
  mkdirSync(packages);
  for (const entry of readdirSync(path.join(root, "node_modules"))) {
    symlinkSync(path.join(root, "node_modules", entry), path.join(packages, entry));
  }
  symlinkSync(root, path.join(packages, "portcullis"));
}
