import { type Fact, known, type Place } from "../../domain";
import { readStart } from "../../domain/start-command";
import { simpleCommands } from "../../domain/start-command/shell";
import type { ReadResource } from "./resource";
import { secretFileTexts } from "./secret-file-texts";
import { settingsIn } from "./settings-file";

type Addresses = (text: string, file: string) => readonly string[];

/** A server's own file of settings: which program reads it, and the addresses in it as `host:port`. */
interface Reader {
  readonly program: RegExp;
  readonly file: RegExp;
  readonly addresses: Addresses;
}

const READERS: readonly Reader[] = [
  {
    // docs.gunicorn.org/en/stable/settings: bind, in a file of Python
    program: /^gunicorn$/,
    file: /\.py$/,
    addresses: (text) =>
      quotedIn(/^bind\s*=\s*(\[[^\]]*\]|\(?[fr]?["'][^\n]*)/m.exec(text)?.[1]).map((bind) =>
        filledIn(bind, text),
      ),
  },
  {
    // hypercorn.readthedocs.io: how_to_guides/configuring
    program: /^hypercorn$/,
    file: /\.toml$/,
    addresses: (text, file) => texts(settingsIn(file, text), ["bind"]),
  },
  {
    // uwsgi-docs.readthedocs.io: Options
    program: /^uwsgi$/,
    file: /\.(?:ini|ya?ml)$/,
    addresses: (text, file) =>
      ["http", "http-socket"].flatMap((name) => texts(settingsIn(file, text), ["uwsgi", name])),
  },
  {
    // github.com/puma/puma: lib/puma/dsl.rb
    program: /^puma$/,
    file: /\.rb$/,
    addresses: (text) => [
      ...quotedIn(/^\s*bind\s+(["'][^\n]*)/m.exec(text)?.[1]).map((bind) => bind.replace(/^tcp:\/\//, "")),
      ...(/^\s*port\s+["']?(\d+)["']?\s*(?:,|$)/m.exec(text)?.slice(1) ?? []).map((port) => `:${port}`),
    ],
  },
  {
    // docs.spring.io/spring-boot/reference/features/external-config
    program: /^java$/,
    file: /\.(?:ya?ml|properties)$/,
    addresses: (text, file) => {
      const [port = ""] = texts(settingsIn(file, text), ["server", "port"]);
      const [host = ""] = texts(settingsIn(file, text), ["server", "address"]);
      return port === "" && host === "" ? [] : [`${host}:${port}`];
    },
  },
];

/**
 * Where a server listens by its file of settings, which Render has among the service's secret files. Only a file that
 * the start command names is the server's.
 */
export function serverSettingsFacts(command: string, resource: ReadResource): readonly Fact[] {
  const files = secretFileTexts(resource, (file) => READERS.some((reader) => reader.file.test(file)));
  if (files.length === 0) return [];
  // What the command line says takes the place of what the file says.
  if (readStart(command).listeners.some(({ host, port }) => host !== undefined || port !== undefined))
    return [];
  return simpleCommands(command).flatMap(({ words }) =>
    READERS.filter(({ program }) => words.some((word) => program.test(word.split("/").at(-1) ?? ""))).flatMap(
      ({ file: form, addresses }) =>
        files
          .filter(({ file }) => form.test(file) && words.some((word) => word.endsWith(file)))
          .flatMap(({ file, text, at }) =>
            addresses(text, file).flatMap((address) => addressFacts(address, at())),
          ),
    ),
  );
}

/** `{name}` of a text that Python formats, where the file gives that name one number or text, and nothing else. */
function filledIn(bind: string, file: string): string {
  return bind.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const set = [
      ...file.matchAll(new RegExp(`^[ \\t]*${name}[ \\t]*(?::[ \\t]*\\w+[ \\t]*)?=(?!=)(.*)$`, "gm")),
    ];
    const [, text, number] =
      /^[ \t]*(?:["']([\w.:-]*)["']|(\d+))[ \t]*(?:#.*)?$/.exec(set[0]?.[1] ?? "") ?? [];
    return set.length === 1 ? (text ?? number ?? whole) : whole;
  });
}

function addressFacts(address: string, place: Place): readonly Fact[] {
  const [, host = "", port = ""] = /^(.*?)(?::([^:\]]*))?$/.exec(address) ?? [];
  return [
    ...(isWritten(host) ? [{ kind: "bind", place, host: known(host) } as const] : []),
    ...(/^\d+$/.test(port) ? [{ kind: "port", role: "code", place, port: known(port) } as const] : []),
  ];
}

/** What a program fills in is not known here. */
function isWritten(host: string): boolean {
  return host !== "" && !/[{}$<>%]/.test(host);
}

function quotedIn(text = ""): readonly string[] {
  return [...text.matchAll(/["']([^"'\n]*)["']/g)].map(([, inside = ""]) => inside);
}

/** The texts at a key of nested values. */
function texts(value: unknown, [key, ...rest]: readonly string[]): readonly string[] {
  if (Array.isArray(value))
    return value.flatMap((one) => texts(one, key === undefined ? [] : [key, ...rest]));
  if (key === undefined) return ["string", "number"].includes(typeof value) ? [String(value)] : [];
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return [];
  return texts((value as Readonly<Record<string, unknown>>)[key], rest);
}
