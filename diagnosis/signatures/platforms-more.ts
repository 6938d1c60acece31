import type { Signature } from "../signature";

/** What platforms, container runtimes and proxies say of themselves and of the service behind them. */
export const PLATFORMS_MORE_SIGNATURES: readonly Signature[] = [
  {
    id: "fly/own-machine",
    mode: "platform/cause-unknown",
    meaning: "Fly fails with a machine of its own",
    pattern:
      /failed to (?:launch|get|update|start|create|destroy) VM\b|failed to release lease for machine|could not reserve resource for your machine|insufficient (?:resources|memory|CPUs) (?:available )?to|[Mm]achine not found$/,
    stage: "root",
    certainty: "open",
    decisive: false,
    asksFor: ["What does the platform's status page say of that time?"],
    cause: "Fly could not launch or find a machine of its own; the service's code had no part in it",
    correctiveAction:
      "Deploy again; where it stays, look at Fly's status page, and destroy the machine that it names (`fly machine destroy`).",
    source: "superfly/flyctl: internal/command/deploy",
    example: "error creating a release_command machine: failed to launch VM: EOF",
    nearMiss: "machine started",
  },
  {
    id: "exec/not-in-path",
    mode: "process/command-not-found",
    meaning: "the container's command is not in the image",
    pattern:
      /exec: \\?"(?<name>[^"\\]+)\\?":? (?:executable file not found|no such file or directory|stat \S+: no such file)|^The executable `(?<name2>[^`]+)` could not be found\.?$/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "the container's command {name} is not in the image",
    correctiveAction:
      "Install what has {name} in the image, or correct the command (in its JSON form each word is an item of its own).",
    source: "opencontainers/runc: libcontainer",
    example: 'exec: \\"celery\\": executable file not found in $PATH".',
    nearMiss: 'exec: "celery" started',
  },
  {
    id: "nginx/upstream",
    mode: "broker/refused",
    meaning: "the proxy does not reach the service behind it",
    pattern:
      /connect\(\) failed \(\d+: [^)]+\) while connecting to upstream.*?upstream: "(?<address>[^"]+)"|upstream timed out .*upstream: "(?<address3>[^"]+)"|no live upstreams while connecting to upstream|connect\(\) to unix:(?<address4>\S+) failed/,
    stage: "process",
    certainty: "possible",
    decisive: false,
    competing: [
      { mode: "port/none-open", cause: "the service behind the proxy has ended or does not listen yet" },
      { mode: "port/mismatch", cause: "the service listens on another port than the proxy asks" },
    ],
    cause: "the proxy asks its upstream {address}, and nobody answers there",
    correctiveAction:
      "Read the log of the service behind the proxy; let it listen on 0.0.0.0 and on the port of the upstream's address.",
    source: "nginx.org/en/docs/http/ngx_http_upstream_module.html",
    example:
      '2024/01/18 15:36:46 [error] 29#29: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 10.1.1.1, upstream: "http://10.0.0.4:3000/"',
    nearMiss: "upstream 10.0.0.4:3000 is up",
  },
  {
    id: "heroku/slug-size",
    mode: "build/failed",
    meaning: "the slug is too large",
    pattern: /Compiled slug size: (?<size>\S+) is too large(?: \(max is (?<limit>[^)]+?)\.?\))?/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the slug has {size}, more than the limit {limit}",
    correctiveAction:
      "List what the service does not need in .slugignore, drop dependencies, or deploy a container.",
    source: "devcenter.heroku.com/articles/slug-size",
    example: " !     Compiled slug size: 602.2M is too large (max is 500M).",
    nearMiss: "Compiled slug size: 60.2M",
  },
  {
    id: "heroku/buildpack",
    mode: "build/failed",
    meaning: "no buildpack fits the repository",
    pattern:
      /App not compatible with buildpack: (?<name>\S+)|no Cedar-supported app detected|No such buildpack|Unable to detect (?:a )?supported (?:buildpack|language)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "the buildpack {name} does not find what it needs in the root of the repository",
    correctiveAction:
      "Commit the file by which the buildpack knows its language (requirements.txt, package.json, Gemfile) in the root, or set another buildpack.",
    source: "devcenter.heroku.com/articles/buildpacks#detection-failure",
    example: "App not compatible with buildpack: https://example.com/buildpacks/python.tgz",
    nearMiss: "buildpack: python",
  },
  {
    id: "heroku/rejected",
    mode: "build/failed",
    meaning: "the build ended with an error",
    pattern:
      /Push rejected, (?<text>failed to compile .+?)\.?$|Slug compilation failed(?:: (?<text2>.+))?|^\s*!\s+Push failed/,
    stage: "step",
    certainty: "open",
    decisive: false,
    asksFor: ["What does the build print before its end? Copy it from its first line."],
    cause: "Heroku rejected the push, since the build failed ({text})",
    correctiveAction: "Read the build's own lines before this one, and run the same command on your machine.",
    source: "devcenter.heroku.com/articles/git#deploy-your-code",
    example: " !     Push rejected, failed to compile Ruby app",
    nearMiss: "Verifying deploy... done.",
  },
  {
    id: "memory/limit",
    mode: "memory/exhausted",
    meaning: "the container used more memory than it may",
    pattern:
      /Memory limit of (?<limit>\S+(?: [MG]i?B)?) exceeded with (?<used>\S+(?: [MG]i?B)?) used|OutOfMemoryError: Container killed due to memory usage|Container killed due to memory usage/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    harmsLive: true,
    cause: "the container used more memory than its limit {limit}, and was ended",
    correctiveAction: "Raise the limit, or let the process use less: fewer workers, smaller batches.",
    source: "cloud.google.com/run/docs/configuring/memory-limits; docs.aws.amazon.com/AmazonECS",
    example: "Memory limit of 512 MiB exceeded with 516 MiB used. Consider increasing the memory limit",
    nearMiss: "the memory limit is 512 MiB",
  },
  {
    id: "cloud-run/port",
    mode: "port/none-open",
    meaning: "the platform finds no listener on the port that it gave",
    pattern:
      /[Ff]ailed to start and (?:then )?listen on the port defined\b(?: (?:provided )?by the\s+PORT=?(?<port>\d+)?)?|^(?:provided )?by the PORT=(?<port4>\d+) environment variable|[Ff]ailed to start and (?:then )?listen on the\s*$|^\s*port defined provided by the PORT=(?<port5>\d+)|didn't respond to HTTP pings on port: (?<port2>\d+)|failed to (?:start|listen) on (?:the )?PORT[= ](?<port3>\d+)/,
    stage: "port",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "process/exited", cause: "the process ended, or was not ready in time" }],
    cause: "nothing listened on port {port}, which the platform gave to the service, in time",
    correctiveAction:
      "Let the service listen on 0.0.0.0 and on the variable PORT, and read its own lines before this one.",
    source:
      "cloud.google.com/run/docs/troubleshooting#container-failed-to-start; learn.microsoft.com/azure/app-service",
    example:
      "The user-provided container failed to start and listen on the port defined provided by the PORT=8080 environment variable.",
    nearMiss: "listening on the port 8080",
  },
  {
    id: "kubernetes/not-scheduled",
    mode: "platform/cause-unknown",
    meaning: "the platform finds no room for the pod",
    pattern: /(?<!\d)\d+\/\d+ nodes are available: (?<text>.{1,160})|exceeded quota: (?<text2>.{1,160})/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "no node takes the pod: {text}",
    correctiveAction:
      "Ask for less memory or CPU, add a node, or correct the pod's selectors and tolerations.",
    source: "kubernetes.io/docs/concepts/scheduling-eviction",
    example: "0/3 nodes are available: 3 Insufficient memory.",
    nearMiss: "3/3 nodes are ready",
  },
];
