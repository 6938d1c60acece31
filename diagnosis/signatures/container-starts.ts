import type { Signature } from "../signature";

/** What keeps a container's command from its first line: these are asked before the general rows of shells and images. */
export const CONTAINER_STARTS_SIGNATURES: readonly Signature[] = [
  {
    id: "exec/not-executable",
    mode: "disk/permission-denied",
    meaning: "the container's command may not be executed",
    pattern: /exec: \\?"(?<name>[^"\\]+)\\?": permission denied/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the container's command {name} may not be executed: it is not executable, or it is a folder",
    correctiveAction:
      "Commit it as executable (`git update-index --chmod=+x`), or make it so in the image (`COPY --chmod=755`, or `RUN chmod +x`); a volume over its folder takes the rights of the machine's own file.",
    source: "opencontainers/runc: libcontainer",
    example: 'starting container process caused "exec: \\"/app/entrypoint.sh\\": permission denied"',
    nearMiss: 'exec: "/app/entrypoint.sh" started',
  },
  {
    id: "shell/line-ends",
    mode: "process/exited",
    meaning: "a script has Windows line ends",
    pattern:
      /\b(?:sh|bash|dash): (?:\d+: )?(?:Illegal option -|-: invalid option)\s*$|\bset: (?:Illegal option -|-: invalid option)\s*$|\$'\\r': command not found|\bset: pipefail\\?r?: invalid option name/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause:
      "the script has Windows line ends: the shell takes the carriage return (CRLF) for a part of the line",
    correctiveAction:
      "Commit the script with LF line ends (`*.sh text eol=lf` in .gitattributes), and build again.",
    source: "dash: src/options.c; gnu.org/software/bash/manual",
    example: "/bin/sh: 0: Illegal option -",
    nearMiss: "/bin/sh: 0: Illegal option -x",
  },
  {
    id: "docker/pull-limit",
    mode: "image/pull-failed",
    meaning: "the registry's limit of pulls is reached",
    pattern: /^(?:Error response from daemon: |error pulling image configuration: )?toomanyrequests: ./,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the registry answers no more pulls for now, since their limit is reached",
    correctiveAction:
      "Log in to the registry for the pull, wait until the limit is over, or take the image from a mirror.",
    source: "docs.docker.com/docker-hub/usage/pulls",
    example: "toomanyrequests: You have reached your pull rate limit.",
    nearMiss: "429 too many requests",
  },
];
