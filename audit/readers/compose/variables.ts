import path from "node:path";
import { type Fact, type Knowable, type Place, type Subject, unknown } from "../../../domain";
import { SECRET_NAME, SECRET_TEXT } from "../../secrets/secret-variable";
import { assignmentFacts, envFileEnvironment } from "../env-file/reader";
import { withoutPassword } from "../facts/without-password";
import { type ComposeFile, type ComposeService, isReset } from "./service";

/** One `KEY: value` or `- KEY=value`; no value means that compose takes it from the machine it runs on. */
interface Written {
  readonly name: string;
  readonly text: string | undefined;
  readonly place: Place;
}

/** The variables of a service: those of `environment`, then those of its env files that it does not set itself. */
export function variableFacts(file: ComposeFile, service: ComposeService, subject: Subject): readonly Fact[] {
  const own = written(file, service.entry("environment")?.value);
  const names = new Set(own.map(({ name }) => name));
  return [
    ...own.map((one): Fact => ({ kind: "variable", ...subject, ...stated(file, one) })),
    // A database's image may get the env file of the service beside it; its variables are stated for that service.
    ...(service.ready ? [] : envFileFacts(file, service, subject, names)),
  ];
}

/** The arguments of a service's build. */
export function argumentFacts(file: ComposeFile, service: ComposeService, subject: Subject): readonly Fact[] {
  const args = file.tree.value(service.entry("build")?.value, "args");
  return written(file, args).map(
    (one): Fact => ({ kind: "build-argument", ...subject, ...stated(file, one) }),
  );
}

function stated(file: ComposeFile, { name, text, place }: Written) {
  const value: Knowable<string> =
    text === undefined ? unknown(`${name} comes from the machine that runs compose`) : file.filled(text);
  const secret = SECRET_NAME.test(name) || SECRET_TEXT.test(text ?? "");
  const outline = value.known || text === undefined ? {} : withoutPassword(text);
  return { name, value, ...outline, secret, place };
}

/** What a list or a mapping of variables says, as it is written. */
export function written({ tree }: ComposeFile, node: unknown): readonly Written[] {
  const inMap = tree.mergedEntries(node).flatMap(({ key, keyNode, value }): readonly Written[] => {
    if (isReset(tree, value)) return [];
    const text = tree.fraction(value) ?? tree.text(value);
    return [{ name: key, text, place: tree.place(text === undefined ? keyNode : value, key) }];
  });
  const inList = tree.items(node).flatMap((item): readonly Written[] => {
    const [, name, text] = /^([^=\s]+)(?:=([\s\S]*))?$/.exec(tree.text(item) ?? "") ?? [];
    return name === undefined ? [] : [{ name, text, place: tree.place(item, name) }];
  });
  return [...inMap, ...inList];
}

/**
 * The last file wins, as in compose. A file whose name says its environment keeps it: a compose file that is given
 * `.env.staging` runs staging's variables.
 */
function envFileFacts(
  file: ComposeFile,
  service: ComposeService,
  subject: Subject,
  names: ReadonlySet<string>,
): readonly Fact[] {
  const facts = new Map<string, readonly Fact[]>();
  const entry = service.entry("env_file");
  const injectedBy = file.tree.place(entry?.keyNode, "env_file");
  for (const at of envFiles(file, service)) {
    const named = envFileEnvironment(at) ?? "local";
    const of = named === "local" ? subject : { ...subject, environment: named };
    const handed = (fact: Fact): Fact => (fact.kind === "variable" ? { ...fact, injectedBy } : fact);
    for (const [name, assignment] of file.given(service.code, at)) {
      if (!names.has(name)) facts.set(name, assignmentFacts(assignment, at, of).map(handed));
    }
  }
  return [...facts.values()].flat();
}

/** `env_file: .env`, a list of such paths, or a list of mappings with a `path`. */
function envFiles({ tree, folder, filled }: ComposeFile, service: ComposeService): readonly string[] {
  const node = service.entry("env_file")?.value;
  const nodes = tree.text(node) === undefined ? tree.items(node) : [node];
  return nodes.flatMap((item) => {
    const text = tree.text(item) ?? tree.text(tree.value(item, "path"));
    const at = text === undefined ? unknown<string>("no path") : filled(text);
    return at.known ? [path.posix.join(folder, at.value)] : [];
  });
}
