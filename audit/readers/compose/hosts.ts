import { type Fact, factsOf } from "../../../domain";
import { TOOL_FILES } from "../../../domain/manifest";
import { oncePer, oncePerRepository } from "../../once-per-repository";
import type { Repository } from "../../reader";
import { YamlTree } from "../syntax/yaml";
import { type ComposeFile, type ComposeService, composeServices } from "./service";

/** What a URL's scheme or a variable's name asks for, and the images that answer it. */
const KINDS: readonly { readonly scheme: RegExp; readonly name: RegExp; readonly image: RegExp }[] = [
  {
    scheme: /^postgres(?:ql)?(?:\+\w+)?$/,
    name: /^(?:PG|POSTGRES(?:QL)?|DB|DATABASE)_?HOST(?:NAME)?$/,
    image: /postgres|postgis|timescale|pgvector/,
  },
  {
    scheme: /^(?:mysql|mariadb)(?:\d|\+\w+)?$/,
    name: /^(?:MYSQL|MARIADB|DB|DATABASE)_?HOST(?:NAME)?$/,
    image: /mysql|mariadb/,
  },
  {
    scheme: /^(?:rediss?|valkeys?)$/,
    name: /^(?:REDIS|VALKEY)_?HOST(?:NAME)?$/,
    image: /redis|valkey|keydb/,
  },
  { scheme: /^mongodb$/, name: /^MONGO(?:DB)?_?HOST(?:NAME)?$/, image: /mongo(?!-express)/ },
  { scheme: /^amqps?$/, name: /^(?:RABBITMQ|AMQP)_?HOST(?:NAME)?$/, image: /rabbitmq/ },
];

/** One word, which a container's own network alone resolves; an address or a domain is none. */
const ONE_WORD = /^[a-z][\w-]*$/i;
const OF_MACHINE = /^(?:localhost|host|gateway)$/i;
const URL_WITH_HOST = /^([a-z][\w+.-]*):\/\/(?:[^@/\s]*@)?([^:/?#\s,]+)/i;

/** The hosts that a service asks for a database or a broker, where no container of the repository's files is called so. */
export function unknownPeers(
  file: ComposeFile,
  service: ComposeService,
  facts: readonly Fact[],
  repository: Repository,
): readonly Fact[] {
  if (service.ready || isOfOtherNetwork(file, service)) return [];
  return factsOf(facts, "variable").flatMap((fact): readonly Fact[] => {
    const { name, value, place } = fact;
    if (!value.known || place.source !== "file") return [];
    const [, scheme, inUrl] = URL_WITH_HOST.exec(value.value) ?? [];
    const host = inUrl ?? value.value;
    if (!ONE_WORD.test(host) || OF_MACHINE.test(host)) return [];
    const asked = KINDS.filter((kind) =>
      scheme === undefined ? kind.name.test(name) : kind.scheme.test(scheme),
    );
    if (asked.length === 0) return [];
    const instead = answering(file)
      .filter((other) => asked.some(({ image }) => image.test(other.image)))
      .map((other) => other.name);
    if (instead.length === 0 || called(repository).has(host.toLowerCase())) return [];
    const subject = { service: fact.service, environment: fact.environment };
    return [
      {
        kind: "unknown-peer",
        ...(subject.service !== undefined && { service: subject.service }),
        ...(subject.environment !== undefined && { environment: subject.environment }),
        place,
        variable: name,
        hostName: host,
        instead,
      },
    ];
  });
}

/** The services whose images answer anything of this kind, with these images. */
const answering = oncePer((file: ComposeFile) =>
  composeServices(file)
    .map((service) => ({
      name: service.name,
      image: (file.tree.text(service.entry("image")?.value) ?? "").replace(/[:@].*$/, ""),
    }))
    .filter(({ image: of }) => KINDS.some(({ image }) => image.test(of))),
);

/** Whether containers of other projects may be on the network, or it is the machine's own. */
function isOfOtherNetwork({ tree }: ComposeFile, service: ComposeService): boolean {
  if (tree.value(tree.root, "include") !== undefined) return true;
  if (service.entry("network_mode") !== undefined || service.entry("external_links") !== undefined)
    return true;
  return tree
    .entries(tree.value(tree.root, "networks"))
    .some(
      ({ value }) => tree.value(value, "external") !== undefined || tree.value(value, "name") !== undefined,
    );
}

/** All that a container is called in any compose file of the repository, which may be given together. */
const called = oncePerRepository((repository): ReadonlySet<string> => {
  const names = [".yml", ".yaml"]
    .flatMap((ending) => repository.ending(ending))
    .filter((file) => TOOL_FILES.compose.test(file))
    .flatMap((path) => {
      const tree = YamlTree.parse({ path, text: repository.text(path) ?? "" });
      return tree instanceof YamlTree ? namesIn(tree) : [];
    });
  return new Set(names.map((name) => name.toLowerCase()));
});

function namesIn(tree: YamlTree): readonly string[] {
  return tree.entries(tree.value(tree.root, "services")).flatMap(({ key, value }) => {
    const entries = new Map(tree.mergedEntries(value).map((entry) => [entry.key, entry.value]));
    const items = (name: string): readonly string[] =>
      tree.items(entries.get(name)).flatMap((item) => tree.text(item) ?? []);
    const aliases = tree
      .entries(entries.get("networks"))
      .flatMap(({ value: network }) => tree.items(tree.value(network, "aliases")))
      .flatMap((item) => tree.text(item) ?? []);
    return [
      key,
      ...[tree.text(entries.get("container_name")), tree.text(entries.get("hostname"))].flatMap(
        (one) => one ?? [],
      ),
      ...aliases,
      ...items("links").map((link) => link.split(":").at(-1) ?? ""),
      ...items("extra_hosts").map((host) => host.split(/[:=]/)[0] ?? ""),
      ...tree.entries(entries.get("extra_hosts")).map((entry) => entry.key),
    ];
  });
}
