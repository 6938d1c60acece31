import type { Signature } from "../signature";

const row = { stage: "root", certainty: "possible", decisive: false } as const;

/** Lines of a language's own launcher, which says what it was given and cannot take. */
export const RUNTIME_LINES_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    certainty: "certain",
    id: "dotnet/framework",
    mode: "runtime/incompatible",
    meaning: "the image has not the .NET that the program was built for",
    pattern: /not possible to find any compatible framework version/,
    cause: "the image has no .NET runtime of the version that the program was built for",
    correctiveAction:
      "Take the image of the version that TargetFramework names (mcr.microsoft.com/dotnet/aspnet:8.0), or publish the program self-contained.",
    source: "learn.microsoft.com/dotnet/core/compatibility; dotnet/runtime: hostfxr",
    example: "It was not possible to find any compatible framework version",
    nearMiss: "Microsoft.NETCore.App 8.0.0",
  },
  {
    ...row,
    certainty: "certain",
    id: "node/bad-option",
    mode: "configuration/invalid",
    meaning: "Node is given an option that it does not have",
    pattern: /\bbad option: (?<name>-\S+)|(?<name2>-\S+) is not allowed in NODE_OPTIONS/,
    cause: "Node is given the option {name}, which its version does not have or not there",
    correctiveAction: "Take it out of the start command or NODE_OPTIONS, or take the Node that has it.",
    source: "nodejs.org/api/cli.html",
    example: "node: bad option: --experimental-strip-types",
    nearMiss: "node: option read",
  },
  {
    ...row,
    certainty: "certain",
    id: "python/no-file",
    mode: "import/missing-module",
    meaning: "Python is started with a file that is not there",
    pattern: /can't open file '(?<name>[^']+)': \[Errno 2\]/,
    competing: [{ mode: "configuration/invalid", cause: "the folder in which it is started is another one" }],
    cause: "the start command names {name}, which is not there",
    correctiveAction:
      "Correct the path in the start command, or copy the file into the image; a volume that is mounted over the folder hides it.",
    source: "docs.python.org/3/using/cmdline.html",
    example: "python: can't open file '/app/main.py': [Errno 2] No such file or directory",
    nearMiss: "python: can't open file 'app.py': [Errno 13] Permission denied",
  },
  {
    ...row,
    id: "process/signal-code",
    stage: "process",
    mode: "process/exception",
    meaning: "a process ended by the signal of a crash",
    pattern: /\b(?:was sent|exited with) (?:code|status):? ?(?<code>13[2456]|139)\b/,
    competing: [
      {
        mode: "process/wrong-architecture",
        cause: "a native package uses instructions that the processor does not have (132)",
      },
    ],
    cause:
      "the process crashed with {code}, which is 128 and a signal: 132 an illegal instruction (SIGILL), 134 an abort, 139 a segmentation fault, mostly of a native package",
    correctiveAction:
      "Take another version of the native package, or one that is built for this processor and C library; on 134 read the line before it.",
    source: "tldp.org/LDP/abs/html/exitcodes.html; man7.org: signal(7)",
    example: "[ERROR] Worker (pid:8) was sent code 132!",
    nearMiss: "[ERROR] Worker (pid:8) exited with code 3",
  },
  {
    ...row,
    id: "registry/denied",
    mode: "image/pull-failed",
    meaning: "the registry denies the image",
    pattern: /\bdenied: (?:requested access to the resource is denied|[\w ]{3,60}permission)/,
    cause: "the registry denies the image: its name is another one, or the login may not read or write it",
    correctiveAction:
      "Correct the image's name with its owner, log in (`docker login`), and give the token its scope.",
    source: "distribution/distribution: docs/spec/api (DENIED)",
    example: "denied: requested access to the resource is denied",
    nearMiss: "pushed: layer exists",
  },
  {
    ...row,
    id: "discord/token",
    mode: "configuration/missing-variable",
    meaning: "Discord refuses the bot's token",
    pattern:
      /\b[Dd]iscord\.[\w.]*LoginFailure|TOKEN_INVALID|\bTokenInvalid\b|An invalid token was provided|[Ii]mproper token has been passed/,
    competing: [{ mode: "configuration/invalid", cause: "the token is another one, or was reset" }],
    cause: "Discord refuses the bot's token: its variable is not set, or has an old one",
    correctiveAction:
      "Set the token of the application's page Bot (no client secret, and without quotes) under the name that the program reads.",
    source: "discord.js.org: TokenInvalid; discordpy.readthedocs.io: LoginFailure",
    example: "Error [TokenInvalid]: An invalid token was provided.",
    nearMiss: "the bot is logged in",
  },
  {
    ...row,
    certainty: "certain",
    id: "ruby/headers",
    mode: "build/failed",
    meaning: "Ruby's development files are not installed",
    pattern:
      /cannot load such file -- (?<name>mkmf|ruby\.h)\b|(?<name2>mkmf)\.rb can't find header files for ruby/,
    cause: "a gem's native part is built without Ruby's development files (mkmf, ruby.h)",
    correctiveAction:
      "Install them in the build (`apt-get install ruby-dev build-essential`; Alpine: `apk add ruby-dev build-base`), or take an image that has them (`ruby:3.3`).",
    source: "guides.rubygems.org/gems-with-extensions",
    example: "in `require': cannot load such file -- mkmf (LoadError)",
    nearMiss: "cannot load such file -- bootsnap/setup",
  },
  {
    ...row,
    id: "kernel/parameter",
    mode: "configuration/invalid",
    meaning: "a limit of the machine's kernel does not fit",
    pattern:
      /sysctl: (?:setting key|permission denied on key|cannot stat|error:)[ "']{1,3}(?<name>[\w./]+)|(?<name2>\b(?:vm|net|fs|kernel)\.[\w.]+) \[\d+\] (?:is|likely) too low/,
    cause: "the kernel's parameter {name} does not fit, which a container cannot set for itself",
    correctiveAction:
      "Set it on the machine (`sysctl -w {name}=…` and /etc/sysctl.d), by `sysctls:` where the runtime allows that key, or let the program do without.",
    source: "elastic.co: vm.max_map_count; docs.docker.com/reference/cli/docker/container/run/#sysctl",
    example: 'sysctl: setting key "net.core.somaxconn": Read-only file system',
    examples: ["max virtual memory areas vm.max_map_count [65530] is too low, increase to at least [262144]"],
    nearMiss: "vm.max_map_count = 262144",
  },
];
