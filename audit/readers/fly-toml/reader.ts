import path from "node:path";
import { type Fact, type Knowable, known, type Subject } from "../../../domain";
import { isManifestOf } from "../../../platforms";
import { FLY } from "../../../platforms/fly";
import { foldersAbove } from "../../services/service-folders";
import { environmentInName, environmentInServiceName } from "../facts/file-environment";
import { namedFileFacts } from "../facts/named-file";
import { settingFacts } from "../facts/setting-facts";
import { singlePort, writtenPort } from "../facts/single-port";
import { structuredReader, TOML } from "../syntax/structured-reader";
import type { TomlTree } from "../syntax/toml";
import { type Entry, nodeAt } from "../syntax/tree";
import { ProcessGroups } from "./process-groups";

/** Fly's manifest: variables, the port that Fly forwards to, the process that serves, and health checks. */
export const FLY_TOML = structuredReader({
  name: "fly-toml",
  accepts: (path) => isManifestOf(FLY, path),
  syntax: TOML,
  facts: (tree, file, repository) => {
    const app = tree.text(tree.value(tree.root, "app"));
    // An app is a deployment; the one whose names say nothing else is the one that people use.
    const environment = environmentInName(file.path) ?? environmentInServiceName(app ?? "") ?? "production";
    const subject = { ...(app === undefined ? {} : { service: app }), environment };
    const dockerfile = nodeAt(tree, tree.root, "build", "dockerfile");
    const named = {
      place: tree.place(dockerfile, "build"),
      subject,
      file: tree.text(dockerfile) ?? "",
      folders: foldersAbove(path.posix.dirname(file.path)),
      field: "dockerfile",
      by: "manifest",
    } as const;
    return [
      ...buildFacts(tree, file.path, subject),
      ...flyFacts(tree, subject),
      ...otherGroups(tree, subject),
      ...(dockerfile === undefined ? [] : namedFileFacts(named, repository)),
    ];
  },
});

/** The Dockerfile and the stage of it that are named; its path starts from the manifest's folder. */
function buildFacts(tree: TomlTree, file: string, subject: Subject): readonly Fact[] {
  const named = nodeAt(tree, tree.root, "build", "dockerfile");
  const stage = nodeAt(tree, tree.root, "build", "build-target");
  const target = tree.text(stage);
  if (named === undefined && target === undefined) return [];
  const folder = path.posix.dirname(file);
  const imageFile = path.posix.join(folder, tree.text(named) ?? "Dockerfile");
  if (imageFile.startsWith("..")) return [];
  const place = tree.place(named ?? stage, "build");
  const at = folder === "." ? "" : folder;
  return [
    { kind: "build", ...subject, place, folder: at, imageFile, ...(target !== undefined && { target }) },
  ];
}

/** Field names are those of fly.io/docs/reference/configuration. */
function flyFacts(tree: TomlTree, subject: Subject): readonly Fact[] {
  const { root } = tree;
  const http = tree.value(root, "http_service");
  const groups = new ProcessGroups(tree);
  const services = groups.services.filter(groups.isServing);
  const ports = portsOf(tree, services);
  const checks = [
    ...tree.items(tree.value(http, "checks")),
    ...services.flatMap((service) => tree.items(tree.value(service, "http_checks"))),
    ...ownChecks(
      tree,
      groups,
      ports.map(({ port }) => port),
    ),
  ];
  return [
    ...settingFacts(tree, tree.value(root, "env"), "variable", subject),
    ...settingFacts(tree, nodeAt(tree, root, "build", "args"), "build-argument", subject),
    ...singlePort("platform", ports).map((fact) => ({ ...fact, ...subject })),
    ...processFacts(tree, groups.command, subject),
    ...unknownGroups(tree, groups, subject),
    ...releaseFacts(tree, subject),
    ...checks.flatMap((check) => checkFacts(tree, check, subject)),
  ];
}

function portsOf(tree: TomlTree, services: readonly unknown[]) {
  return services.flatMap((service) => {
    const node = tree.value(service, "internal_port");
    const port = writtenPort(known(tree.text(node) ?? ""));
    return port === undefined ? [] : [{ port, place: tree.place(node, "internal_port") }];
  });
}

