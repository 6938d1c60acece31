import type { Fact } from "../../../domain";
import type { JavaScriptModule } from "./module";
import { bindFacts, portFacts } from "./servers";

/**
 * `export default { port, hostname, fetch }`: Bun serves what the started file exports (bun.sh/docs/api/http). Without a
 * port and a host of its own it may be for another runtime.
 */
export function exportedServer(module: JavaScriptModule): readonly Fact[] {
  return module.tree.nodes("ExportDeclaration").flatMap((exported): readonly Fact[] => {
    const object = exported.getChild("ObjectExpression") ?? undefined;
    if (object === undefined || exported.getChild("default") === null) return [];
    const options = module.tree.properties(object);
    if (options?.has("fetch") !== true) return [];
    const own = [
      ...portFacts(module, options.get("port"), object),
      ...bindFacts(module, options.get("hostname"), object),
    ];
    return own.map((fact) => ({ ...fact, started: "file" as const }));
  });
}
