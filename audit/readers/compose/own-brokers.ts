import path from "node:path";
import { type Fact, factsOf } from "../../../domain";
import { oncePer } from "../../once-per-repository";
import type { Repository } from "../../reader";
import { buildOf } from "./build";
import { type ComposeFile, type ComposeService, composeServices } from "./service";

/** A broker's URL at the container's own address, and the images that answer its scheme. */
const OWN = /^(rediss?|valkeys?|amqps?):\/\/(?:[^@/\s]*@)?(localhost|127\.0\.0\.1)(?=[:/?#]|$)/i;
const IMAGES: readonly (readonly [scheme: RegExp, image: RegExp])[] = [
  [/^(?:redis|valkey)/i, /(?:^|\/)(?:redis|valkey|redis-stack|redis-stack-server|keydb)(?:[:@]|$)/],
  [/^amqp/i, /(?:^|\/)rabbitmq(?:[:@]|$)/],
];
/** What an image may run beside its program, or in front of it. */
const BESIDE = /redis|valkey|rabbitmq|supervisor|s6-overlay|socat|ssh|stunnel|proxy|honcho|foreman/i;

/** Brokers that a service of the repository's own code asks at its own container, while another one is there for it. */
export function ownBrokers(
  file: ComposeFile,
  service: ComposeService,
  facts: readonly Fact[],
  repository: Repository,
): readonly Fact[] {
  if (service.ready || service.entry("network_mode") !== undefined) return [];
  return factsOf(facts, "variable").flatMap((fact): readonly Fact[] => {
    const { value, place } = fact;
    const [, scheme = "", host] = (value.known && OWN.exec(value.value)) || [];
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
