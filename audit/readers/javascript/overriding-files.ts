import type { Fact } from "../../../domain";
import type { JavaScriptModule } from "./module";
import { javaScriptValue } from "./values";

/** Without a path it takes the `.env` of the folder in which the service runs, or of one above. */
const BY_DEFAULT = ".env";

/** Env files that dotenv loads over what the platform has set: `config({ override: true })`. */
export function overridingFiles(module: JavaScriptModule): readonly Fact[] {
  if (!/["']dotenv["']/.test(module.text)) return [];
  const { tree } = module;
  return tree.nodes("CallExpression").flatMap((call): readonly Fact[] => {
    const callee = call.firstChild;
    if (callee === null || !/(?:^|\.)config$/.test(tree.text(callee))) return [];
    const options = tree.properties(tree.arguments(call)[0]);
    const override = options?.get("override");
    if (override === undefined || tree.text(override) !== "true") return [];
    const path = options?.get("path");
    const value = path === undefined ? undefined : javaScriptValue(module, path);
    const file = value === undefined ? BY_DEFAULT : value.is === "literal" ? value.text : undefined;
    return file === undefined ? [] : [{ kind: "overriding-file", file, place: tree.place(call) }];
  });
}
