import type { Instruction } from "dockerfile-ast";
import type { Fact } from "../../../domain";
import { hasHeredoc, instructionsOf } from "../../readers/dockerfile/parsed";
import { runText } from "../../readers/dockerfile/run-text";
import { baseImage, lastImage, stageAt } from "../../readers/dockerfile/stages";
import type { Chain } from "../chain";
import { flagOf, isCopy } from "./image-instructions";
import { imageOf, type Project, placeOfInstruction, subjectOf } from "./project";

/** Go's own images of Debian, which have a C compiler: cgo is on there (hub.docker.com/_/golang, 30 November 2026). */
const WITH_COMPILER = /^(?:docker\.io\/)?(?:library\/)?golang(?::(?!.*alpine)(?!.*windows)[\w.-]+)?$/;
/** Images without glibc. */
const WITHOUT_LIBRARY =
  /^(?:scratch|gcr\.io\/distroless\/static(?:-debian\d+)?(?::[\w.-]+)?|(?:docker\.io\/)?(?:library\/)?(?:alpine|busybox:[\w.-]*musl)(?::[\w.-]+)?)$/;
/** What turns cgo off, links the library into the program, or brings it into the image. */
const OTHERWISE =
  /CGO_ENABLED|static|netgo|osusergo|GOOS|GOARCH|GOFLAGS|TARGETPLATFORM|BUILDPLATFORM|gcompat|libc6-compat|glibc|ld-linux|\bmake\b|\.sh\b|goreleaser|\bko\b/;
/** Packages of Go that use the C library where cgo is on (pkg.go.dev/net, pkg.go.dev/os/user). */
const OF_C = /^\s*(?:import\s+)?(?:[\w.]+\s+)?"(?:net|net\/http|os\/user)"\s*$/m;

/** A program of Go that is linked with glibc, in an image without it: its start ends with `no such file or directory`. */
export function linkedPrograms(project: Project, { end }: Chain): readonly Fact[] {
  const { repository } = project;
  const image = imageOf(project);
  if (image === undefined || hasHeredoc(image.text)) return [];
  const { file, text } = image;
  const whole = instructionsOf(text);
  const { instructions } = lastImage(whole);
  const base = baseImage(instructions);
  if (!WITHOUT_LIBRARY.test(base) || OTHERWISE.test(text.replaceAll(/^\s*FROM\b.*$/gim, ""))) return [];
  const files = end.is === "program" ? (end.files ?? []) : [];
  if (!files.some((one) => OF_C.test(repository.text(one) ?? ""))) return [];
  const built = instructions.flatMap((one): readonly Instruction[] => {
    const from = isCopy(one) ? flagOf(one, "from") : undefined;
    const stage = from === undefined ? [] : stageAt(whole, from);
    return WITH_COMPILER.test(baseImage(stage))
      ? stage.filter((run) => run.getKeyword() === "RUN" && /\bgo\s+(?:build|install)\b/.test(runText(run)))
      : [];
  });
  const [run, ...others] = new Set(built);
  if (run === undefined || others.length > 0) return [];
  const place = placeOfInstruction(file, run);
  return [
    { kind: "unmet-need", ...subjectOf(project), place, of: "C library", by: "go build", instead: base },
  ];
}
