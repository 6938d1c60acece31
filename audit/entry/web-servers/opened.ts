import path from "node:path";
import { isLoopback, type Place } from "../../../domain";
import { flagValues } from "../../../domain/start-command/flag-value";
import { lineAt } from "../../../domain/text-place";
import type { WebServer } from "../../../domain/web-server";
import { SETTINGS_READERS } from "./addresses";
import { isNamedBy } from "./glob";
import type { ImageFile } from "./image-file";
import type { ImageSettings } from "./image-files";

/** An address that the server opens; without a port it follows PORT. */
export interface OpenedAddress {
  readonly host: string;
  readonly port?: string;
  readonly place?: Place | undefined;
  readonly hostPlace?: Place;
}

/** Why it is not known what is opened, and where. */
interface NotKnown {
  readonly why: string;
  readonly place?: Place | undefined;
}

type VariableOf = (name: string) => { readonly value: string; readonly place: Place } | undefined;

/** The address at which the service answers, or those on loopback where there is no other; or why it is not known. */
export function openedBy(
  server: WebServer,
  words: readonly string[],
  settings: ImageSettings,
  variable: VariableOf,
): readonly OpenedAddress[] | NotKnown {
  if (settings.open !== undefined)
    return {
      why: settings.open.why,
      place: { source: "file", file: settings.open.file, line: settings.open.line },
    };
  const files = filesOf(server, words, settings);
  if ("why" in files) return files;
  const found: OpenedAddress[] = [];
  let open: NotKnown | undefined;
  const wanted = [...files];
  const read = new Set<string>();
  for (const file of wanted) {
    if (read.has(file.path)) continue;
    read.add(file.path);
    const { text, from } = expanded(file, server, variable);
    const reading = SETTINGS_READERS[server.name](text);
    const placeOf = (at: number): Place | undefined =>
      file.file === ""
        ? undefined
        : file.line === undefined
          ? { source: "file", file: file.file, line: lineAt(text, at) }
          : (from ?? { source: "file", file: file.file, line: file.line });
    for (const { pattern, at } of reading.includes) {
      const whole = path.posix.resolve(path.posix.dirname(server.main), pattern);
      const more = [...settings.files.values()].filter((one) => isNamedBy(one.path, whole));
      wanted.push(...more);
      if (more.length === 0)
        open ??= { why: `what ${pattern} brings is not in the repository`, place: placeOf(at) };
    }
    if (reading.open !== undefined) return { why: reading.open.why, place: placeOf(reading.open.at) };
    for (const address of reading.addresses) {
      const place = placeOf(address.at);
      const port = portOf(address.port, file, server, variable);
      if (typeof port !== "string" && port !== undefined) return { ...port, place };
      const hostPlace = address.hostAt === undefined ? undefined : placeOf(address.hostAt);
      found.push({
        host: address.host ?? "0.0.0.0",
        ...(port !== undefined && { port }),
        place,
        ...(hostPlace && { hostPlace }),
      });
    }
  }
  if (found.length === 0)
    return open ?? { why: `no address that ${server.name} opens is read`, ...placeAt(files[0]) };
  return oneOf(found);
}

const placeAt = (file: ImageFile | undefined): { readonly place?: Place } =>
  file === undefined ? {} : { place: { source: "file", file: file.file, line: file.line ?? 1 } };

/** Beside an address for others, one on loopback is the server's own affair. */
function oneOf(found: readonly OpenedAddress[]): readonly OpenedAddress[] | NotKnown {
  const outer = found.filter(({ host }) => !isLoopback(host));
  const [first, ...others] = outer.length > 0 ? outer : found;
  if (first === undefined) return [];
  const following = outer.find(({ port }) => port === undefined);
  if (following !== undefined) return [following];
  const ports = [...new Set([first, ...others].map(({ port }) => port))];
  if (ports.length === 1) return [first];
  return {
    why: `it opens several ports: ${ports.join(", ")}`,
    ...(first.place && { place: first.place }),
  };
}

/** The files that the server reads first. */
function filesOf(
  server: WebServer,
  words: readonly string[],
  { files, image }: ImageSettings,
): readonly ImageFile[] | NotKnown {
  const all = [...files.values()];
  if (server.name === "traefik") {
    const flags = words.slice(1).join(" ");
    if (SETTINGS_READERS.traefik(flags).addresses.length === 0)
      return { why: "where Traefik listens is not written in its command" };
    return [{ path: "", text: flags, file: "", line: 0 }];
  }
  const own = all.filter((file) => file.line === undefined || file.path in (image?.files ?? {}));
  if (server.name === "apache") {
    const apache = own.filter((file) => server.settings.test(file.path));
    return apache.some(({ text }) => /^[ \t]*Listen\b/im.test(text)) ? apache : { why: PACKAGED };
  }
  const named = flagValues(words, server.fileFlags).at(-1) ?? server.main;
  const main =
    own.find((file) => file.path === named || file.path === path.posix.resolve("/", named)) ??
    (named.startsWith("/") ? undefined : own.find((file) => path.posix.basename(file.path) === named));
  // FrankenPHP's older images read Caddy's own path.
  const other = server.name === "frankenphp" ? own.find((file) => file.line === undefined) : undefined;
  const file = other ?? main;
  return file === undefined ? { why: PACKAGED } : [file];
}

const PACKAGED = "the settings that its package brings are not in the repository";

/** The port of an address: undefined where it follows PORT. */
function portOf(
  written: string,
  file: ImageFile,
  server: WebServer,
  variable: VariableOf,
): string | undefined | { readonly why: string } {
  const name = /^\$\{?(\w+)\}?$/.exec(written)?.[1];
  if (name === undefined) return written;
  if (server.name === "nginx" && file.filledIn !== true)
    return { why: `nginx fills in no variable, and nothing here fills in ${written}` };
  if (name === "PORT") return undefined;
  return variable(name)?.value ?? { why: `nothing here sets ${name}` };
}

/** A Caddyfile with its `{$NAME:fallback}` filled in; the place of the last variable that did so. */
function expanded(
  file: ImageFile,
  { name }: WebServer,
  variable: VariableOf,
): { readonly text: string; readonly from?: Place } {
  // What a shell fills in by `${PORT:-80}` follows PORT as well.
  if (name !== "caddy" && name !== "frankenphp")
    return {
      text: file.text.replaceAll(/\$\{(\w+):?-[^}\n]*\}/g, (_, named: string) => `\${${named}}`),
    };
  let place: Place | undefined;
  const text = file.text.replaceAll(/\{\$(\w+)(?::([^}\n]*))?\}/g, (_, named: string, otherwise?: string) => {
    if (named === "PORT") return `\${PORT}`;
    const set = variable(named);
    if (set !== undefined) place = set.place;
    return set?.value ?? otherwise ?? `\${${named}}`;
  });
  return { text, ...(place && { from: place }) };
}
