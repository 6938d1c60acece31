import type { SyntaxNode } from "@lezer/common";
import { type Fact, type Knowable, known, parsePort, unknown } from "../../../domain";
import { encodePart } from "../../../domain/connection-url/format";
import { childrenOf } from "../code/syntax-tree";
import { urlInCode } from "../code/url-in-code";
import type { PythonModule } from "./module";
import { pythonValue } from "./values";

const DRIVER = {
  driver: unknown<string>("Django takes psycopg or psycopg2, whichever is installed"),
  driverSettings: known({}),
};

/** The databases that Django's settings write out (docs.djangoproject.com/en/stable/ref/settings/#databases). */
export function djangoFacts(module: PythonModule): readonly Fact[] {
  if (!module.text.includes("DATABASES")) return [];
  const { tree } = module;
  return tree.nodes("AssignStatement").flatMap((statement): readonly Fact[] => {
    const [target, , value] = childrenOf(statement);
    if (target === undefined || value === undefined || tree.text(target) !== "DATABASES") return [];
    const databases = tree.dictionary(value) ?? [];
    return databases.flatMap(([, database]) => databaseFacts(module, database));
  });
}

/** What is written out whole is a URL in parts; of another database the host and port still count. */
function databaseFacts(module: PythonModule, node: SyntaxNode): readonly Fact[] {
  const entries = new Map(module.tree.dictionary(node) ?? []);
  const literal = (key: string): string | undefined => {
    const entry = entries.get(key);
    const value = entry === undefined ? undefined : pythonValue(module, entry);
    return value?.is === "literal" ? value.text : undefined;
  };
  const [engine, host] = [literal("ENGINE"), literal("HOST")];
  if (engine === undefined || !/postg(?:resql|is)/.test(engine) || !host?.includes(".")) return [];
  const place = module.tree.place(entries.get("HOST") ?? node);
  const [user, password, name = ""] = [literal("USER"), literal("PASSWORD"), literal("NAME")];
  // Without one, and with an empty one, libpq takes its own.
  const port = parsePort(literal("PORT") || "5432");
  if (port === undefined) return [];
  if (user !== undefined && password !== undefined) {
    const at = module.tree.place(entries.get("PASSWORD") ?? node);
    const written = `postgresql://${encodePart(user)}:${encodePart(password)}@${host}:${port}/${encodePart(name)}`;
    return urlInCode(written, { place: at, ...DRIVER });
  }
  const stated = (text: string | undefined): Knowable<string> =>
    text === undefined ? unknown("it is read from the environment") : known(text);
  return [
    {
      kind: "connection",
      place,
      host: known(host),
      port: known(port),
      user: stated(user),
      database: stated(literal("NAME")),
      parameters: known({}),
      ...DRIVER,
    },
  ];
}
