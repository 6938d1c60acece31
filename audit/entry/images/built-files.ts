import path from "node:path";
import { type Fact, factsOf, type Subject } from "../../../domain";
import { sameSubject } from "../../../domain/stated";
import { isManifest, manifestAt } from "../../../platforms";
import { oncePerRepository } from "../../once-per-repository";
import type { Repository } from "../../reader";
import { imageFileOf } from "../../readers/fly-toml/image-file";
import { fileOf } from "../../services/service-folders";

/** A Dockerfile that a manifest has built. */
export interface BuiltFile {
  readonly file: string;
  readonly subject: Subject;
  /** Whether nothing but the image says what is started, and something has to be. */
  readonly startsAlone: boolean;
}

/** The Dockerfiles that a platform's manifest, a compose file or their own name has built. */
export function builtFiles(facts: readonly Fact[], repository: Repository): readonly BuiltFile[] {
  const isCommanded = factsOf(facts, "start-command").some(({ place }) => isManifest(place));
  const stated = [
    ...onFly(facts, repository),
    ...onRender(facts, repository),
    ...byBuild(facts),
    ...ofItsName(facts),
  ];
  return stated
    .filter(({ file }) => repository.has(file))
    .map((one) => ({ ...one, startsAlone: one.startsAlone && !isCommanded }));
}

/** fly.io/docs/reference/configuration: the Dockerfile beside the manifest, unless the build is another one. */
function onFly(facts: readonly Fact[], repository: Repository): readonly BuiltFile[] {
  const routed = factsOf(facts, "port").filter(
    ({ role, place }) => role === "platform" && manifestAt(place)?.platform.id === "fly",
  );
  if (routed.length === 0 || choosesByCommand(repository)) return [];
  return routed.flatMap((fact) => {
    const manifest = fileOf(fact);
    const text = repository.text(manifest) ?? "";
    const file = imageFileOf(manifest, repository);
    if (file === undefined) return [];
    const startsAlone =
      !/^\s*\[+\s*processes|^\s*processes\s*=\s*\{|^\s*["']?(?:cmd|entrypoint|exec)["']?\s*=/m.test(text);
    return [{ file, subject: sameSubject(fact), startsAlone }];
  });
}

/** Whether a workflow or a recipe deploys to Fly with an option that names another image. */
const choosesByCommand = oncePerRepository((repository): boolean =>
  [...repository.ending(".yml"), ...repository.ending(".yaml"), ...repository.ending(".sh")]
    .concat(["Makefile", "justfile", "package.json"].flatMap((name) => repository.named(name)))
    .some((file) =>
      /\bfly(?:ctl)?\b[^\n]*\s(?:--image|-i|--dockerfile|--build-target)\b/.test(repository.text(file) ?? ""),
    ),
);

/** render.com/docs/blueprint-spec: dockerfilePath, from the root directory where there is one. */
function onRender(facts: readonly Fact[], repository: Repository): readonly BuiltFile[] {
  return factsOf(facts, "platform").flatMap((fact) => {
    const {
      platform,
      runtime,
      assumed,
      isElsewhere,
      imageFile = "Dockerfile",
      rootDirectory = "",
      type,
    } = fact;
    if (platform !== "render" || runtime !== "docker" || assumed === true || isElsewhere === true) return [];
    const places = new Set([imageFile, path.posix.join(rootDirectory, imageFile)]);
    const [file, ...others] = [...places].filter((one) => repository.has(one));
    if (file === undefined || others.length > 0) return [];
    const startsAlone = type === "web" || type === "private" || type === "worker";
    return [{ file, subject: sameSubject(fact), startsAlone }];
  });
}

/** What a compose file starts is a developer's affair; heroku.yml has its command beside the build. */
function byBuild(facts: readonly Fact[]): readonly BuiltFile[] {
  return factsOf(facts, "build").flatMap((fact) => {
    const manifest = path.posix.basename(fileOf(fact));
    if (/^(?:fly|render|railway)/.test(manifest)) return [];
    const startsAlone = manifest === "heroku.yml" && fact.target === undefined;
    return [{ file: fact.imageFile, subject: sameSubject(fact), startsAlone }];
  });
}

/** What is built by its name alone starts what it says. */
function ofItsName(facts: readonly Fact[]): readonly BuiltFile[] {
  return factsOf(facts, "start-command")
    .filter((fact) => /^(?:Dockerfile|Containerfile)$/.test(path.posix.basename(fileOf(fact))))
    .map((fact) => ({ file: fileOf(fact), subject: sameSubject(fact), startsAlone: false }));
}
