import type { Signature } from "../signature";

const root = { stage: "root", certainty: "possible", decisive: false } as const;
const sure = { stage: "root", certainty: "certain", decisive: false } as const;

/** What a platform gives a container, and what a container may do in it. */
export const PLATFORM_STATES_MORE_SIGNATURES: readonly Signature[] = [
  {
    ...root,
    id: "cloud/secret-refused",
    mode: "configuration/invalid",
    meaning: "the platform may not read a secret that the service is to get",
    pattern:
      /Permission denied on secret: (?<name>\S+)|unable to (?:pull secrets or registry auth|retrieve secret)|failed to fetch secret (?<name2>\S+)/,
    competing: [{ mode: "configuration/missing-variable", cause: "no secret has that name" }],
    cause:
      "the platform cannot read the secret {name} for the service: no right to it, no such secret, or no way to it",
    correctiveAction:
      "Give the service's account the right to read it (the role secretAccessor, or GetSecretValue), and correct its name.",
    source: "cloud.google.com/run/docs/configuring/services/secrets; docs.aws.amazon.com/AmazonECS",
    example:
      "Permission denied on secret: projects/123/secrets/DB_URL/versions/latest for Revision service account",
    nearMiss: "Permission granted on secret",
  },
  {
    ...root,
    id: "container/failed-to-load",
    mode: "process/command-not-found",
    meaning: "the container's program is not there",
    pattern: /could not start process: failed to load (?<name>\S+?): no such file or directory/,
    cause: "{name}, with which the container starts, is not there, or its interpreter or C library is not",
    correctiveAction:
      "Correct the entrypoint, copy the file into the image, and look at its first line and line ends.",
    source: "cloud.google.com/run/docs/troubleshooting",
    example: "could not start process: failed to load /app/start.sh: no such file or directory",
    nearMiss: "could not start process",
  },
  {
    ...sure,
    id: "nginx/not-permitted",
    mode: "disk/permission-denied",
    meaning: "nginx may not write a file that it needs",
    pattern: /\[emerg\] .{0,20}(?:mkdir|open|chown)\(\) ?"(?<path>[^"]+)" failed \(13: Permission denied\)/,
    cause: "nginx runs as a user that may not write {path}",
    correctiveAction:
      "Take an image that runs without root (nginxinc/nginx-unprivileged), or give the folder to the group 0 with its rights (`chgrp -R 0`, `chmod -R g=u`).",
    source: "nginx/nginx: src/os/unix/ngx_files.h",
    example: 'nginx: [emerg] mkdir() "/var/cache/nginx/client_temp" failed (13: Permission denied)',
    nearMiss: "nginx: [emerg] bind() to 0.0.0.0:80 failed (13: Permission denied)",
  },
  {
    ...sure,
    id: "kubernetes/evicted-disk",
    mode: "disk/full",
    meaning: "the node's disk is full",
    pattern: /node was low on resource: (?:\[?\w*DiskPressure|ephemeral-storage|imagefs|nodefs)/,
    cause: "the pod was evicted, since the node's disk (ephemeral storage) is full",
    correctiveAction:
      "Let the service write less to its own disk, give it a limit or a volume, and clear the node.",
    source: "kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction",
    example: "The node was low on resource: ephemeral-storage.",
    nearMiss: "The node was low on resource: memory.",
  },
  {
    ...sure,
    id: "kubernetes/evicted-memory",
    mode: "memory/exhausted",
    meaning: "the node's memory is used up",
    pattern: /node was low on resource: \[?(?:memory|MemoryPressure)/,
    cause: "the pod was evicted, since the node's memory is used up",
    correctiveAction: "Ask for the memory that it needs (`resources.requests`), or add a node.",
    source: "kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction",
    example: "The node was low on resource: memory.",
    nearMiss: "The node was low on resource: ephemeral-storage.",
  },
  {
    ...root,
    id: "start/background",
    mode: "process/exited",
    stage: "process",
    meaning: "the start command leaves its program in the background and ends",
    pattern: /^==> Running '(?<name>[^']*[^&'\s]) ?&'$/,
    cause:
      "the start command “{name} &” ends with `&`: the shell ends at once, with status 0, and the program with it",
    correctiveAction:
      "Take the last `&` out of the start command, so that the program itself is the process.",
    source: "bash(1): lists; render.com/docs/deploys",
    example: "==> Running 'node server.js &'",
    nearMiss: "==> Running 'node worker.js & node server.js'",
  },
  {
    ...root,
    id: "connect/erlang-no-name",
    mode: "database/dns",
    meaning: "the database's host name does not resolve to an IPv4 address",
    pattern: /\((?<host>[\w-]+(?:\.(?!internal|flycast|svc)[\w-]+)+):\d+\): non-existing domain/,
    competing: [
      {
        mode: "database/ipv6-unreachable",
        cause: "the host has an IPv6 address only, and Erlang asks for IPv4",
      },
    ],
    cause: "the name {host} does not resolve to an IPv4 address: it is wrong or gone, or has IPv6 only",
    correctiveAction:
      "Correct the host; where it is of a private network with IPv6 only, set Ecto's `socket_options: [:inet6]` (ECTO_IPV6=true).",
    source: "erlang/otp: inet; fly.io/docs/elixir; elixir-ecto/postgrex",
    example: "tcp connect (db.shop.example.net:5432): non-existing domain - :nxdomain",
    nearMiss: "tcp connect (db:5432): non-existing domain - :nxdomain",
  },
  {
    ...root,
    id: "shared-library/refused",
    mode: "import/missing-library",
    meaning: "a library of the system is there, and is not taken",
    pattern:
      /(?<name>lib[\w.+-]+\.so[\w.]*):? .{0,60}(?:Operation not permitted|Permission denied|file too short|invalid ELF header|cannot enable executable stack|wrong ELF class)/,
    competing: [
      {
        mode: "runtime/incompatible",
        cause: "the host's kernel, Docker or seccomp is too old for the image",
      },
      { mode: "disk/permission-denied", cause: "the file's rights keep the process's user from it" },
    ],
    cause:
      "{name} is there, and cannot be loaded: the host does not permit it, or the file is of another build",
    correctiveAction:
      "Update the host's Docker and libseccomp where it says “Operation not permitted”; else install the library's package again for this image.",
    source: "ld.so(8); docs.docker.com/engine/security/seccomp",
    example:
      "Error loading shared library libreadline.so.8: Operation not permitted (needed by /docker-mods)",
    nearMiss:
      "error while loading shared libraries: libssl.so.1.1: cannot open shared object file: No such file or directory",
  },
  {
    ...root,
    id: "port/no-number",
    mode: "port/in-use",
    meaning: "a server listens on something that is no port",
    pattern:
      /listen EADDRINUSE:? (?:address already in use )?(?<value>"?\/\S+|\d+[^\d\s.:].*|\d+ +\S.*|["'].*)$/,
    competing: [
      {
        mode: "configuration/invalid",
        cause: "the setting of the port has more than a number: quotes or a comment",
      },
    ],
    cause:
      "the server listens on “{value}”, which is no number but the name of a socket that is there already",
    correctiveAction:
      "Write the number alone into the variable PORT, without quotes, spaces or a comment; a socket's file is removed before the start.",
    source: "nodejs.org/api/net.html: server.listen(path)",
    example: "Error: listen EADDRINUSE 8080 # This can remain as is",
    nearMiss: "Error: listen EADDRINUSE: address already in use :::3000",
  },
  {
    ...root,
    id: "port/no-number-denied",
    mode: "configuration/invalid",
    meaning: "a server listens on something that is no port",
    pattern: /listen EACCES:? (?:permission denied )?(?<value>\d+[^\d\s.:].*|\d+ +\S.*|["'].*)$/,
    competing: [{ mode: "port/privileged", cause: "the port is below 1024 and the process not root" }],
    cause: "the server listens on “{value}”, which is no number, and so is taken for the name of a socket",
    correctiveAction: "Write the number alone into the variable PORT, without quotes, spaces or a comment.",
    source: "nodejs.org/api/net.html: server.listen(path)",
    example: "Error: listen EACCES: permission denied 3000;",
    nearMiss: "Error: listen EACCES: permission denied 0.0.0.0:80",
  },
  {
    ...root,
    id: "beanstalk/procfile",
    mode: "configuration/invalid",
    meaning: "the platform finds no start command",
    pattern:
      /failed to generate a 'Procfile'|No web process (?:type )?found in Procfile|could not detect a supported language/,
    cause: "the platform finds nothing that says how the service is built or started, such as a Procfile",
    correctiveAction:
      "Commit a Procfile with a `web:` line, or the file by which the platform knows the language, in the folder that is deployed.",
    source: "docs.aws.amazon.com/elasticbeanstalk; dokku.com/docs; buildpacks.io",
    example:
      "Instance deployment failed to generate a 'Procfile' for Python. Provide an 'application.py' file.",
    nearMiss: "a 'Procfile' was generated",
  },
];
