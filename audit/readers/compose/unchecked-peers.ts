import type { Fact } from "../../../domain";
import { TOOL_FILES } from "../../../domain/manifest";
import { oncePer, oncePerPart } from "../../once-per-repository";
import type { Repository } from "../../reader";
import { folderOf } from "../../services/service-folders";
import { instructionsOf } from "../dockerfile/parsed";
import { baseImage, lastImage } from "../dockerfile/stages";
import { buildOf } from "./build";
import { type ComposeFile, type ComposeService, composeServices, serviceNamed } from "./service";

/** Images of Docker Hub's library whose Dockerfiles have no HEALTHCHECK (github.com/docker-library, 30 November 2026). */
const WITHOUT_CHECK =
  /^(?:docker\.io\/)?(?:library\/)?(?:postgres|mysql|mariadb|redis|valkey|mongo|rabbitmq|memcached|nginx|httpd|caddy|traefik|node|python|golang|ruby|php|rust|elixir|eclipse-temurin|alpine|debian|ubuntu)(?::[\w.-]+)?(?:@.*)?$|^(?:docker\.io\/)?(?:postgis\/postgis|pgvector\/pgvector|valkey\/valkey)(?::[\w.-]+)?$/;

/** Services for whose health another one waits, and that have no check: compose starts the other one never. */
export function uncheckedPeers(
  file: ComposeFile,
  service: ComposeService,
  repository: Repository,
): readonly Fact[] {
  const { tree } = file;
  const awaited = service.entry("depends_on")?.value;
  return tree.entries(awaited).flatMap(({ key: name, value }): readonly Fact[] => {
    const condition = tree.value(value, "condition");
    const other = serviceNamed(file, name);
    if (tree.text(condition) !== "service_healthy" || other === undefined) return [];
    const instead = unchecked(file, other, repository);
    if (instead === undefined) return [];
    const place = tree.place(condition, `depends_on.${name}`);
    const subject = { service: service.name, environment: file.environment };
    return [{ kind: "unmet-need", ...subject, place, of: "health check", by: name, instead }];
  });
}

/** What a service has in place of a check; undefined where it has one, or where that cannot be said. */
function unchecked(file: ComposeFile, service: ComposeService, repository: Repository): string | undefined {
  const { tree } = file;
  const check = service.written("healthcheck")?.value;
  if (check !== undefined) {
    const test = tree.value(check, "test");
    const first = tree.text(test) ?? tree.text(tree.items(test)[0]);
    const isOff = tree.text(tree.value(check, "disable")) === "true" || first?.toUpperCase() === "NONE";
    return isOff && !isElsewhere(file, repository) ? "a check that is turned off" : undefined;
  }
  if (service.entry("extends") !== undefined || isElsewhere(file, repository)) return undefined;
  const image = service.entry("image")?.value;
  if (service.entry("build") !== undefined) return builtWithout(file, service, repository);
  const name = file.filled(tree.text(image) ?? "");
  return name.known && WITHOUT_CHECK.test(name.value)
    ? `no check, and none in the image ${name.value}`
    : undefined;
}

/** Whether another file of the folder, which may be given together with this one, speaks of checks. */
function isElsewhere(file: ComposeFile, repository: Repository): boolean {
  const { tree, folder } = file;
  if (tree.value(tree.root, "include") !== undefined) return true;
  return filesWithChecks(repository, folder) > (hasChecks(file) ? 1 : 0);
}

const hasChecks = oncePer((file: ComposeFile): boolean =>
  composeServices(file).some((service) => service.written("healthcheck") !== undefined),
);

/** How many compose files of a folder speak of checks. */
const filesWithChecks = oncePerPart(
  (repository, folder: string): number =>
    [".yml", ".yaml"]
      .flatMap((ending) => repository.ending(ending))
      .filter((one) => TOOL_FILES.compose.test(one) && folderOf(one) === folder)
      .filter((one) => /\bhealthcheck\b/.test(repository.text(one) ?? "")).length,
);

function builtWithout(
  file: ComposeFile,
  service: ComposeService,
  repository: Repository,
): string | undefined {
  const { node, imageFile } = buildOf(file, service) ?? {};
  if (["target", "dockerfile_inline"].some((key) => file.tree.value(node, key) !== undefined))
    return undefined;
  const text = imageFile === undefined ? undefined : repository.text(imageFile);
  if (text === undefined) return undefined;
  const { instructions } = lastImage(instructionsOf(text));
  if (instructions.some((one) => one.getKeyword() === "HEALTHCHECK")) return undefined;
  return WITHOUT_CHECK.test(baseImage(instructions)) ? `no check, and none in ${imageFile}` : undefined;
}
