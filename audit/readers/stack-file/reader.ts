import { CONNECTIONS, deriveEndpoint, parseProjectRef } from "../../../databases";
import { driverNamed, type Fact, known, type Subject, unknown } from "../../../domain";
import { settingFacts } from "../facts/setting-facts";
import { structuredReader, YAML } from "../syntax/structured-reader";
import type { YamlTree } from "../syntax/yaml";

const STACK_FILE = /(?:^|\/)Pulumi\.([^/]+)\.ya?ml$/;

/** What a stack of Portcullis declares, so that it can be compared with what the repository holds. */
export const STACK_FILE_READER = structuredReader({
  name: "stack-file",
  accepts: (path) => STACK_FILE.test(path),
  syntax: YAML,
  mayState: (text) => text.includes("portcullis:"),
  facts: (tree, { path }) => stackFacts(tree, STACK_FILE.exec(path)?.[1] ?? ""),
});

function stackFacts(tree: YamlTree, environment: string): readonly Fact[] {
  const config = tree.value(tree.root, "config");
  const service = tree.value(config, "portcullis:service");
  const name = tree.text(tree.value(service, "name"));
  if (name === undefined) return [];
  const subject = { service: name, environment };
  const place = tree.place(tree.value(service, "name"), "portcullis:service.name");
  return [
    { kind: "environment", ...subject, name: environment, place },
    ...serviceFacts(tree, service, subject),
    ...databaseFacts(tree, config, service, subject),
  ];
}

function serviceFacts(tree: YamlTree, service: unknown, subject: Subject): readonly Fact[] {
  const facts: Fact[] = [];
  const scalar = (key: string) => {
    const node = tree.value(service, key);
    const text = tree.text(node);
    const place = tree.place(node, `portcullis:service.${key}`);
    return text === undefined ? undefined : { text, place };
  };
  const [port, start, health] = [scalar("port"), scalar("start"), scalar("healthCheckPath")];
  if (port !== undefined) {
    facts.push({ kind: "port", role: "declared", ...subject, place: port.place, port: known(port.text) });
  }
  if (start !== undefined) {
    facts.push({ kind: "start-command", ...subject, place: start.place, command: known(start.text) });
  }
  if (health !== undefined) {
    facts.push({ kind: "health-check", ...subject, place: health.place, path: known(health.text) });
  }
  return [...facts, ...settingFacts(tree, tree.value(service, "environment"), "variable", subject)];
}

function databaseFacts(tree: YamlTree, config: unknown, service: unknown, subject: Subject): readonly Fact[] {
  const name = tree.text(tree.value(service, "driver"));
  const driver = name === undefined ? unknown<string>("no driver is declared") : known(name);
  const written = tree
    .entries(tree.value(service, "driverSettings"))
    .flatMap(({ key, value }) => [[key, tree.text(value) ?? ""] as const]);
  const driverSettings = known(Object.fromEntries(written));
  const secure = tree.value(config, "portcullis:databaseUrl");
  if (tree.isMapping(secure)) {
    const place = tree.place(secure, "portcullis:databaseUrl");
    return [{ kind: "url", ...subject, place, url: unknown("it is encrypted"), driver, driverSettings }];
  }
  const database = tree.value(config, "portcullis:database");
  const endpoint = endpointOf(tree, database);
  if (endpoint === undefined) return [];
  const { host, port, user } = endpoint;
  return [
    {
      kind: "connection",
      ...subject,
      place: tree.place(tree.value(database, "supabase"), "portcullis:database.supabase"),
      host: known(host),
      port: known(port),
      user: known(user),
      database: known(tree.text(tree.value(database, "name")) ?? "postgres"),
      // The stack derives the URL with the parameter by which its driver asks for TLS.
      parameters: known(driverNamed(name ?? "")?.tls ?? {}),
      driver,
      driverSettings,
    },
  ];
}

function endpointOf(tree: YamlTree, database: unknown): ReturnType<typeof deriveEndpoint> | undefined {
  const supabase = tree.value(database, "supabase");
  const projectRef = parseProjectRef(tree.text(tree.value(supabase, "projectRef")) ?? "");
  const poolerHost = tree.text(tree.value(supabase, "poolerHost"));
  const mode = tree.text(tree.value(supabase, "connection"));
  const connection = CONNECTIONS.find((candidate) => candidate === mode);
  const role = tree.text(tree.value(database, "role"));
  if (projectRef === undefined || poolerHost === undefined) return undefined;
  if (connection === undefined || role === undefined) return undefined;
  return deriveEndpoint({ projectRef, poolerHost, connection, role });
}
