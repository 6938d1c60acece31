import path from "node:path";
import { type Fact, factsOf, isLoopback, known, type Place, unknown } from "../../../domain";
import { flagValues } from "../../../domain/start-command/flag-value";
import { type WebServer, webServerOf } from "../../../domain/web-server";
import { fileOf, folderOf, IMAGE_FILE } from "../../services/service-folders";
import type { EntryStep } from "../entry";
import { type Project, subjectOf } from "../project/project";
import { StartFiles } from "../start-files";
import { startedWords } from "../wrappers";
import type { ImageFile } from "./image-file";
import { type ImageSettings, imageSettings } from "./image-files";
import { openedBy } from "./opened";
import { startedWith } from "./start-edits";

/** What a web server that a service starts opens, by its own settings; nothing where it starts none. */
export function webServerFacts(
  project: Project,
  steps: readonly EntryStep[],
  isFront?: boolean,
): readonly Fact[] {
  const last = steps.at(-1);
  const words = startedWords(last?.text ?? "");
  const server = webServerOf(words[0] ?? "");
  if (last === undefined || server === undefined || !serves(server, words)) return [];
  const settings = settingsOf(project, server, words);
  const opened = openedBy(
    server,
    words,
    startedWith(settings, steps, project.repository),
    variable(project.facts),
  );
  const found = factsOfOpened(opened, project, last.place);
  // Where another port is asked for, it may be that of a program beside the server.
  return isFront !== true || fits(found, project.facts)
    ? found
    : factsOfOpened({ why: "which of its programs is asked from outside is not known" }, project, last.place);
}

/** Whether a server opens, for others, the port that the platform asks for. */
function fits(found: readonly Fact[], stated: readonly Fact[]): boolean {
  const hosts = factsOf(found, "bind").every(({ host }) => !host.known || !isLoopback(host.value));
  const asked = factsOf(stated, "port").filter(({ role }) => ASKED.test(role));
  return (
    hosts &&
    factsOf(found, "port").every(
      ({ port }) =>
        !port.known || asked.every((one) => !one.port.known || String(one.port.value) === String(port.value)),
    )
  );
}

const ASKED = /^(?:declared|variable|platform|health-check|image)$/;

/** Caddy and FrankenPHP serve by their settings with `run`; what asks only, such as `nginx -t`, serves nothing. */
function serves({ name }: WebServer, [, first, ...rest]: readonly string[]): boolean {
  if (name === "caddy" || name === "frankenphp") return first === "run";
  return ![first, ...rest].some((word) => word !== undefined && /^-(?:t|T|v|V)$/.test(word));
}

/** What a start command fills in may be anywhere in the image. */
const TEMPLATE = /\.(?:template|tmpl|tpl|conf)$/;

function settingsOf(
  { start, facts, bases, repository }: Project,
  server: WebServer,
  words: readonly string[],
): ImageSettings {
  const main = flagValues(words, server.fileFlags).at(-1) ?? server.main;
  const dockerfile = IMAGE_FILE.test(fileOf(start))
    ? fileOf(start)
    : factsOf(facts, "platform")
        .flatMap(({ imageFile }) => imageFile ?? [])
        .find((file) => repository.has(file));
  if (dockerfile !== undefined) {
    const whole = path.posix.resolve("/", main);
    const paths = (file: string): boolean =>
      server.settings.test(file) || file === whole || TEMPLATE.test(file);
    const contexts = [...new Set([folderOf(dockerfile), ...bases])];
    return imageSettings(dockerfile, { paths, words: server.settings }, contexts, repository);
  }
  const file = new StartFiles(repository, "").find(bases, main);
  if (file === undefined) return { files: new Map() };
  const found: ImageFile = { path: main, text: repository.text(file) ?? "", file };
  return { files: new Map([[main, found]]) };
}

/** The value of a variable of the service, with its place. */
function variable(facts: readonly Fact[]) {
  return (name: string): { readonly value: string; readonly place: Place } | undefined => {
    const set = factsOf(facts, "variable").find((fact) => fact.name === name);
    return set?.value.known === true ? { value: set.value.value, place: set.place } : undefined;
  };
}

function factsOfOpened(
  opened: ReturnType<typeof openedBy>,
  project: Project,
  startPlace: Place,
): readonly Fact[] {
  const subject = subjectOf(project);
  if ("why" in opened) {
    const at = { ...subject, place: opened.place ?? startPlace };
    return [
      { kind: "port", role: "code", ...at, port: unknown(opened.why) },
      { kind: "bind", ...at, host: unknown(opened.why) },
    ];
  }
  return opened.flatMap((one): readonly Fact[] => [
    { kind: "bind", ...subject, place: one.hostPlace ?? one.place ?? startPlace, host: known(one.host) },
    one.port === undefined
      ? {
          kind: "wanted-variable",
          ...subject,
          place: one.place ?? startPlace,
          name: "PORT",
          required: known(false),
        }
      : { kind: "port", role: "code", ...subject, place: one.place ?? startPlace, port: known(one.port) },
  ]);
}
