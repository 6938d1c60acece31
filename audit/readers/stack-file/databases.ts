import { CONNECTIONS, deriveEndpoint, parseProjectRef } from "../../../databases";
import { driverNamed, type Fact, known, type Place, parsePort, type Subject, unknown } from "../../../domain";
import { stackParameters } from "../../../domain/stack-parameters";
import type { YamlTree } from "../syntax/yaml";

/** How a service reads one of the stack's databases, and where the file says so. */
interface Reading {
  /** The database's name; undefined of the only one. */
  readonly name: string | undefined;
  readonly driver: string | undefined;
  readonly settings: unknown;
  /** In place of the database's own mode. */
  readonly connection: string | undefined;
  /** Of a variable that is named; a connection's own place else. */
  readonly place: Place | undefined;
}

/** A service of a stack's `config`, and its key there. */
interface OfStack {
  readonly config: unknown;
  readonly service: unknown;
  readonly at: string;
}

/** The databases of one of the stack's services, several too: each by the driver that reads it. */
export function databaseFacts(tree: YamlTree, stack: OfStack, subject: Subject): readonly Fact[] {
  return readingsOf(tree, stack).flatMap((reading) => factsOf(tree, stack.config, reading, subject));
}

function readingsOf(tree: YamlTree, { service, at }: OfStack): readonly Reading[] {
  const text = (node: unknown, key: string) => tree.text(tree.value(node, key));
  const [driver, settings] = [text(service, "driver"), tree.value(service, "driverSettings")];
  const several = tree.entries(tree.value(service, "databases"));
  if (several.length === 0) {
    return [{ name: text(service, "database"), driver, settings, connection: undefined, place: undefined }];
  }
  return several.map(({ key, value }): Reading => {
    const place = tree.place(value, `${at}.databases.${key}`);
    if (!tree.isMapping(value))
      return { name: tree.text(value), driver, settings, connection: undefined, place };
    const own = text(value, "driver") ?? driver;
    const ownSettings = tree.value(value, "driverSettings") ?? (own === driver ? settings : undefined);
    const connection = text(value, "connection");
    return { name: text(value, "database"), driver: own, settings: ownSettings, connection, place };
  });
}

function factsOf(tree: YamlTree, config: unknown, reading: Reading, subject: Subject): readonly Fact[] {
  const { name, connection, settings } = reading;
  const driver =
    reading.driver === undefined ? unknown<string>("no driver is declared") : known(reading.driver);
  const written = tree
    .entries(settings)
    .flatMap(({ key, value }) => [[key, tree.text(value) ?? ""] as const]);
  const ofDriver = Object.fromEntries(written);
  const driverSettings = known(ofDriver);
  const { database, url, at } = declared(tree, config, name);
  if (tree.isMapping(url.node)) {
    const place = reading.place ?? tree.place(url.node, url.at);
    return [{ kind: "url", ...subject, place, url: unknown("it is encrypted"), driver, driverSettings }];
  }
  const endpoint = endpointOf(tree, database, connection);
  if (endpoint === undefined) return [];
  const { host, port, user, key } = endpoint;
  const row = driverNamed(reading.driver ?? "");
  return [
    {
      kind: "connection",
      ...subject,
      place: reading.place ?? tree.place(tree.value(database, key), `${at}.${key}`),
      host: known(host),
      port: known(port),
      user: known(user),
      database: known(tree.text(tree.value(database, "name")) ?? "postgres"),
      parameters: known(
        row === undefined
          ? {}
          : stackParameters(row, {
              isSupabase: key === "supabase",
              sslmode: tree.text(tree.value(database, "sslmode")),
              settings: ofDriver,
            }),
      ),
      driver,
      driverSettings,
    },
  ];
}

/** One of `portcullis:databases`, or the short form's. */
function declared(tree: YamlTree, config: unknown, name: string | undefined) {
  const several = tree.value(config, "portcullis:databases");
  if (!tree.isMapping(several)) {
    const [at, secret] = ["portcullis:database", "portcullis:databaseUrl"];
    return { database: tree.value(config, at), at, url: { node: tree.value(config, secret), at: secret } };
  }
  const [only, ...others] = tree.entries(several);
  const key = name ?? (others.length === 0 ? only?.key : undefined) ?? "";
  const at = `portcullis:databases.${key}`;
  const database = tree.value(several, key);
  return { database, at, url: { node: tree.value(database, "url"), at: `${at}.url` } };
}

function endpointOf(
  tree: YamlTree,
  database: unknown,
  mode: string | undefined,
):
  | (Pick<ReturnType<typeof deriveEndpoint>, "host" | "port" | "user"> & { readonly key: string })
  | undefined {
  const supabase = tree.value(database, "supabase");
  const projectRef = parseProjectRef(tree.text(tree.value(supabase, "projectRef")) ?? "");
  const poolerHost = tree.text(tree.value(supabase, "poolerHost"));
  const written = mode ?? tree.text(tree.value(supabase, "connection"));
  const connection = CONNECTIONS.find((candidate) => candidate === written);
  const role = tree.text(tree.value(database, "role"));
  const host = tree.text(tree.value(database, "host"));
  if (supabase === undefined && host !== undefined && role !== undefined) {
    return {
      host,
      port: parsePort(tree.text(tree.value(database, "port"))) ?? 5432,
      user: role,
      key: "host",
    };
  }
  if (projectRef === undefined || poolerHost === undefined) return undefined;
  if (connection === undefined || role === undefined) return undefined;
  return { ...deriveEndpoint({ projectRef, poolerHost, connection, role }), key: "supabase" };
}
