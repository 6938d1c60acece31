import path from "node:path";
import type { Fact } from "../../../domain";
import type { Repository } from "../../reader";
import type { YamlTree } from "../syntax/yaml";
import type { ComposeService } from "./service";

/** A service that another one is based on: in this file, or in a file of the repository. */
export interface Base {
  readonly file: string | undefined;
  readonly service: string;
}

/** `extends: base`, or a mapping with `service` and `file` (docs.docker.com: compose file reference, extends). */
export function baseOf(
  tree: YamlTree,
  service: Pick<ComposeService, "entry">,
  folder: string,
): Base | undefined {
  const node = service.entry("extends")?.value;
  const name = tree.text(node) ?? tree.text(tree.value(node, "service"));
  if (name === undefined) return undefined;
  const file = tree.text(tree.value(node, "file"));
  return { service: name, file: file === undefined ? undefined : path.posix.join(folder, file) };
}

/** `include`: a list of paths, or of mappings whose `path` is one or a list (docs.docker.com: compose file reference, include). */
export function includedPaths(tree: YamlTree, from: string): readonly string[] {
  const folder = path.posix.dirname(from);
  const written = tree.items(tree.value(tree.root, "include")).flatMap((item) => {
    const node = tree.text(item) === undefined ? tree.value(item, "path") : item;
    const one = tree.text(node);
    return one === undefined ? tree.items(node).map((each) => tree.text(each)) : [one];
  });
  return written.flatMap((each) =>
    each === undefined || /[$:]|^[/~]/.test(each) ? [] : [path.posix.join(folder, each)],
  );
}

/** The file that compose lays over this one by itself, where it is there. */
export function overrideOf(file: string, repository: Repository): string | undefined {
  const [, before, extension] = /^(.*?(?:docker-)?compose)(\.ya?ml)$/.exec(file) ?? [];
  if (before === undefined) return undefined;
  return [extension, ".yml", ".yaml"].map((end) => `${before}.override${end}`).find(repository.has);
}

/** The file over which compose lays this one by itself, where it is there. */
export function overriddenBy(file: string, repository: Repository): string | undefined {
  const [, before] = /^(.*?(?:docker-)?compose)\.override\.ya?ml$/.exec(file) ?? [];
  if (before === undefined) return undefined;
  return [".yml", ".yaml"].map((end) => `${before}${end}`).find(repository.has);
}

/** What an upper layer says of a service, and what it takes away from the layer below. */
export interface Layer {
  readonly facts: readonly Fact[];
  takesAway(fact: Fact): boolean;
}

/** What of a lower layer is left under an upper one: variables go by name, a command is replaced, ports are added. */
export function underneath(lower: readonly Fact[], upper: Layer): readonly Fact[] {
  const replaced = new Set(upper.facts.map(slotOf));
  return lower.filter(
    (fact) => !upper.takesAway(fact) && (slotOf(fact) === undefined || !replaced.has(slotOf(fact))),
  );
}

/** What a fact replaces; undefined where it is added to others. */
function slotOf(fact: Fact): string | undefined {
  if (fact.kind === "variable" || fact.kind === "build-argument") return `${fact.kind} ${fact.name}`;
  if (fact.kind === "start-command" || fact.kind === "build") return fact.kind;
  return fact.kind === "port" && fact.role === "health-check" ? fact.role : undefined;
}
