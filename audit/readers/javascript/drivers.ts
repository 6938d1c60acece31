import type { SyntaxNode } from "@lezer/common";
import { type Fact, known } from "../../../domain";
import { urlInCode } from "../code/url-in-code";
import { drizzleSettings, ofPostgres, type Settings, settings } from "./driver-settings";
import type { JavaScriptModule } from "./module";
import { javaScriptValue } from "./values";

/** One way to connect: the package that offers it, what is called, and the row of its driver in domain/driver.ts. */
interface Connects {
  readonly package: string;
  readonly call: RegExp;
  readonly isNew: boolean;
  readonly driver: string;
  /** The settings among the arguments; undefined where the call is given a client that is made elsewhere. */
  readonly settings: (module: JavaScriptModule, given: readonly SyntaxNode[]) => Settings | undefined;
}

/** node-postgres prepares only what is named, so its settings matter for TLS and sizes; postgres.js prepares all. */
const CONNECTS: readonly Connects[] = [
  {
    package: "pg",
    call: /^(?:pg\.)?(?:Pool|Client)$/,
    isNew: true,
    driver: "node-postgres",
    settings: (module, [options]) => settings(module, options),
  },
  {
    package: "postgres",
    call: /^postgres$/,
    isNew: false,
    driver: "postgres-js",
    settings: (module, [first, second]) =>
      settings(module, first?.name === "ObjectExpression" ? first : second),
  },
  {
    // Its statements have names unless `prepare` is false (bun.com/docs/runtime/sql).
    package: "bun",
    call: /^(?:Bun\.)?SQL$/,
    isNew: true,
    driver: "bun-sql",
    settings: (module, [first, second]) =>
      settings(module, first?.name === "ObjectExpression" ? first : second),
  },
  {
    package: "drizzle-orm/bun-sql",
    call: /^drizzle$/,
    isNew: false,
    driver: "bun-sql",
    settings: drizzleSettings,
  },
  {
    package: "@prisma/client",
    call: /^PrismaClient$/,
    isNew: true,
    driver: "prisma",
    settings: (module, [options]) =>
      module.tree.properties(options)?.has("adapter") ? undefined : known({}),
  },
  {
    // Since version 7 Prisma connects by an adapter, which sends unnamed statements (prisma.io: upgrade guide).
    package: "@prisma/adapter-pg",
    call: /^PrismaPg$/,
    isNew: true,
    driver: "node-postgres",
    settings: (module, [options]) => settings(module, options),
  },
  {
    // knexjs.org/guide: `connection` is given to node-postgres as it is.
    package: "knex",
    call: /^(?:[kK]nex|require\(["']knex["']\))$/,
    isNew: false,
    driver: "node-postgres",
    settings: (module, [options]) => ofPostgres(module, options, "client", "connection"),
  },
  {
    // typeorm.io/docs/drivers/postgres: `ssl` is given to node-postgres as it is.
    package: "typeorm",
    call: /^DataSource$/,
    isNew: true,
    driver: "node-postgres",
    settings: (module, [options]) => ofPostgres(module, options, "type"),
  },
  {
    package: "@nestjs/typeorm",
    call: /^TypeOrmModule\.forRoot$/,
    isNew: false,
    driver: "node-postgres",
    settings: (module, [options]) => ofPostgres(module, options, "type"),
  },
  {
    // sequelize.org/docs/v6/other-topics/dialect-specific-things: `dialectOptions` is given to node-postgres.
    package: "sequelize",
    call: /^Sequelize$/,
    isNew: true,
    driver: "node-postgres",
    settings: (module, [first, second]) =>
      ofPostgres(module, first?.name === "ObjectExpression" ? first : second, "dialect", "dialectOptions"),
  },
  {
    package: "drizzle-orm/node-postgres",
    call: /^drizzle$/,
    isNew: false,
    driver: "node-postgres",
    settings: drizzleSettings,
  },
  {
    package: "drizzle-orm/postgres-js",
    call: /^drizzle$/,
    isNew: false,
    driver: "postgres-js",
    settings: drizzleSettings,
  },
];

/** How the module connects to PostgreSQL, one fact for each call that does. */
export function driverFacts(module: JavaScriptModule): readonly Fact[] {
  const rows = CONNECTS.filter((row) => imports(module.text, row.package));
  if (rows.length === 0) return [];
  const { tree } = module;
  return tree.nodes("NewExpression", "CallExpression").flatMap((call): readonly Fact[] => {
    const isNew = call.name === "NewExpression";
    const callee = isNew ? call.firstChild?.nextSibling : call.firstChild;
    const name = callee === null || callee === undefined ? "" : tree.text(callee);
    const row = rows.find((candidate) => candidate.isNew === isNew && candidate.call.test(name));
    const found = row?.settings(module, tree.arguments(call));
    if (row === undefined || found === undefined) return [];
    const place = tree.place(call, name);
    const called = { driver: known(row.driver), driverSettings: found };
    return [
      { kind: "driver", place, ...called },
      ...urlNodes(module, tree.arguments(call)).flatMap((node) => {
        const value = javaScriptValue(module, node);
        return value.is === "literal" ? urlInCode(value.text, { place: tree.place(node), ...called }) : [];
      }),
    ];
  });
}

/** Options that hold a URL: pg's, Prisma's and Drizzle's. */
const URL_OPTIONS = ["connectionString", "datasourceUrl", "connection", "url"];

/** The first argument, or those of its options that may be a URL. */
function urlNodes({ tree }: JavaScriptModule, [first]: readonly SyntaxNode[]): readonly SyntaxNode[] {
  if (first === undefined) return [];
  const options = tree.properties(first);
  return options === undefined ? [first] : URL_OPTIONS.flatMap((name) => options.get(name) ?? []);
}

function imports(text: string, name: string): boolean {
  return ["'", '"'].some((quote) =>
    [`from ${quote}`, `require(${quote}`].some((before) => text.includes(`${before}${name}${quote}`)),
  );
}
