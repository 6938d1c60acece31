import type { Signature } from "../signature";

/** What a tool says at its end of an error before it; asked before the rows of the errors themselves. */
export const TOOL_ENDS_SIGNATURES: readonly Signature[] = [
  {
    id: "tool/could-not-build",
    mode: "build/failed",
    meaning: "a package could not be built",
    pattern:
      /error: could not compile `(?<name>[^`]+)`|\bERR_PNPM_(?:PREPARE_PKG_FAILURE|RECURSIVE_\w+|ELIFECYCLE)\s+(?<name2>Command failed.{0,80}|.{0,80}: `?[^`]{0,80})|(?<name3>[Gg]etting requirements to build wheel) did not run successfully|^(?:error: )?(?<name4>subprocess-exited-with-error)/,
    stage: "step",
    certainty: "open",
    decisive: false,
    cause: "the build of a package ends with an error that stands before this line: {name}",
    correctiveAction:
      "Read the package's own lines before this one. Take another version of it, or install what its build asks for in the image.",
    asksFor: ["What does the package's build print before its end?"],
    source: "doc.rust-lang.org/cargo; pnpm.io/errors; pip.pypa.io",
    example: "error: could not compile `ring` (lib) due to 2 previous errors",
    examples: [
      "ERR_PNPM_PREPARE_PKG_FAILURE  Command failed with exit code 1: pnpm install",
      "× Getting requirements to build wheel did not run successfully.",
    ],
    nearMiss: "Finished release [optimized] target(s) in 3 s",
  },
  {
    id: "image/pull-waiting",
    mode: "image/pull-failed",
    meaning: "the platform cannot fetch the image",
    pattern:
      /is waiting to start: trying and failing to pull image|is waiting to start: image can't be pulled/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [
      { mode: "configuration/invalid", cause: "the registry asks for a login that the pod does not have" },
    ],
    cause: "the image cannot be pulled: its name or tag is wrong, or the registry asks for a login",
    correctiveAction:
      "Correct the image's name and tag, or give the pod the registry's login (`imagePullSecrets`); `kubectl describe pod` has the registry's answer.",
    source: "kubernetes.io/docs/concepts/containers/images",
    example: 'container "upload" in pod "upload" is waiting to start: trying and failing to pull image',
    nearMiss: 'container "upload" in pod "upload" is waiting to start: ContainerCreating',
  },
];
