import path from "node:path";
import { type Fact, type Knowable, known, type Subject, unknown } from "../../../domain";
import { quoteWords } from "../../../domain/shell-words";
import type { Repository } from "../../reader";
import { SECRET_NAME, SECRET_TEXT } from "../../secrets/secret-variable";
import { foldersAbove } from "../../services/service-folders";
import { namedFileFacts } from "../facts/named-file";
import { settingFacts } from "../facts/setting-facts";
import { JSON_SYNTAX, structuredReader, YAML } from "../syntax/structured-reader";
import { nodeAt, type Tree } from "../syntax/tree";

/** Heroku's app.json: the variables that an app needs, and those of its test runs (devcenter.heroku.com). */
export const HEROKU_APP_JSON = structuredReader({
  name: "heroku-app-json",
  accepts: (path) => /(?:^|\/)app\.json$/.test(path),
  syntax: JSON_SYNTAX,
  // Expo and others have an app.json too, without variables.
  mayState: (text) => text.includes('"env"'),
  facts: (tree) => {
    const test = nodeAt(tree, tree.root, "environments", "test", "env");
    return [
      ...appVariables(tree, tree.value(tree.root, "env"), {}),
      ...appVariables(tree, test, { environment: "test" }),
    ];
  },
});

/** heroku.yml: the web process, the build's arguments and the variables of a new app. */
export const HEROKU_YML = structuredReader({
  name: "heroku-yml",
  accepts: (path) => /(?:^|\/)heroku\.yml$/.test(path),
  syntax: YAML,
  facts: (tree, file, repository) => [
    ...builtImage(tree, file.path),
    ...missingImage(tree, file.path, repository),
    ...settingFacts(tree, nodeAt(tree, tree.root, "setup", "config"), "variable", {}),
    ...settingFacts(tree, nodeAt(tree, tree.root, "build", "config"), "build-argument", {}),
    ...webCommand(tree, nodeAt(tree, tree.root, "run", "web")),
  ],
});

/** The Dockerfile of the web process: an app of images alone says nothing else of Heroku. */
function builtImage(tree: Tree, file: string): readonly Fact[] {
  const node = nodeAt(tree, tree.root, "build", "docker", "web");
  const named = tree.text(tree.value(node, "dockerfile") ?? node);
  if (named === undefined) return [];
  const folder = path.posix.dirname(file);
  const imageFile = path.posix.join(folder, named);
  if (imageFile.startsWith("..")) return [];
  return [
    {
      kind: "build",
      place: tree.place(node, "build.docker.web"),
      folder: folder === "." ? "" : folder,
      imageFile,
    },
  ];
}

function missingImage(tree: Tree, file: string, repository: Repository): readonly Fact[] {
  const node = nodeAt(tree, tree.root, "build", "docker", "web");
  const dockerfile = tree.value(node, "dockerfile") ?? node;
  const named = {
    place: tree.place(dockerfile, "build.docker.web"),
    subject: {},
    file: tree.text(dockerfile) ?? "",
    folders: foldersAbove(path.posix.dirname(file)),
    field: "build.docker.web",
    by: "manifest",
  } as const;
  return named.file === "" ? [] : namedFileFacts(named, repository);
}

/** `KEY: "value"`, or a mapping with `value`, `generator` and `required`, which is true by default. */
function appVariables(tree: Tree, node: unknown, subject: Subject): readonly Fact[] {
  return tree.entries(node).flatMap(({ key: name, keyNode, value }): readonly Fact[] => {
    const written = tree.text(value) === undefined ? tree.value(value, "value") : value;
    const text = tree.text(written);
    const place = tree.place(text === undefined ? keyNode : written, name);
    const given = givenValue(text, tree.value(value, "generator"));
    if (given === undefined) {
      const required = known(tree.text(tree.value(value, "required")) !== "false");
      return [{ kind: "wanted-variable", ...subject, place, name, required }];
    }
    const secret = !given.known || SECRET_NAME.test(name) || SECRET_TEXT.test(given.value);
    return [{ kind: "variable", ...subject, place, name, value: given, secret }];
  });
}

function givenValue(text: string | undefined, generator: unknown): Knowable<string> | undefined {
  if (text !== undefined) return known(text);
  return generator === undefined ? undefined : unknown("Heroku generates its value");
}

/** `web: command`, or a mapping with a list of `command`. */
function webCommand(tree: Tree, web: unknown): readonly Fact[] {
  const node = tree.text(web) === undefined ? tree.value(web, "command") : web;
  const words = tree.items(node).map((item) => tree.text(item) ?? "");
  // A list of one is a shell's line, as its examples show.
  const command = tree.text(node) ?? (words.length === 1 ? words[0] : quoteWords(words));
  if (command === undefined || command.trim() === "") return [];
  return [{ kind: "start-command", place: tree.place(node, "run.web"), command: known(command) }];
}
