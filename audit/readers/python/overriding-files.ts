import type { Fact } from "../../../domain";
import type { PythonModule } from "./module";
import { pythonValue } from "./values";

/** Without a path each of these tools takes the `.env` of the folder in which the service runs, or of one above. */
const BY_DEFAULT = ".env";

/**
 * Env files that Python loads over what the platform has set: python-dotenv's `load_dotenv(override=True)` and
 * django-environ's `read_env(overwrite=True)`. By default both leave a variable that is there already.
 */
export function overridingFiles(module: PythonModule): readonly Fact[] {
  if (!/\b(?:load_dotenv|read_env)\b/.test(module.text)) return [];
  const { tree } = module;
  return tree.nodes("CallExpression").flatMap((call): readonly Fact[] => {
    if (!/(?:^|\.)(?:load_dotenv|read_env)$/.test(tree.dotted(call.firstChild) ?? "")) return [];
    const given = tree.arguments(call);
    const overrides = given.some(
      ({ name, node }) => (name === "override" || name === "overwrite") && tree.text(node) === "True",
    );
    if (!overrides) return [];
    const written = given.find(
      ({ name }) => name === undefined || name === "dotenv_path" || name === "env_file",
    );
    const value = written === undefined ? undefined : pythonValue(module, written.node);
    const file = value === undefined ? BY_DEFAULT : value.is === "literal" ? value.text : undefined;
    return file === undefined ? [] : [{ kind: "overriding-file", file, place: tree.place(call) }];
  });
}
