import { type Fact, known, type Subject } from "../../../domain";
import { settingFacts } from "../facts/setting-facts";
import { structuredReader, YAML } from "../syntax/structured-reader";
import type { YamlTree } from "../syntax/yaml";
import { databaseFacts } from "./databases";

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
