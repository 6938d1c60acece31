import { type Fact, factsOf, type Subject, unknown } from "../../../domain";
import { settingFacts } from "../facts/setting-facts";
import type { YamlTree } from "../syntax/yaml";

/** The service's own variables, and those of `portcullis:environment` that it does not set itself. */
export function variableFacts(
  tree: YamlTree,
  config: unknown,
  service: unknown,
  subject: Subject,
): readonly Fact[] {
  const own = [
    ...settingFacts(tree, tree.value(service, "environment"), "variable", subject),
    ...secretFacts(tree, tree.value(service, "environment"), tree.value(service, "secrets"), subject),
  ];
  const shared = [
    ...settingFacts(tree, tree.value(config, "portcullis:environment"), "variable", subject),
    ...secretFacts(
      tree,
      tree.value(config, "portcullis:environment"),
      tree.value(config, "portcullis:secrets"),
      subject,
    ),
  ];
  const names = new Set(factsOf(own, "variable").map(({ name }) => name));
  return [...own, ...factsOf(shared, "variable").filter(({ name }) => !names.has(name))];
}

/** Variables with an encrypted value, and those without which the stack makes no update until a person has typed them. */
function secretFacts(tree: YamlTree, set: unknown, named: unknown, subject: Subject): readonly Fact[] {
  const encrypted = tree
    .entries(set)
    .flatMap(({ key, value }) => (tree.isMapping(value) ? [[key, value] as const] : []));
  const names = new Set(tree.entries(set).map(({ key }) => key));
  const typed = tree.items(named).flatMap((node) => {
    const name = tree.text(node);
    return name === undefined || names.has(name) ? [] : [[name, node] as const];
  });
  return [...encrypted, ...typed].map(([name, node]) => ({
    kind: "variable",
    ...subject,
    place: tree.place(node, name),
    name,
    value: unknown<string>("it is a secret, and encrypted"),
    secret: true,
  }));
}
