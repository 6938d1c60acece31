import { oncePerRepository } from "../../../once-per-repository";
import type { Repository } from "../../../reader";

const BUILDERS = ["Dockerfile", "render.yaml", "Procfile", "fly.toml", "Makefile", "app.json"];

/** The texts that say how the repository's programs are built. */
const builds = oncePerRepository((repository) =>
  BUILDERS.flatMap((name) => repository.named(name))
    .map((file) => repository.text(file) ?? "")
    .join("\n"),
);

/** Whether programs are built for release; undefined where nothing says so, or both. */
export function isRelease(language: "rs" | "cs", repository: Repository): boolean | undefined {
  const text = builds(repository);
  const [release, debug] =
    language === "rs"
      ? [/--release\b|target\/release\/|\bcargo\s+install\b|--profile[= ]\w/, /target\/debug\//]
      : [/(?:-c|--configuration)[\s="',]+Release\b/i, /(?:-c|--configuration)[\s="',]+Debug\b/i];
  return release.test(text) && !debug.test(text) ? true : undefined;
}

/** Whether Go is built with a tag of the repository's own (pkg.go.dev/cmd/go: build constraints). */
export function hasTag(tag: string, repository: Repository): boolean {
  const given = [...builds(repository).matchAll(/-tags[\s="',]+([\w.,-]+)/g)];
  return given.some(([, tags = ""]) => tags.split(",").includes(tag));
}
