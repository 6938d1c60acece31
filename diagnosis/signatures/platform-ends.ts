import type { Signature } from "../signature";

/** What platforms say of a process, an image or a build that ended. */
export const PLATFORM_ENDS_SIGNATURES: readonly Signature[] = [
  {
    id: "kubernetes/oom",
    mode: "memory/exhausted",
    meaning: "the process was killed for its memory",
    pattern:
      /\bOOMKilled\b(?!"?: ?false)|Process appears to have been OOM killed|Error R15 \(Memory quota vastly exceeded\)|"OOMKilled": true|Memory cgroup out of memory/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    harmsLive: true,
    cause: "the container used more memory than its limit, and was killed (OOMKilled)",
    correctiveAction:
      "Raise the memory limit, or let the process use less: fewer workers, smaller batches, a heap limit that fits.",
    source:
      "kubernetes.io/docs/tasks/configure-pod-container/assign-memory-resource; devcenter.heroku.com/articles/error-codes",
    example: "  Reason:       OOMKilled",
    examples: ["Error R15 (Memory quota vastly exceeded)"],
    nearMiss: '"OOMKilled": false',
  },
  {
    id: "heroku/r14",
    // Heroku lets a dyno over its quota swap: by itself it ends nothing (R15 does).
    warns: true,
    mode: "memory/exhausted",
    meaning: "the process uses more memory than its dyno has",
    pattern: /Error R14 \(Memory quota exceeded\)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    harmsLive: true,
    cause: "the process uses more memory than its dyno has, and swaps",
    correctiveAction: "Choose a larger dyno, or let the process use less: fewer workers, smaller batches.",
    source: "devcenter.heroku.com/articles/error-codes#r14-memory-quota-exceeded",
    example: "Error R14 (Memory quota exceeded)",
    nearMiss: "memory quota: 512 MB",
  },
  {
    id: "v8/heap-limit",
    mode: "memory/exhausted",
    meaning: "the program got no more memory",
    pattern:
      /Fatal JavaScript out of memory|Ineffective mark-compacts near heap limit|java\.lang\.OutOfMemoryError|fatal error: runtime: out of memory|runtime: cannot allocate memory|memory allocation of \d+ bytes failed|Allowed memory size of \d+ bytes exhausted|\bNoMemoryError\b|eheap_alloc: Cannot allocate|System\.OutOfMemoryException/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    harmsLive: true,
    cause: "the program needs more memory than its heap or its container may have",
    correctiveAction:
      "Raise the heap's limit (`--max-old-space-size`, `-Xmx`, `memory_limit`) within the plan's memory, choose a larger plan, or let the program use less.",
    source: "v8: src/heap; openjdk; php.net: memory_limit",
    example: "Fatal JavaScript out of memory: Ineffective mark-compacts near heap limit",
    examples: [
      'Exception in thread "main" java.lang.OutOfMemoryError: Java heap space',
      "PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted (tried to allocate 20480 bytes)",
    ],
    nearMiss: "heap limit: 512 MB",
  },
  {
    id: "process/sigkill",
    mode: "process/killed",
    meaning: "the process was killed",
    pattern:
      /\b[Ee]xit(?:ed)? (?:with )?(?:code|status):? 137\b|[Ee]xit [Cc]ode"?:\s+137\b|was sent SIGKILL! Perhaps out of memory|[Pp]rocess exited with status 137|exited with signal \(with signal 'SIGKILL'|signal: killed\b|"ExitCode": 137/,
    stage: "process",
    certainty: "open",
    decisive: false,
    asksFor: [
      "Does the platform say OOMKilled, and how much memory did the process use?",
      "Was a deploy, a restart or a scale-down under way?",
    ],
    cause:
      "the process got SIGKILL, which is exit code 137: out of memory, a stop that took too long, or somebody's kill; the log does not say which",
    correctiveAction:
      "Look at the platform's events and memory graph for that minute: only they tell memory (OOMKilled) from a stop that ran out of time.",
    source: "signal(7); kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle",
    example: "    Exit Code: 137",
    examples: ["app-1 exited with code 137"],
    nearMiss: "exited with code 0",
  },
  {
    id: "process/ended",
    mode: "process/exited",
    meaning: "the process ended",
    pattern:
      /^[\w.-]+ exited with code (?!0\b|137\b|143\b|130\b)\d+|^[Ee]xit (?:code|status):? (?!0\b|137\b|143\b|130\b)\d+\W*$|Main child exited normally with code: [1-9]|[Pp]rocess exited with status (?!0\b|137\b|143\b|130\b)\d+|code=H10 desc="App crashed"|State changed from \w+ to crashed|exited with 'exitcode [1-9]|Container exited with code: [1-9]\d*$|app crashed - waiting for file changes|^error Command failed with exit code \d+\.?$|^npm (?:error|ERR!) (?:Lifecycle script `\w+` failed|code ELIFECYCLE)/,
    stage: "process",
    certainty: "open",
    decisive: false,
    asksFor: [
      "What did the process print before its end? Copy the log from its start.",
      "Does the same command end so on your machine, with the same variables?",
    ],
    cause: "the process ended, and the log does not say why in a line that is known",
    correctiveAction: "Read the lines above the end: the first error among them is the likeliest cause.",
    source:
      "docs.docker.com/reference/cli/docker/compose/logs; devcenter.heroku.com/articles/error-codes#h10-app-crashed",
    example: "app-1 exited with code 1",
    examples: ["State changed from starting to crashed"],
    nearMiss: "job exited with code 0",
  },
  {
    id: "release/failed",
    mode: "pre-deploy/failed",
    meaning: "the release command failed",
    pattern:
      /release_command failed|release command failed|==> Pre-?deploy (?:command )?(?:has )?failed|Release phase failed/i,
    stage: "step",
    certainty: "open",
    decisive: true,
    asksFor: ["What did the command print before its end?"],
    cause:
      "the command that runs before the release ended with an error, so the new version was never started",
    correctiveAction: "Read the command's own lines before its end, correct that, and deploy again.",
    source: "fly.io/docs/reference/configuration/#run-one-off-commands-before-releasing-a-deployment",
    example:
      "Error: release command failed - aborting deployment. machine 3d8d9 exited with non-zero status of 1",
    nearMiss: "release command succeeded",
  },
  {
    id: "kubernetes/back-off",
    mode: "process/crash-loop",
    meaning: "the container ends soon after each start",
    pattern:
      /\bCrashLoopBackOff\b|Back-off restarting failed container|machine has reached its max restart count|exited with code [1-9]\d* \(restarting\)/,
    stage: "process",
    certainty: "open",
    decisive: false,
    asksFor: ["What did the instance before print at its end (`kubectl logs --previous`)?"],
    cause: "the container ends soon after each start, and is started again more and more seldom",
    correctiveAction:
      "Read the log of the instance before (`kubectl logs --previous`, `fly logs`): it says why it ended.",
    source: "kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy",
    example: "Back-off restarting failed container app in pod api-7",
    nearMiss: "the container was restarted by a deploy",
  },
  {
    id: "image/pull",
    mode: "image/pull-failed",
    meaning: "the platform cannot fetch the image",
    pattern:
      /\b(?:ErrImagePull|ImagePullBackOff)\b|Failed to pull image "(?<image>[^"]+)"|failed to resolve reference "(?<image2>[^"]+)"|repository name must be lowercase|pull access denied for (?<image3>\S+?),|manifest for (?<image4>\S+) not found|no matching manifest for (?<image5>\S+)/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause:
      "the image cannot be fetched: its name or tag is not there, it is private and no credential is given, or it has no variant for this processor",
    correctiveAction:
      "Correct the image's name and tag, give the registry's credential to the platform (`imagePullSecrets`), or build the image for linux/amd64.",
    source: "kubernetes.io/docs/concepts/containers/images",
    example: 'Failed to pull image "ghcr.io/acme/api:1.2": rpc error: code = NotFound',
    examples: ["  Reason: ImagePullBackOff"],
    nearMiss: "the image was pulled in 3 s",
  },
  {
    id: "kubernetes/missing-key",
    mode: "configuration/missing-variable",
    meaning: "a secret or config map that the container needs is not there",
    pattern:
      /(?:secret|configmap)s? "(?<name>[^"]+)" not found|couldn't find key (?<name2>\S+) in (?:Secret|ConfigMap)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the container needs {name}, and the cluster has no such secret, config map or key",
    correctiveAction: "Create {name} in the namespace, or correct its name in the manifest.",
    source: "kubernetes.io/docs/concepts/configuration/secret",
    example: 'Error: secret "api-env" not found',
    examples: ["Error: couldn't find key DATABASE_URL in Secret default/api-env"],
    nearMiss: 'secret "api-env" created',
  },
];
