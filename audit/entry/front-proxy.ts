import { ASKS_WEB_SERVER } from "../../domain/start-command/run";
import { simpleCommands } from "../../domain/start-command/shell";
import { webServerOf } from "../../domain/web-server";
import type { EntryStep } from "./entry";
import { quoted } from "./folders";
import { logicalLines, type ScriptEnd } from "./shell-script";
import type { StartFiles } from "./start-files";
import { startedWords, withoutWrappers } from "./wrappers";

/** A web server or a proxy that a command starts, as it would be written to run in the foreground. */
export interface FrontProxy {
  readonly text: string;
  /** Whether its settings are read. */
  readonly isRead: boolean;
}

/** Proxies whose settings are not read. */
const UNREAD =
  /^(?:envoy|varnishd|lighttpd|openresty|angie|h2o|hitch|pound|oauth2-proxy|kong|pomerium|nghttpx|squid)$/;
/** github.com/heroku/heroku-buildpack-nginx: nginx takes PORT, and the command after it is behind a socket. */
const BUILDPACK = /^start-nginx(?:-solo|-debug)?$/;
/** Words of a shell before a command. */
const SHELL_WORDS = /^(?:if|then|else|elif|do|while|until|!|[{(]|sudo)$/;
/** The proxy that the words of a command start, also where it goes into the background by itself. */
export function proxyOf(given: readonly string[]): FrontProxy | undefined {
  const at = given.findIndex((word) => !SHELL_WORDS.test(word));
  const words = withoutWrappers(at < 0 ? [] : given.slice(at));
  const [program = "", ...rest] = words;
  const name = program.split("/").at(-1) ?? "";
  const service = serviceOf(program, name, rest);
  if (service !== undefined)
    return webServerOf(service) === undefined && !UNREAD.test(service)
      ? undefined
      : { text: service, isRead: webServerOf(service) !== undefined };
  if (BUILDPACK.test(name)) return { text: program, isRead: false };
  if (rest.some((word) => ASKS_WEB_SERVER.test(word)) || (name === "haproxy" && rest.includes("-c")))
    return undefined;
  if (UNREAD.test(name)) return { text: program, isRead: false };
  const server = webServerOf(program);
  if (server === undefined) return undefined;
  const isCaddy = server.name === "caddy" || server.name === "frankenphp";
  if (isCaddy && rest[0] !== "run" && rest[0] !== "start") return { text: program, isRead: false };
  const all = isCaddy ? [program, "run", ...rest.slice(1)] : words;
  return { text: all.map(quoted).join(" "), isRead: true };
}

/** `service nginx start`, `/etc/init.d/nginx start`, `systemctl start nginx`, `rc-service nginx start` */
function serviceOf(program: string, name: string, rest: readonly string[]): string | undefined {
  const [first = "", second = ""] = rest;
  const starts = /^(?:re)?start$/;
  if (/^(?:rc-)?service$/.test(name) && starts.test(second)) return first;
  if (name === "systemctl" && starts.test(first)) return second.replace(/\.service$/, "");
  return /\/init\.d\/[\w.-]+$/.test(program) && starts.test(first) ? name : undefined;
}

/** The proxies that a shell's text starts. */
export function proxiesIn(text: string): readonly FrontProxy[] {
  return simpleCommands(text).flatMap(({ words }) => proxyOf(words) ?? []);
}

/**
 * The one proxy among programs that are started beside each other, at its place; undefined where none is among them. What
 * a script of the repository starts is not followed.
 */
export function frontOfPrograms(
  programs: readonly EntryStep[],
  bases: readonly string[],
  start: StartFiles,
): EntryStep | "several" | undefined {
  const fronts = programs.flatMap(({ place, text }) =>
    [...proxiesIn(text), ...proxiesOfScript(startedWords(text), bases, start)].map((one) => ({ place, one })),
  );
  const [front] = fronts;
  if (front === undefined) return undefined;
  return fronts.length > 1 || !front.one.isRead ? "several" : { place: front.place, text: front.one.text };
}

/** The proxies in a script that words run, such as `./front.sh` and `sh front.sh`. */
function proxiesOfScript(
  words: readonly string[],
  bases: readonly string[],
  start: StartFiles,
): readonly FrontProxy[] {
  const script = words.slice(0, 2).find((word) => /\.(?:ba)?sh$/.test(word));
  return script === undefined ? [] : proxiesOfFile(script, bases, start);
}

/** The proxy that a script starts before its last command: "unsure" where a condition or a function may start one. */
export function frontOfScript(text: string, end: ScriptEnd): EntryFront | "unsure" | undefined {
  const before = end.is === "command" ? end.before : [];
  if (end.is === "command" && proxiesIn(end.text).length > 0) return undefined;
  const [front, ...more] = before.flatMap(({ text: command, line }) =>
    proxiesIn(command).map((one) => ({ ...one, line })),
  );
  const all = logicalLines(text).flatMap(({ text: line }) => proxiesIn(line));
  // A supervisor in the background may start one.
  if (before.some(({ text: command }) => /^(?:\S*\/)?supervisord\b/.test(command))) return "unsure";
  if (front === undefined) return all.length > 0 ? "unsure" : undefined;
  return more.length > 0 || all.length > 1 || !front.isRead ? "unsure" : front;
}

type EntryFront = FrontProxy & { readonly line: number };

/** The proxies that an entrypoint of the repository's own may start before the command that it is given. */
export function proxiesOfEntrypoint(
  [program = "", ...given]: readonly string[],
  bases: readonly string[],
  start: StartFiles,
): readonly FrontProxy[] {
  return given.length > 0 && /\.sh$|entrypoint$/.test(program) ? proxiesOfFile(program, bases, start) : [];
}

function proxiesOfFile(name: string, bases: readonly string[], start: StartFiles): readonly FrontProxy[] {
  const file = start.find(bases, name);
  const text = file === undefined ? "" : (start.repository.text(file) ?? "");
  return logicalLines(text)
    .flatMap(({ text: line }) => proxiesIn(line))
    .map((one) => ({ ...one, isRead: false }));
}
