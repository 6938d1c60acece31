import { type Fact, type Knowable, known, type Place, type Subject } from "../../../domain";
import { quoteWords } from "../../../domain/shell-words";
import { ownUrlPort } from "../facts/own-url";
import { type ContainerPort, singlePort, writtenPort } from "../facts/single-port";
import { buildOf } from "./build";
import type { ComposeFile, ComposeService } from "./service";

/** What a service runs, where it is expected to listen, and the port that its health check asks. */
export function runFacts(file: ComposeFile, service: ComposeService, subject: Subject): readonly Fact[] {
  const ports = singlePort("compose", [
    ...containerPorts(file, service, "ports"),
    ...containerPorts(file, service, "expose"),
  ]);
  return [
    ...ports.map((fact) => ({ ...fact, ...subject })),
    ...buildFacts(file, service, subject),
    ...commandFacts(file, service, subject),
    ...healthCheckFacts(file, service, subject),
  ];
}

/** Where its image is built from; nothing of a context that is not in the repository. */
function buildFacts(file: ComposeFile, service: ComposeService, subject: Subject): readonly Fact[] {
  const build = buildOf(file, service);
  if (build === undefined) return [];
  const { node, folder, imageFile, target } = build;
  const place = file.tree.place(node, "build");
  return [
    {
      ...{ kind: "build", ...subject, place, folder, imageFile },
      ...(target !== undefined && { target }),
      ...(listsVariables(service) && { listsVariables: true }),
      ...(UNSEEN.every((key) => service.entry(key) === undefined) && { reachedAs: service.name }),
    },
  ];
}

/** Keys by which a container gets variables, a command or a network from elsewhere. */
const UNSEEN = ["env_file", "extends", "secrets", "configs", "network_mode", "networks", "deploy"];

/** An env file may not be in the repository, and a base or a secret may give more. */
function listsVariables(service: ComposeService): boolean {
  return (
    service.entry("environment") !== undefined &&
    ["env_file", "extends", "secrets", "configs"].every((key) => service.entry(key) === undefined)
  );
}

/** The container's side of each published or exposed port; UDP and ranges are no port of a web service. */
function containerPorts(
  { tree, filled }: ComposeFile,
  service: ComposeService,
  key: "ports" | "expose",
): readonly ContainerPort[] {
  return tree.items(service.entry(key)?.value).flatMap((item): readonly ContainerPort[] => {
    const target = tree.value(item, "target");
    const text = tree.text(item) ?? tree.text(target);
    const protocol = tree.text(tree.value(item, "protocol"));
    if (text === undefined || protocol === "udp") return [];
    const port = writtenPort(containerSide(filled(withoutHostSide(text))));
    return port === undefined ? [] : [{ port, place: tree.place(target ?? item, key) }];
  });
}

/** `127.0.0.1:8001:8000` has the container's port last; a colon within `${PORT:-8000}` cuts nothing. */
function withoutHostSide(text: string): string {
  let open = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] === "}") open += 1;
    else if (text.startsWith("${", at)) open -= 1;
    else if (text[at] === ":" && open <= 0) return text.slice(at + 1);
  }
  return text;
}

function containerSide(text: Knowable<string>): Knowable<string> {
  return text.known ? known(text.value.replace(/\/tcp$/, "")) : text;
}

/** `entrypoint` with `command` as its arguments; where only one is written, that one. */
function commandFacts(
  { tree, filled }: ComposeFile,
  service: ComposeService,
  subject: Subject,
): readonly Fact[] {
  const parts = ["entrypoint", "command"].flatMap((key) => {
    const node = service.entry(key)?.value;
    const text = tree.text(node);
    const words = tree.items(node).map((item) => filled(tree.text(item) ?? ""));
    const missing = words.find((word) => !word.known);
    const written =
      text !== undefined
        ? filled(text)
        : (missing ?? known(quoteWords(words.map((word) => (word.known ? word.value : "")))));
    return written.known && written.value.trim() === "" ? [] : [{ written, place: tree.place(node, key) }];
  });
  const last = parts.at(-1);
  if (last === undefined) return [];
  const missing = parts.find(({ written }) => !written.known)?.written;
  const text = parts.map(({ written }) => (written.known ? written.value : "")).join(" ");
  return [startOf(missing ?? known(text), last.place, subject)];
}

function startOf(command: Knowable<string>, place: Place, subject: Subject): Fact {
  return { kind: "start-command", ...subject, place, command };
}

function healthCheckFacts(
  { tree, filled }: ComposeFile,
  service: ComposeService,
  subject: Subject,
): readonly Fact[] {
  const test = tree.value(service.entry("healthcheck")?.value, "test");
  const words =
    tree.text(test) ??
    tree
      .items(test)
      .map((item) => tree.text(item) ?? "")
      .join(" ");
  const text = filled(words);
  const port = text.known ? ownUrlPort(text.value) : undefined;
  if (port === undefined) return [];
  return [
    {
      kind: "port",
      role: "health-check",
      ...subject,
      place: tree.place(test, "healthcheck"),
      port: known(port),
    },
  ];
}

/** The ports that a service publishes under another number: `5433:5432`. */
export function publishedPorts({ tree, filled }: ComposeFile, service: ComposeService) {
  return tree.items(service.entry("ports")?.value).flatMap((item) => {
    const text = tree.text(item);
    const short = text === undefined ? undefined : filled(text);
    const [, published, target] =
      short?.known === true ? (/^(?:[\d.]+:)?(\d{1,5}):(\d{1,5})(?:\/tcp)?$/.exec(short.value) ?? []) : [];
    const from = published ?? tree.text(tree.value(item, "published"));
    const to = target ?? tree.text(tree.value(item, "target"));
    if (from === undefined || to === undefined || !/^\d{1,5}$/.test(from) || !/^\d{1,5}$/.test(to)) return [];
    return [{ published: from, target: to, place: tree.place(item, "ports") }];
  });
}