/**
 * The groups beside the one that answers, each a service of its own: machines of it run the command in the same image.
 * Only one that a service leads to has a port.
 */
function otherGroups(tree: TomlTree, { service, environment }: Subject): readonly Fact[] {
  const groups = new ProcessGroups(tree);
  const setsPort = tree.value(tree.value(tree.root, "env"), "PORT") !== undefined;
  return groups.others.flatMap((group): readonly Fact[] => {
    const name = service === undefined ? group.key : `${service}-${group.key}`;
    const subject = { service: name, ...(environment !== undefined && { environment }) };
    const place = tree.place(group.keyNode, `processes.${group.key}`);
    const ports = setsPort ? [] : portsOf(tree, groups.servicesOf(group.key));
    const listens = ports.length > 0;
    return [
      { kind: "platform", platform: FLY.id, ...subject, place, listens, group: group.key, fields: {} },
      ...processFacts(tree, group, subject),
      ...singlePort("platform", ports).map((fact) => ({ ...fact, ...subject })),
    ];
  });
}

/**
 * The checks of `[checks]` that ask a service. They route nothing and have a port each: another one than the services' is
 * a second listener's, such as the management port of Spring or Quarkus (fly.io/docs/reference/configuration: the checks
 * section, November 2026).
 */
function ownChecks(
  tree: TomlTree,
  groups: ProcessGroups,
  ports: readonly Knowable<number>[],
): readonly unknown[] {
  const served = ports.flatMap((port) => (port.known ? [String(port.value)] : []));
  return tree
    .entries(tree.value(tree.root, "checks"))
    .map(({ value }) => value)
    .filter((check) => {
      const port = tree.text(tree.value(check, "port"));
      return groups.isServing(check) && (port === undefined || served.includes(port));
    });
}

/** fly.io/docs/reference/configuration: the [deploy] section */
function releaseFacts(tree: TomlTree, subject: Subject): readonly Fact[] {
  const node = nodeAt(tree, tree.root, "deploy", "release_command");
  const command = tree.text(node);
  if (command === undefined || command.trim() === "") return [];
  const place = tree.place(node, "deploy.release_command");
  return [{ kind: "platform-command", ...subject, place, by: "pre-deploy command", command: known(command) }];
}

function processFacts(tree: TomlTree, group: Entry | undefined, subject: Subject): readonly Fact[] {
  const command = tree.text(group?.value);
  if (group === undefined || command === undefined || command.trim() === "") return [];
  const place = tree.place(group.value, `processes.${group.key}`);
  return [{ kind: "start-command", ...subject, place, command: known(command) }];
}

/** Groups that a service names and no process has: flyctl refuses them (superfly/flyctl, internal/appconfig: Validate). */
function unknownGroups(tree: TomlTree, groups: ProcessGroups, subject: Subject): readonly Fact[] {
  return groups.services.flatMap((service) =>
    tree.items(tree.value(service, "processes")).flatMap((node): readonly Fact[] => {
      const by = tree.text(node);
      if (by === undefined || groups.names.includes(by)) return [];
      const place = tree.place(node, "processes");
      return [
        { kind: "unmet-need", ...subject, place, of: "process group", by, instead: groups.names.join(", ") },
      ];
    }),
  );
}

function checkFacts(tree: TomlTree, check: unknown, subject: Subject): readonly Fact[] {
  const path = tree.value(check, "path");
  const port = tree.value(check, "port");
  const text = tree.text(path);
  const number = writtenPort(known(tree.text(port) ?? ""));
  const facts: Fact[] = [];
  if (text !== undefined) {
    facts.push({ kind: "health-check", ...subject, place: tree.place(path, "path"), path: known(text) });
  }
  if (number !== undefined) {
    facts.push({
      kind: "port",
      role: "health-check",
      ...subject,
      place: tree.place(port, "port"),
      port: number,
    });
  }
  return facts;
}
