import type { Signature } from "../signature";

const sure = { stage: "root", certainty: "certain", decisive: false } as const;

/** What applications that are run as they are say of what they will not start with. */
export const APPLICATIONS_SIGNATURES: readonly Signature[] = [
  {
    ...sure,
    id: "application/root",
    mode: "configuration/invalid",
    meaning: "a program does not run as root",
    pattern:
      /(?<![\w.-])(?<name>[\w.-]+) is not supposed to be run as root|Running as root is not recommended\. Use --allow-root|can ?not run (?<name2>\w+) as root/,
    decidesUnnamed: true,
    cause: "the program does not run as root: {name}",
    correctiveAction:
      "Let the image run as another user (`USER`, or `user:` in compose), or give the option that allows it.",
    source: "go-gitea/gitea: modules/setting; jupyter_server/serverapp.py; elastic/elasticsearch: bootstrap",
    example: "Gitea is not supposed to be run as root. Sorry.",
    examples: [
      "[C 2026-03-02 10:00:01.300 ServerApp] Running as root is not recommended. Use --allow-root to bypass.",
    ],
    nearMiss: "running as root",
  },
  {
    ...sure,
    id: "application/variables-listed",
    mode: "configuration/missing-variable",
    meaning: "a program lists the variables that it needs",
    pattern: /\b(?:these|the following) (?:environment )?variables (?:are|must be|to be|should be) set:$/,
    certainty: "possible",
    cause: "variables that the program needs are not set, and are listed below: {name}",
    correctiveAction: "Set the variables that are listed.",
    source: "mastodon/mastodon: config/initializers/active_record_encryption.rb",
    example: "Mastodon now requires that these variables are set:",
    nearMiss: "these variables are set: A, B",
  },
  {
    ...sure,
    id: "vault/memory-lock",
    mode: "configuration/invalid",
    meaning: "Vault may not lock its memory",
    pattern: /Failed to lock memory: /,
    cause: "Vault may not lock its memory: the container has not the capability IPC_LOCK",
    correctiveAction:
      "Add the capability (`cap_add: [IPC_LOCK]`), or set disable_mlock where the platform has none.",
    source: "developer.hashicorp.com/vault/docs/configuration#disable_mlock",
    example: "Error initializing core: Failed to lock memory: cannot allocate memory",
    nearMiss: "memory is locked",
  },
  {
    ...sure,
    id: "docker/socket-denied",
    mode: "disk/permission-denied",
    meaning: "the user may not open Docker's socket",
    pattern:
      /permission denied while trying to connect to the [Dd]ocker (?:daemon socket|API) at (?<path>\S+?):? /,
    decidesUnnamed: true,
    cause: "the user may not open Docker's socket: {path}",
    correctiveAction: "Add the user to the group of the socket (docker), or run it as one that may open it.",
    source: "moby/moby: client/request.go",
    example:
      "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get",
    nearMiss: "connected to the Docker daemon socket",
  },
];
