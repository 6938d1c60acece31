// Longer than 200 lines: a table of rows.
import type { Signature } from "../signature";

/** What the tools of Go, Rust, images, and platforms say. */
export const GO_RUST_IMAGE_TOOLS_SIGNATURES: readonly Signature[] = [
  {
    id: "go/no-module-file",
    mode: "build/failed",
    meaning: "the folder has no go.mod",
    pattern:
      /go\.mod file not found in current directory|cannot find main module|no Go files in (?<name>\S+)|(?<!\S)(?<name2>\S+) is not in (?:std|GOROOT)/,
    stage: "root",
    certainty: "certain",
    decidesUnnamed: true,
    decisive: false,
    cause: "Go does not find go.mod, or a package of the module, in the folder where it builds: {name}",
    correctiveAction:
      "Correct the root directory, copy go.mod and the package's folder into the image, and write the import with the module's path.",
    source: "go.dev/ref/mod",
    example: "go: go.mod file not found in current directory or any parent directory; see 'go help modules'",
    nearMiss: "found go.mod",
  },
  {
    id: "go/vendor",
    mode: "build/failed",
    meaning: "the vendor folder does not fit go.mod",
    pattern:
      /inconsistent vendoring|updates to go\.(?:mod|sum) needed|^SECURITY ERROR$|^SECURITY ERROR\b.*go\.sum|verifying \S+@\S+: checksum mismatch/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "go.mod, go.sum and the vendor folder do not fit each other, or a module's checksum differs",
    correctiveAction: "Run `go mod tidy` (and `go mod vendor`), and commit go.mod, go.sum and the folder.",
    source: "go.dev/ref/mod#vendoring",
    example: "go: inconsistent vendoring in /app:",
    nearMiss: "go: vendoring is consistent",
  },
  {
    id: "go/no-compiler",
    mode: "build/failed",
    meaning: "cgo has no C compiler",
    pattern: /cgo: C compiler "(?<name>[^"]+)" not found|requires cgo to work/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "a package needs cgo, and the build has it off or has no C compiler",
    correctiveAction:
      "Install gcc and the C library's headers in the build stage and set CGO_ENABLED=1, or take a package without C.",
    source: "pkg.go.dev/cmd/cgo",
    example: 'cgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH',
    nearMiss: "cgo is on",
  },
  {
    id: "pq/no-tls",
    mode: "database/tls-required",
    meaning: "the server has no TLS",
    pattern: /SSL is not enabled on the server/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the client asks for TLS, and the server does not offer it (SSL is not enabled)",
    correctiveAction:
      "Set `sslmode=disable` for a server inside the private network, or switch TLS on at the server.",
    source: "pkg.go.dev/github.com/lib/pq",
    example: "pq: SSL is not enabled on the server",
    nearMiss: "SSL is enabled on the server",
  },
  {
    id: "go/address",
    mode: "configuration/invalid",
    meaning: "the address to listen on is not one",
    pattern:
      /missing port in address|too many colons in address|address \S+: (?:invalid|unknown) port|listen tcp: lookup/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the address that the program listens on has no port in the form that Go takes",
    correctiveAction: 'Write `":" + os.Getenv("PORT")`, or `0.0.0.0:PORT`.',
    source: "pkg.go.dev/net#Listen",
    example: "listen tcp: address 8080: missing port in address",
    nearMiss: "listening on :8080",
  },
  {
    id: "go/time-zone",
    mode: "import/missing-library",
    meaning: "the image has no time zones",
    pattern:
      /unknown time zone (?<name>\S+)|No time zone found with key (?<name2>\S+)|ZoneInfoNotFoundError|TimeZoneNotFoundException|The time zone ID '(?<name3>[^']+)' was not found/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the image has no data of time zones: {name}",
    correctiveAction:
      'Install tzdata in the last stage (`apk add tzdata`), or build it in (`import _ "time/tzdata"`; Python\'s package tzdata).',
    source: "pkg.go.dev/time#LoadLocation",
    example: "panic: unknown time zone Europe/Berlin",
    nearMiss: "time zone Europe/Berlin",
  },
  {
    id: "migrate/no-source",
    mode: "migration/failed",
    meaning: "the migrations are not in the image",
    pattern:
      /failed to open source,? "?file:\/\/|first (?:\.|\S+): file does not exist|no migration files? found|Migrations? (?:directory|folder) .{0,80}(?:not found|does not exist)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "the tool finds no migrations: their folder is not in the image, or the path is from another folder",
    correctiveAction:
      "Copy the folder of migrations into the last stage of the image, and give its whole path.",
    source: "github.com/golang-migrate/migrate",
    example: 'failed to open source, "file://migrations": open .: no such file or directory',
    nearMiss: "source opened",
  },
  {
    id: "rust/build-needs",
    mode: "build/failed",
    meaning: "a crate's build needs a program",
    pattern:
      /Could not find `(?<name>[\w-]+)` installation|is `(?<name2>[\w-]+)` not installed\?|Could not find directory of OpenSSL|Unable to find libclang|The pkg-config command could not be (?:found|run)|linker `(?<name3>[^`]+)` not found|failed to find tool\.? .{0,40}"(?<name4>[\w-]+)"/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the build of a crate needs what the image does not have: {name}",
    correctiveAction:
      "Install it in the build stage (`protobuf-compiler`, `pkg-config`, `libssl-dev`, `clang`, `build-essential`).",
    source: "doc.rust-lang.org/cargo/reference/build-scripts.html",
    example:
      'Error: Custom { kind: NotFound, error: "Could not find `protoc` installation and this build crate cannot proceed without this knowledge." }',
    nearMiss: "protoc found",
  },
  {
    id: "apt/repository",
    mode: "build/failed",
    meaning: "apt does not trust or find a repository",
    pattern:
      /The repository '(?<name>[^']+)' (?:is not signed|is no longer signed|does not have a Release file|no longer has)|NO_PUBKEY|Release file for \S+ is (?:not valid yet|expired)|Failed to fetch (?<name2>http\S+)|Hash Sum mismatch/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "apt cannot use a repository of packages: {name}",
    correctiveAction:
      "Take an image of a distribution that is still kept, or add the repository's key; run `apt-get update` in the same RUN as the installation.",
    source: "wiki.debian.org/SecureApt",
    example: "E: The repository 'https://deb.example.com stable InRelease' is not signed.",
    nearMiss: "the repository is signed",
  },
  {
    id: "env/no-program",
    mode: "process/command-not-found",
    meaning: "env finds no such program",
    pattern:
      /env: (?:can't execute|cannot execute|unrecognized option) ?'?(?<name>[^':]+)|env: ‘?'?(?<name2>[^'’:]+)'?’?: No such file/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "the script's first line names a program that the image does not have: {name} (a carriage return at its end is of Windows line ends)",
    correctiveAction:
      "Install the program in the image (Alpine has no bash), or write the script with Unix line ends and a first line that is there.",
    source: "man7.org/linux/man-pages/man1/env.1.html",
    example: "env: can't execute 'bash': No such file or directory",
    nearMiss: "env: bash is there",
  },
  {
    id: "heroku/no-process-types",
    mode: "configuration/invalid",
    meaning: "the Procfile names no process",
    pattern:
      /No process types found|No Procfile and no package\.json file|process type \S+ (?:is )?not (?:found|defined)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the platform finds no process to start: the Procfile is missing, empty, or in another folder",
    correctiveAction: "Write a Procfile with `web: COMMAND` in the root of what is deployed.",
    source: "devcenter.heroku.com/articles/procfile",
    example: "Error: No process types found. Check your Procfile",
    nearMiss: "process types: web",
  },
  {
    id: "git/submodule",
    mode: "build/failed",
    meaning: "a part of the repository cannot be fetched",
    pattern:
      /clone of '(?<name>[^']+)' into submodule path|over its data quota|Smudge error|git-lfs: command not found|No url found for submodule path '(?<name2>[^']+)'|Host key verification failed|remote: Repository not found|Permission denied \(publickey\)|could not read Username for/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "git cannot fetch a part of the code: a submodule, a private repository, or a file of LFS ({name})",
    correctiveAction:
      "Give the platform access to that repository (a deploy key, or an HTTPS address), or commit the files themselves; look at the quota of LFS.",
    source:
      "git-scm.com/docs/git-submodule; docs.github.com/billing/managing-billing-for-git-large-file-storage",
    example: "fatal: clone of 'git@github.com:acme/lib.git' into submodule path '/app/lib' failed",
    nearMiss: "submodule path lib: checked out",
  },
  {
    id: "fly/no-volume",
    mode: "configuration/invalid",
    meaning: "the volume is not there",
    pattern:
      /No unattached volume named "(?<name>[^"]+)"|needs? volumes with name '?(?<name2>\w+)|volume named '?(?<name3>\w+)'? (?:not found|does not exist)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "fly.toml mounts a volume that is not free in that region: {name}",
    correctiveAction:
      "Create it (`fly volumes create NAME --region REGION`), one for each machine, or run one machine.",
    source: "fly.io/docs/volumes",
    example: 'Error: No unattached volume named "data" in region "ams"',
    nearMiss: "volume named data is attached",
  },
  {
    id: "vercel/no-output",
    mode: "build/failed",
    meaning: "the folder to publish is not there",
    pattern:
      /No Output Directory named "(?<name>[^"]+)" found|Deploy directory '(?<name2>[^']+)' does not exist/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "the folder that is to be published is not there after the build: {name}",
    correctiveAction: "Set the folder to the one that the build writes (dist, build, out).",
    source: "vercel.com/docs/deployments/configure-a-build",
    example: 'Error: No Output Directory named "public" found after the Build completed.',
    nearMiss: "Output Directory public",
  },
  {
    id: "docker/reference",
    mode: "build/failed",
    meaning: "Docker does not take the name of an image",
    pattern:
      /Error parsing reference: "(?<name>[^"]+)" is not a valid repository\/tag|failed to parse (?:stage name|platform|reference) "(?<name2>[^"]*)"/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [
      { mode: "runtime/incompatible", cause: "the Docker of the build is too old for `FROM … AS name`" },
    ],
    cause: "the name of an image is none that this Docker takes: {name}",
    correctiveAction:
      "Correct the name after FROM (an empty build argument leaves one out); a stage's name needs Docker 17.05 or later.",
    source: "docs.docker.com/reference/dockerfile/#from",
    example: 'Error parsing reference: "ubuntu:16.04 as builder" is not a valid repository/tag',
    nearMiss: "the reference ubuntu:16.04 was resolved",
  },
];
