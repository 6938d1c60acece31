import type { Reader } from "../../reader";
import { addressesInCode, MAY_HOLD_ADDRESS } from "../code/addresses";
import { ModuleGraph, unreadable } from "../code/module-graph";
import { rawPasswords } from "../code/raw-password";
import { driverFacts } from "./drivers";
import { exportedServer } from "./exported-server";
import { ENDINGS, JAVASCRIPT_LANGUAGE } from "./language";
import { overridingFiles } from "./overriding-files";
import { PRISMA_CONFIGURATION, prismaVariables } from "./prisma-configuration";
import { serverFacts } from "./servers";
import { javaScriptValue } from "./values";
import { wantedVariables } from "./variables";

/** Tests, and the settings of build tools, start nothing that is deployed. */
const NOT_DEPLOYED =
  /(?:^|\/)(?:tests?|__tests__|e2e|cypress)\/|\.(?:test|spec|config|d)\.[cm]?[jt]sx?$|\.min\.js$/;

/** Without one of these words a file can state no fact, and is not parsed. */
const MAY_STATE =
  /process\.env|export default \{|\.listen\(|\.[sS]erver\(|serve[(<]|["'](?:dotenv|pg|postgres|@prisma\/(?:client|adapter-pg)|drizzle-orm\/(?:node-postgres|postgres-js))["']/;

/** JavaScript and TypeScript code: what it binds, which variables it asks for, and how it connects. */
export const JAVASCRIPT: Reader = {
  name: "javascript",
  extensions: ENDINGS,
  accepts: (path) =>
    /\.[cm]?[jt]sx?$/.test(path) && (!NOT_DEPLOYED.test(path) || PRISMA_CONFIGURATION.test(path)),
  read: (file, repository) => {
    const isPrismas = PRISMA_CONFIGURATION.test(file.path);
    if (!isPrismas && !MAY_STATE.test(file.text) && !MAY_HOLD_ADDRESS.test(file.text))
      return { facts: [], problems: [] };
    const module = ModuleGraph.of(repository, JAVASCRIPT_LANGUAGE).module(file);
    if (module === undefined) return { facts: [], problems: [unreadable(file)] };
    if (isPrismas) return { facts: prismaVariables(module, repository), problems: [] };
    return {
      facts: [
        ...serverFacts(module),
        ...exportedServer(module),
        ...wantedVariables(module),
        ...driverFacts(module),
        ...overridingFiles(module),
        ...addressesInCode(module.tree, file.text),
        ...rawPasswords(
          module.tree,
          { text: "TemplateString", part: "Interpolation", reader: "whatwg" },
          (node) => {
            const value = javaScriptValue(module, node);
            return value.is === "variable" ? value.name : undefined;
          },
        ),
      ],
      problems: [],
    };
  },
};
