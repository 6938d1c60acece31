import { lineAt } from "../../../domain/text-place";
import type { Route, RouteSource } from "./route";

/** `app/api/health/route.ts` and `pages/api/health.ts` (nextjs.org/docs: route handlers, API routes). */
const HANDLER = /^(?:src\/)?app\/(?:(.*)\/)?route\.[cm]?[jt]sx?$/;
const API = /^(?:src\/)?pages\/(api\/.+?)(?:\/index)?\.[cm]?[jt]sx?$/;
const PAGE = /^(?:src\/)?(?:app\/(?:\([^/]*\)\/)*page|pages\/index)\.[cm]?[jt]sx?$/;

const CONFIGURATIONS = ["next.config.js", "next.config.mjs", "next.config.cjs", "next.config.ts"];

/** The routes that the files of a Next.js application are; none where its base path is computed. */
export function nextRoutes(folder: string, { files, repository }: RouteSource): readonly Route[] {
  const at = (name: string): string => (folder === "" ? name : `${folder}/${name}`);
  const configuration = CONFIGURATIONS.map(at).find((file) => repository.has(file));
  const listed = repository.text(at("package.json")) ?? "";
  if (configuration === undefined && !/"next"\s*:/.test(listed)) return [];
  const base = basePath(configuration === undefined ? "" : (repository.text(configuration) ?? ""));
  if (base === undefined) return [];
  return files.flatMap((file): readonly Route[] => {
    const inside = folder === "" ? file : file.slice(folder.length + 1);
    const place = (line: number): Route["place"] => ({ source: "file", file, line });
    const [handler, segments = ""] = HANDLER.exec(inside) ?? [];
    if (handler !== undefined) {
      const line = exportsGet(repository.text(file) ?? "");
      // `(group)` is no part of the address, nor is a slot `@name`; `_private` folders have none.
      const parts = segments.split("/").filter((part) => part !== "" && !/^(?:\(.*\)|@.*)$/.test(part));
      if (line === undefined || parts.some((part) => part.startsWith("_"))) return [];
      return [{ path: `${base}/${parts.join("/")}`, place: place(line) }];
    }
    const api = API.exec(inside)?.[1];
    if (api !== undefined) return [{ path: `${base}/${api}`, place: place(1) }];
    return PAGE.test(inside) ? [{ path: base === "" ? "/" : base, place: place(1) }] : [];
  });
}

/** Empty where none is written, and undefined where it is computed. */
function basePath(text: string): string | undefined {
  if (!/\bbasePath\b/.test(text)) return "";
  return /\bbasePath\s*:\s*["'](\/[\w/-]*|)["']/.exec(text)?.[1];
}

/** The line, from 1, of what a route handler exports for GET. */
function exportsGet(text: string): number | undefined {
  const found =
    /^\s*export\s+(?:(?:async\s+)?function|const|let)\s+GET\b|^\s*export\s*\{[^}]*\bGET\b|^\s*export\s+const\s*\{[^}]*\bGET\b/m.exec(
      text,
    );
  return found === null ? undefined : lineAt(text, found.index + found[0].search(/\S/));
}
