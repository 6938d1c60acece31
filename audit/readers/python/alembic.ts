import type { Fact } from "../../../domain";
import type { Repository } from "../../reader";
import { hidesPassword } from "./hidden-password";
import { lockedVersion } from "./locked-version";
import type { PythonModule } from "./module";
import { pythonValue } from "./values";

/** `config.set_main_option("sqlalchemy.url", url)` with a variable's URL as it is (alembic: api/config). */
export function alembicFacts(module: PythonModule, repository: Repository): readonly Fact[] {
  const { tree, text } = module;
  if (!text.includes("set_main_option")) return [];
  return tree.nodes("CallExpression").flatMap((call): readonly Fact[] => {
    if (!/\.set_main_option$/.test(tree.dotted(call.firstChild) ?? "")) return [];
    const [key, url] = tree.arguments(call);
    if (key === undefined || url === undefined || tree.string(key.node) !== "sqlalchemy.url") return [];
    if (hidesPassword(module, url.node) && !isBefore14(lockedVersion(repository, module.path, "sqlalchemy")))
      return [{ kind: "hidden-password", place: tree.place(url.node) }];
    const value = pythonValue(module, url.node);
    if (value.is !== "variable") return [];
    return [{ kind: "interpolated-url", place: tree.place(url.node, value.name), variable: value.name }];
  });
}

/** Releases that wrote a URL's password into its text. */
function isBefore14(version = "2"): boolean {
  return /^(?:0|1\.[0-3])(?:\.|$)/.test(version);
}
