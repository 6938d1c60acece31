import { lineAt } from "../../../domain/text-place";
import { type CodeText, codeText, openAt } from "./code-text";
import { joined, type Route, type RouteSource } from "./route";

/** `.route("/health", get(…))` of axum and `.route("/health", web::get()…)` of actix (docs.rs: axum, actix-web). */
const ROUTES = /\.route\(\s*"(\/[\w/-]*)"\s*,\s*(?:\w+::)*(?:get|any)\s*\(/g;
/** actix: `#[get("/health")]` over a function that a scope or an application serves. */
const ATTRIBUTES =
  /#\[(?:\w+::)*get\(\s*"(\/[\w/-]*)"\s*\)\]\s*(?:#\[[^\]]*\]\s*)*(?:pub(?:\([^)]*\))?\s+)?async\s+fn\s+(\w+)/g;
const LISTENS = /\baxum::serve\(|\bServer::bind\(|\bHttpServer::new\(/g;
const MAX_NESTED = 6;

interface Source {
  readonly file: string;
  readonly code: CodeText;
}

/** The routes of Rust code whose routers and scopes are written out down to the application. */
export function rustRoutes({ files, repository }: RouteSource): readonly Route[] {
  const sources = files
    .filter((file) => file.endsWith(".rs") && !/(?:^|\/)(?:benches|target)\//.test(file))
    .map((file) => ({ file, code: codeText(deployed(repository.text(file) ?? ""), "rust") }));
  // Which of several servers is the one that the platform asks is not known.
  if (sources.flatMap(({ code }) => [...code.text.matchAll(LISTENS)]).length > 1) return [];
  const route = (source: Source, at: number, prefix: string | undefined, path: string): readonly Route[] =>
    prefix === undefined
      ? []
      : [
          {
            path: joined(prefix, path).replace(/(?<=.)\/$/, ""),
            place: { source: "file", file: source.file, line: lineAt(source.code.text, at) },
          },
        ];
  return sources.flatMap((source) => [
    ...[...source.code.text.matchAll(ROUTES)].flatMap((match) =>
      route(source, match.index, chainPrefix(source, match.index, sources), match[1] ?? ""),
    ),
    ...[...source.code.text.matchAll(ATTRIBUTES)].flatMap((match) =>
      route(source, match.index, namePrefix("service", match[2] ?? "", sources), match[1] ?? ""),
    ),
  ]);
}

/** A file's tests are at its end. */
const deployed = (text: string): string => text.split("#[cfg(test)]")[0] ?? "";

/** Where the chain of calls begins that has a `.` at an index: behind its first name. */
function headOf(bare: string, dot: number): number {
  let at = dot;
  for (;;) {
    while (/\s/.test(bare[at - 1] ?? "")) at -= 1;
    if (bare[at - 1] === ")") {
      const [open] = openAt(bare, at - 1, "()");
      if (open === undefined) return at;
      at = open;
    } else if (/[\w:.>]/.test(bare[at - 1] ?? "")) {
      while (/[\w:.>]/.test(bare[at - 1] ?? "")) at -= 1;
    } else return at;
  }
}

/** Under which prefix the router is served whose chain has a `.` at an index. */
function chainPrefix(source: Source, dot: number, sources: readonly Source[], depth = 0): string | undefined {
  const { text, bare } = source.code;
  if (depth > MAX_NESTED) return undefined;
  const head = headOf(bare, dot);
  const chain = text.slice(head, dot).trimStart();
  if (/^(?:\w+::)*App::new\(\)/.test(chain)) return "";
  const scope = /^(?:\w+::)*scope\(\s*(?:"([\w/-]*)")?/.exec(chain);
  const router = /^(?:\w+::)*Router\s*(?:::<[^>]*>)?::new\(\)/.test(chain);
  if (scope === null && !router) return configured(source, chain, head, sources, depth);
  const own = scope === null ? "" : scope[1];
  const outer = own === undefined ? undefined : placed(source, head, sources, { depth, router });
  return outer === undefined || own === undefined ? undefined : joined(outer, own);
}

/** Where the value at an index goes: into another chain's call, a name, or out of its function. */
function placed(
  source: Source,
  head: number,
  sources: readonly Source[],
  { depth, router }: { readonly depth: number; readonly router: boolean },
): string | undefined {
  const { text } = source.code;
  const before = text.slice(0, head).trimEnd();
  const call = /\.(nest|merge|service)\(\s*(?:"([\w/-]*)"\s*,)?$/.exec(before);
  if (call !== null) return nested(source, call, sources, depth);
  const name =
    /\blet\s+(?:mut\s+)?(\w+)\s*(?::[^=;]*)?=$/.exec(before)?.[1] ?? functionOf(source, head, before);
  if (name === undefined) return undefined;
  const uses = usesOf("nest|merge|service|nest_service|fallback_service", name, sources);
  const [use, ...others] = uses;
  if (others.length > 0) return undefined;
  if (use !== undefined) return nested(use.source, use.call, sources, depth);
  // An axum router that no other takes in is the application.
  return router ? "" : undefined;
}

function nested(
  source: Source,
  call: RegExpExecArray,
  sources: readonly Source[],
  depth: number,
): string | undefined {
  const [, method, path] = call;
  const own = method === "nest" ? path : method === "merge" || method === "service" ? "" : undefined;
  const outer = own === undefined ? undefined : chainPrefix(source, call.index, sources, depth + 1);
  return outer === undefined || own === undefined ? undefined : joined(outer, own);
}

/** The function whose value an expression is: nothing but its own `{` or a `let` goes before. */
function functionOf({ code: { bare } }: Source, head: number, before: string): string | undefined {
  const [open] = openAt(bare, head);
  if (open === undefined || !/[{;}]$/.test(before)) return undefined;
  return /\bfn\s+(\w+)\s*(?:<[^>]*>)?\([^{]*->[^{]*\bRouter\b[^{]*$/.exec(bare.slice(0, open))?.[1];
}

/** `fn routes(cfg: &mut web::ServiceConfig)`: where `.configure(routes)` is. */
function configured(
  source: Source,
  chain: string,
  head: number,
  sources: readonly Source[],
  depth: number,
): string | undefined {
  const parameter = /^(\w+)/.exec(chain)?.[1];
  const [open] = openAt(source.code.bare, head);
  if (parameter === undefined || open === undefined) return undefined;
  const signature = /\bfn\s+(\w+)\s*\(\s*(\w+)\s*:\s*&mut\s+(?:\w+::)*ServiceConfig\b[^{]*$/.exec(
    source.code.bare.slice(0, open),
  );
  if (signature === null || signature[2] !== parameter) return undefined;
  return namePrefix("configure", signature[1] ?? "", sources, depth);
}

function namePrefix(method: string, name: string, sources: readonly Source[], depth = 0): string | undefined {
  const [use, ...others] = usesOf(method, name, sources);
  if (use === undefined || others.length > 0) return undefined;
  return chainPrefix(use.source, use.call.index, sources, depth + 1);
}

/** The calls of these methods that are given a name, or what a function of that name returns. */
function usesOf(methods: string, name: string, sources: readonly Source[]) {
  const pattern = new RegExp(
    `\\.(${methods})\\(\\s*(?:"([\\w/-]*)"\\s*,\\s*|[^()"]*,\\s*)?(?:\\w+::)*${name}\\s*(?:\\([^()]*\\))?(?:\\.clone\\(\\))?\\s*\\)`,
    "g",
  );
  return sources.flatMap((source) =>
    [...source.code.text.matchAll(pattern)].map((call) => ({ source, call })),
  );
}
