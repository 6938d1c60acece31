import type { Reader } from "../../reader";
import { addressesInCode, MAY_HOLD_ADDRESS } from "../code/addresses";
import { ModuleGraph, unreadable } from "../code/module-graph";
import { rawPasswords } from "../code/raw-password";
import { alembicFacts } from "./alembic";
import { djangoFacts } from "./django";
import { djangoSettings } from "./django-settings";
import { driverFacts } from "./drivers";
import { gunicornFacts, isGunicornConfiguration } from "./gunicorn";
import { hypercornFacts } from "./hypercorn";
import { PYTHON_LANGUAGE } from "./language";
import { overridingFiles } from "./overriding-files";
import { serverFacts } from "./servers";
import { pythonValue } from "./values";
import { wantedVariables } from "./variables";

/** Tests start servers and set variables for themselves alone. */
const OF_TESTS = /(?:^|\/)(?:tests?|conftest\.py$|test_[^/]*\.py$|[^/]*_test\.py$)(?:\/|$)/;

/** Without one of these words a file can state no fact, and is not parsed. */
const MAY_STATE =
  /environ|getenv|Settings\b|\.(?:run|launch|listen)\(|run_app|uvicorn\.Config|hypercorn|waitress|[Bb]ottle\b|Robyn|TCPSite|run_simple|make_server|(?:HTTP|TCP|WSGI)Server\b|websockets\.serve|asyncpg|psycopg|[Tt]ortoise|create_(?:async_)?engine|\bDATABASES\b|\bINSTALLED_APPS\b|\bROOT_URLCONF\b|\bALLOWED_HOSTS\b|set_main_option|load_dotenv|read_env/;

/** SQLAlchemy reads a URL by rules of its own. */
const readerOf = (text: string) =>
  /sqlalchemy|create_(?:async_)?engine|SQLALCHEMY/.test(text) ? "sqlalchemy" : "libpq";

/** Python code: what it binds, which variables it asks for, and how it connects. */
export const PYTHON: Reader = {
  name: "python",
  extensions: [".py"],
  accepts: (path) => path.endsWith(".py") && !OF_TESTS.test(path),
  read: (file, repository) => {
    const mayState = MAY_STATE.test(file.text) || MAY_HOLD_ADDRESS.test(file.text);
    if (!mayState && !isGunicornConfiguration(file.path)) return { facts: [], problems: [] };
    const module = ModuleGraph.of(repository, PYTHON_LANGUAGE).module(file);
    if (module === undefined) return { facts: [], problems: [unreadable(file)] };
    const facts = [
      ...serverFacts(module),
      ...gunicornFacts(module),
      ...wantedVariables(module),
      ...driverFacts(module, repository),
      ...hypercornFacts(module),
      ...djangoFacts(module),
      ...djangoSettings(module, repository),
      ...alembicFacts(module, repository),
      ...overridingFiles(module),
      ...addressesInCode(module.tree, file.text),
      ...rawPasswords(
        module.tree,
        { text: "FormatString", part: "FormatReplacement", reader: readerOf(file.text) },
        (node) => {
          const value = pythonValue(module, node);
          return value.is === "variable" ? value.name : undefined;
        },
      ),
    ];
    return { facts, problems: [] };
  },
};
