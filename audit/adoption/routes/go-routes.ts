import { lineAt } from "../../../domain/text-place";
import { type CodeText, closeOf, codeText, openAt } from "./code-text";
import { joined, type Route, type RouteSource } from "./route";

/** Calls that state a route for GET: net/http, gorilla, gin, chi, echo and fiber (pkg.go.dev). */
const ROUTES = /(?<![\w.])([A-Za-z_][\w.]*)\.(HandleFunc|Handle|GET|Get|Any|All)\(\s*"([^"\n]*)"\s*,/g;
const MAKES =
  /^(?:http\.NewServeMux\(\)|gin\.(?:Default|New)\(|chi\.New(?:Router|Mux)\(\)|echo\.New\(\)|fiber\.New\(|mux\.NewRouter\(\))/;
/** Types that are the whole application, and those that may be a part of it. */
const WHOLE = /^\*?(?:gin\.Engine|echo\.Echo)$/;
const PART = /^\*?(?:http\.ServeMux|fiber\.App|fiber\.Router|chi\.(?:Router|Mux)|mux\.Router|gin\.IRouter)$/;
const NESTS = /\.Mount\(|\bStripPrefix\(|\.Route\(|\.Group\(|\.Subrouter\(\)/;
const LISTENS =
  /\bListenAndServe(?:TLS)?\(|\bhttp\.Serve(?:TLS)?\(|\.(?:Run|Start|Listen)(?:TLS)?\(\s*(?:":|\)|addr|fmt\.|os\.|net\.|cfg|conf|port)/g;
const SERVES_DEFAULT = /\b(?:ListenAndServe(?:TLS)?|http\.Serve)\([^\n]*,\s*nil\s*\)/;
const MAX_NESTED = 5;

interface Source {
  readonly code: CodeText;
  /** Of all files of the service. */
  readonly nests: boolean;
  readonly servesDefault: boolean;
}

/** The routes of Go code as far as their routers are written out; none where several servers listen. */
export function goRoutes({ files, repository }: RouteSource): readonly Route[] {
  const read = files
    .filter((file) => file.endsWith(".go") && !/_test\.go$|(?:^|\/)(?:vendor|testdata)\//.test(file))
    .map((file) => ({ file, code: codeText(repository.text(file) ?? "", "c") }));
  const all = read.map(({ code }) => code.text).join("\n");
  // Which of several servers is the one that the platform asks is not known.
  if ([...all.matchAll(LISTENS)].length > 1) return [];
  const [nests, servesDefault] = [NESTS.test(all), SERVES_DEFAULT.test(all)];
  return read.flatMap(({ file, code }) =>
    [...code.text.matchAll(ROUTES)].flatMap((match): readonly Route[] => {
      const [, router = "", method = "", written = ""] = match;
      const path = pathOf(code, match.index, method, written);
      const prefix =
        path === undefined ? undefined : prefixOf(router, match.index, { code, nests, servesDefault });
      if (path === undefined || prefix === undefined) return [];
      return [
        { path: joined(prefix, path), place: { source: "file", file, line: lineAt(code.text, match.index) } },
      ];
    }),
  );
}

/** The path of `"/health"` and, since Go 1.22, of `"GET /health"`; a host, another method and a wildcard are none. */
function pathOf({ bare }: CodeText, at: number, method: string, written: string): string | undefined {
  const [, path] = /^(?:(?:GET|HEAD)\s+)?(\/[\w/.-]*)(?:\{\$\})?$/.exec(written) ?? [];
  if (path === undefined || isConditional(bare, at)) return undefined;
  const behind = bare.slice(closeOf(bare, bare.indexOf("(", at))).split("\n")[0] ?? "";
  // gorilla/mux names methods, hosts and headers behind the route.
  if (!method.startsWith("Handle") || !/^\s*\.\w+\(/.test(behind)) return path;
  const text = behind.trim();
  return /^\.Methods\(/.test(text) && !/\b(?:POST|PUT|PATCH|DELETE)\b/i.test(text) && /MethodGet/.test(text)
    ? path
    : undefined;
}

/** Whether a call is in a branch: an `if` or a `switch` inside of its function. */
function isConditional(bare: string, at: number): boolean {
  return openAt(bare, at).some((open) =>
    /^\s*(?:\}\s*)?(?:if|else|switch|select|for)\b/.test(lineBefore(bare, open)),
  );
}

const lineBefore = (bare: string, open: number): string => bare.slice(bare.lastIndexOf("\n", open) + 1, open);

/** Under which prefix a router's routes are served; undefined where that is not written out. */
function prefixOf(router: string, at: number, source: Source, depth = 0): string | undefined {
  const { code, nests, servesDefault } = source;
  if (router === "http") return servesDefault && !nests ? "" : undefined;
  if (depth > MAX_NESTED) return undefined;
  for (const open of openAt(code.bare, at)) {
    const given = assignedIn(code, router, open, at);
    if (given !== undefined) return prefixGiven(router, given, source, depth);
    const parameter = parameterOf(code, router, open);
    if (parameter === undefined) continue;
    // `r.Route("/ops", func(r chi.Router) {`
    const [whole, above, call, path] =
      /([A-Za-z_][\w.]*)\.(Route|Group)\(\s*(?:"([\w/-]*)"\s*,\s*)?func\([^)]*\)\s*$/.exec(
        code.text.slice(0, open),
      ) ?? [];
    if (whole !== undefined && above !== undefined) {
      const outer = prefixOf(above, open - whole.length, source, depth + 1);
      const own = call === "Group" && path === undefined ? "" : path;
      return outer === undefined || own === undefined ? undefined : joined(outer, own);
    }
    return WHOLE.test(parameter) || (PART.test(parameter) && !nests) ? "" : undefined;
  }
  return undefined;
}

/** What a name is given in a block before an index, with where; undefined where nothing, or several things, are. */
function assignedIn({ text, bare }: CodeText, name: string, open: number, at: number) {
  const pattern = new RegExp(`(?<![\\w.])${name.replaceAll(".", "\\.")}\\s*(?::=|=(?!=))\\s*([^\\n]*)`, "g");
  const found = [...text.slice(open, at).matchAll(pattern)].filter(
    (match) => openAt(bare, open + match.index)[0] === open,
  );
  const [only, ...others] = found;
  if (only === undefined) return undefined;
  return { value: others.length > 0 ? "" : (only[1] ?? ""), at: open + only.index };
}

function parameterOf({ text }: CodeText, name: string, open: number): string | undefined {
  const header = /\bfunc\b\s*(?:\([^)]*\)\s*)?\w*\(([^{]*)$/.exec(lineBefore(text, open))?.[1] ?? "";
  return new RegExp(`(?:^|,)\\s*${name}\\s+([\\w.*]+)`).exec(header)?.[1];
}

function prefixGiven(
  router: string,
  { value, at }: { readonly value: string; readonly at: number },
  source: Source,
  depth: number,
): string | undefined {
  const { code, nests } = source;
  if (MAKES.test(value)) {
    // What another router serves may have a prefix, and so may what is returned where anything has one.
    const handed = new RegExp(`\\b(?:Mount|Use|StripPrefix|Handle)\\([^\\n]*[,(]\\s*${router}\\s*\\)`);
    const returned = nests && new RegExp(`\\breturn\\s+${router}\\b`).test(code.text);
    return returned || handed.test(code.text) ? undefined : "";
  }
  const [, above, path] =
    /^([A-Za-z_][\w.]*)\.(?:Group|PathPrefix)\(\s*"([\w/-]*)"\s*\)(?:\.Subrouter\(\))?\s*$/.exec(value) ?? [];
  const outer = above === undefined ? undefined : prefixOf(above, at, source, depth + 1);
  return outer === undefined || path === undefined ? undefined : joined(outer, path);
}
