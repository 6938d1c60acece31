import type { Signature } from "../signature";

/** Lines whose form says more than their words: who imports what, which page, whose timeout. */
export const STRUCTURAL_SIGNATURES: readonly Signature[] = [
  {
    id: "bundler/imported-by",
    mode: "build/failed",
    meaning: "a file that the code imports is not there",
    pattern: /[Cc]ould not (?:load|resolve|find) ['"]?(?<name>[^\s'"]+)['"]? \(imported by (?<by>[^)?]+)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "{by} imports {name}, which is not there: not committed, named otherwise (on Linux the letters' case counts), or not copied",
    correctiveAction: "Correct the import in {by}, or commit {name} under exactly that name.",
    source: "rollup/rollup: src/utils/logs.ts; vitejs/vite: the plugin vite:load-fallback",
    example: "[vite:load-fallback] Could not load /app/src/Item.vue (imported by src/Article.vue): ENOENT",
    nearMiss: "Could not load the page",
  },
  {
    id: "next/page-timeout",
    mode: "build/failed",
    meaning: "a page is not built in its time",
    pattern: /(?:Collecting page data|[Ss]tatic page generation) for (?<name>\S+) is still timing out/,
    stage: "step",
    certainty: "possible",
    decisive: false,
    cause:
      "the page {name} is not built in Next.js's time: what it asks for in the build is slow or cannot be reached",
    correctiveAction:
      "Let the page be rendered when it is asked for, make what it fetches reachable from the build, or raise `staticPageGenerationTimeout`.",
    source: "nextjs.org/docs/messages/page-data-collection-timeout",
    example: "Error: Collecting page data for /blog is still timing out after 2 attempts.",
    nearMiss: "Collecting page data",
  },
  {
    id: "erlang/boot-file",
    mode: "configuration/invalid",
    meaning: "the release's boot file cannot be read",
    pattern: /cannot get bootfile','(?<name>[^']+)'/,
    stage: "root",
    certainty: "possible",
    competing: [
      { mode: "runtime/incompatible", cause: "the release was made for another Erlang or C library" },
    ],
    decisive: true,
    cause: "Erlang finds no boot file {name}: the release is not whole, or is started in another folder",
    correctiveAction:
      "Copy the whole release (`_build/prod/rel/NAME`) into the image, and start it by its own script in bin/.",
    source: "erlang/otp: erts/preloaded/src/init.erl",
    example: "Runtime terminating during boot ({'cannot get bootfile','/app/bin/start.boot'})",
    nearMiss: "Runtime terminating",
  },
  {
    id: "mongo/timeout",
    mode: "database/timeout",
    meaning: "an open connection to MongoDB gets no answer in time",
    pattern: /MongoNetworkTimeoutError|Mongo\w*Error: (?:connection|[Ss]ocket|Operation) .{0,120}timed out/,
    stage: "root",
    certainty: "possible",
    competing: [{ mode: "database/refused", cause: "no MongoDB answers at that address" }],
    decisive: false,
    cause: "a connection to MongoDB gets no answer in the client's time",
    correctiveAction:
      "Look whether the server answers and what takes long; raise `socketTimeoutMS`, and handle the client's error event.",
    source: "mongodb/node-mongodb-native: src/error.ts",
    example: "MongoError: connection 13 to db.example.com:27017 timed out",
    nearMiss: "MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017",
  },
  {
    id: "go/constraints",
    mode: "build/failed",
    meaning: "no file of a Go package is for this build",
    pattern: /build constraints exclude all Go files/,
    stage: "root",
    certainty: "possible",
    competing: [{ mode: "runtime/incompatible", cause: "the package needs a newer Go than the image's" }],
    decisive: false,
    cause:
      "every file of a Go package is excluded from this build: cgo is off, the platform is another one, or Go is too old for it",
    correctiveAction:
      "Set CGO_ENABLED=1 and install gcc in the build stage, build for the right GOOS and GOARCH, or take a newer golang image.",
    source: "pkg.go.dev/cmd/go#hdr-Build_constraints",
    example: "imports example.com/cgo: build constraints exclude all Go files in /go/src/example.com/cgo",
    nearMiss: "build constraints hold",
  },
  {
    id: "go/vendor-package",
    mode: "build/failed",
    meaning: "a folder of packages lacks one that the code imports",
    pattern: /: cannot find package "\." in:$/,
    stage: "root",
    certainty: "possible",
    competing: [
      { mode: "runtime/incompatible", cause: "the package is of a newer Go's own library than the image's" },
    ],
    decisive: false,
    cause: "a package is imported that is in no vendor folder and in no library of this Go",
    correctiveAction:
      "Take a newer golang image where the package is one of Go's own, or run `go mod vendor` and commit what it writes.",
    source: "golang/go: src/cmd/go/internal/modload",
    example: 'vendor/example.com/netutil/netutil.go:6:2: cannot find package "." in:',
    nearMiss: 'main.go:4:2: cannot find package "example.com/api" in any of:',
  },
  {
    id: "ipv6/no-way",
    mode: "database/ipv6-unreachable",
    meaning: "there is no way to a database's IPv6 address",
    pattern:
      /(?:dial tcp \[|\(|EHOSTUNREACH )(?<host>(?:[0-9a-f]{1,4}:){3,}[0-9a-f:]*)\b.{0,40}?(?:no route to host|cannot assign requested address|EHOSTUNREACH)|EHOSTUNREACH (?<host2>(?:[0-9a-f]{1,4}:){3,}[0-9a-f:]*)/i,
    stage: "root",
    certainty: "possible",
    competing: [{ mode: "database/refused", cause: "the server, or the way to it, was down for a while" }],
    decisive: false,
    cause: "the database's host has the IPv6 address {host}, and this network has no way to IPv6",
    correctiveAction:
      "Take a host that has an IPv4 address: of Supabase the session pooler's host and user, from its dashboard (Connect).",
    rule: "database/ipv6-only-host",
    source: "supabase/cli#3318; connect(2): EHOSTUNREACH",
    example: "dial tcp [2406:da14:271:9903:c1bf:5f4c:ff8a:9e0c]:5432: connect: no route to host",
    nearMiss: "dial tcp 10.0.0.4:5432: connect: no route to host",
  },
  {
    id: "host/undefined",
    mode: "configuration/missing-variable",
    meaning: "a host that is connected to has no value",
    pattern:
      /\b(?:[Cc]onnect(?:ing|ion)? (?:to|at)|ENOTFOUND|lookup|ECONNREFUSED|(?<!^ *)host(?:name)?:?) ['"`]?(?<what>undefined|null|None|nil)['"`]?(?::(?<port>\d+)|\b)/,
    stage: "root",
    certainty: "possible",
    competing: [
      {
        mode: "configuration/invalid",
        cause: "the variable is set under another name than the program reads",
      },
    ],
    decisive: false,
    cause: "the program connects to a host that is {what}: the variable that names it is not set",
    correctiveAction:
      "Set the variable of that host (such as SMTP_HOST or DB_HOST) in that environment, under the name that the program reads.",
    source: "Infisical/infisical#2343; nodejs/node: lib/net.js",
    example: "SMTP - Failed to connect to undefined:587",
    nearMiss: "connected to null-island.example.com",
  },
  {
    id: "database-log/password",
    speaker: "database",
    mode: "database/credentials",
    meaning: "a database's own log says that it refuses a login",
    pattern: /\[\d+\](?:-\d+)? .{0,60}FATAL: +password authentication failed for user "(?<name>[^"]+)"/,
    stage: "root",
    certainty: "open",
    asksFor: ["Whose login is it? The service's own log says whether it is the service's."],
    decisive: false,
    cause:
      "some client logs in as {name} with another password than the database has; a volume keeps the password that it was made with",
    correctiveAction:
      "Give the client the password that the database has, change the role's (`ALTER ROLE … PASSWORD`), or make the volume again.",
    source: "postgres/postgres: src/backend/libpq/auth.c",
    example: '2022-07-25 22:47:49.020 UTC [20] FATAL:  password authentication failed for user "postgres"',
    nearMiss: "FATAL:  the database system is starting up",
  },
];
