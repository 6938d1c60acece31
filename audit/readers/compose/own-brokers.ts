import path from "node:path";
import { type Fact, factsOf } from "../../../domain";
import { oncePer } from "../../once-per-repository";
import type { Repository } from "../../reader";
import { buildOf } from "./build";
import { type ComposeFile, type ComposeService, composeServices } from "./service";
import { written } from "./variables";

/** The URL of a broker or a database at the container's own address, and the images that answer its scheme. */
const OWN =
  /^(rediss?|valkeys?|amqps?|postgres(?:ql)?(?:\+\w+)?|mysql2?(?:\+\w+)?|mariadb):\/\/(?:[^@/\s]*@)?(localhost|127\.0\.0\.1)(?=[:/?#]|$)/i;
const IMAGES: readonly (readonly [scheme: RegExp, image: RegExp])[] = [
  [/^(?:redis|valkey)/i, /(?:^|\/)(?:redis|valkey|redis-stack|redis-stack-server|keydb)(?:[:@]|$)/],
  [/^amqp/i, /(?:^|\/)rabbitmq(?:[:@]|$)/],
  [/^postgres/i, /(?:^|\/)(?:postgres|postgis|pgvector|timescaledb)(?:[:@]|$)/],
  [/^(?:mysql|mariadb)/i, /(?:^|\/)(?:mysql|mariadb)(?:[:@]|$)/],
];
/** Variables of a developer's tools and of tests, which run on the machine itself. */
const OF_OTHERS = /(?:^|_)(?:TESTS?|LOCAL|DEV|DEVELOPMENT|SHADOW|HOST|EXTERNAL)(?:_|$)/;
/** What an image may run beside its program, or in front of it. */
const BESIDE =
  /redis|valkey|rabbitmq|supervisor|s6-overlay|socat|ssh|stunnel|proxy|honcho|foreman|pgbouncer|(?:mysql|mariadb)-server|(?<![\w-])(?:postgres(?:ql)?\d*|mysql|mariadb)(?!\w|-(?:client|dev|libs))/i;

/** Brokers and databases that a service of the repository's own code asks at its own container, while another one is there for it. */
export function ownBrokers(
  file: ComposeFile,
  service: ComposeService,
  facts: readonly Fact[],
  repository: Repository,
): readonly Fact[] {
  if (service.ready || isShared(file) || service.entry("extra_hosts") !== undefined) return [];
  return factsOf(facts, "variable").flatMap((fact): readonly Fact[] => {
    const { value, name: variable, place } = fact;
    const text = value.known ? value.value : writtenIn(file, service, variable);
    const [, scheme = "", host] = OF_OTHERS.test(variable)
      ? []
      : (OWN.exec(text.replaceAll(REFERENCE, "-")) ?? []);
    // What another file gives may be meant for a start without compose.
    if (host === undefined || place.source !== "file" || !isCompose(place.file, file)) return [];
    const image = IMAGES.find(([of]) => of.test(scheme))?.[1];
    const [other, ...others] = brokers(file).filter(
      (one) => one.name !== service.name && image?.test(one.image),
    );
    if (other === undefined || others.length > 0 || runsMore(file, service, repository)) return [];
    const { service: name, environment } = fact;
    return [
      {
        kind: "unmet-need",
        ...(name !== undefined && { service: name }),
        ...(environment !== undefined && { environment }),
        place,
        of: "host of a broker",
        by: other.name,
        instead: `\`${host}\`, which is the container itself`,
      },
    ];
  });
}

/** Whether a service may be in the network of another container: what is there is asked at its address. */
const isShared = oncePer((file: ComposeFile): boolean =>
  composeServices(file).some((one) => one.entry("network_mode") !== undefined),
);

/** A reference within a text, which a variable of the machine that runs compose is put in place of. */
const REFERENCE = /\$\{[A-Za-z_]\w*\}/g;

/** What a service gives a variable, as it is written. */
function writtenIn(file: ComposeFile, service: ComposeService, variable: string): string {
  const all = written(file, service.entry("environment")?.value);
  return all.find(({ name, text }) => name === variable && text !== undefined)?.text ?? "";
}

const brokers = oncePer((file: ComposeFile) =>
  composeServices(file)
    .map(({ name, entry }) => ({ name, image: file.tree.text(entry("image")?.value) ?? "" }))
    .filter((one) => IMAGES.some(([, image]) => image.test(one.image))),
);

const isCompose = (at: string, { folder }: ComposeFile): boolean =>
  path.posix.dirname(at) === (folder || ".") && /\.ya?ml$/.test(at);

/** Whether the container may have a broker, or a way to one, of its own; so where its image is not to be read. */
function runsMore(file: ComposeFile, service: ComposeService, repository: Repository): boolean {
  const build = buildOf(file, service);
  const text = build === undefined ? undefined : repository.text(build.imageFile);
  const { tree } = file;
  const command = service.entry("command")?.value;
  const words =
    tree.text(command) ??
    tree
      .items(command)
      .map((item) => tree.text(item))
      .join(" ");
  return text === undefined || BESIDE.test(text) || BESIDE.test(words);
}
