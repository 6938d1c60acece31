import type { FaultyRepository, OpenRepository, SmallRepository } from "./repository";

type Files = SmallRepository["files"];

/** A program of Go on Fly, which asks it on 8080; its flag is at line 6. */
const GO = (flag: string, given = "", address = "*addr"): Files => ({
  "go.mod": "module app\n",
  "main.go": `package main\n\nimport ("flag"; "net/http")\n\nfunc main() {\n\t${flag}\n\tflag.Parse()\n\thttp.ListenAndServe(${address}, nil)\n}\n`,
  Dockerfile: `FROM golang:1.25\nCOPY . .\nRUN go build -o /app .\nCMD /app${given}\n`,
  "fly.toml": 'app = "heron"\n\n[http_service]\n  internal_port = 8080\n',
});
const ON_RENDER = (flag: string, start: string, port: string): Files => ({
  ...Object.fromEntries(Object.entries(GO(flag)).filter(([name]) => !/^(?:Dockerfile|fly)/.test(name))),
  "render.yaml": `services:\n  - type: web\n    name: heron\n    runtime: go\n    plan: starter\n    buildCommand: go build -o app .\n    startCommand: ${start}\n    healthCheckPath: /\n    envVars:\n      - key: PORT\n        value: "${port}"\n`,
});
const ALL = 'addr := flag.String("addr", ":8080", "where it listens")';
const OWN = 'addr := flag.String("addr", "localhost:8080", "where it listens")';

/** A program whose port and host are flags of their own, with the address as it is put together of them. */
const PARTS = (flags: string, address: string, given = ""): Files => GO(flags, given, address);
const PORT = 'port := flag.Int("port", 8080, "")';
const OTHER_PORT = 'port := flag.Int("port", 4000, "")';
const HOST = 'host := flag.String("host", "127.0.0.1", "")';
const SPRINTF = 'fmt.Sprintf(":%d", *port)';

/** Written before flags of a port or a host alone were read. */
const FAULTY_PARTS: readonly (readonly [string, string, Files])[] = [
  ["a port of its own", "port/agreement main.go:6", PARTS(OTHER_PORT, SPRINTF)],
  ["a port by strconv", "port/agreement main.go:6", PARTS(OTHER_PORT, '":" + strconv.Itoa(*port)')],
  [
    "a port into a field",
    "port/agreement main.go:6",
    PARTS('flag.IntVar(&cfg.port, "port", 4000, "")', 'fmt.Sprintf(":%d", cfg.port)'),
  ],
  [
    "a port of pflag",
    "port/agreement main.go:6",
    PARTS('port := pflag.IntP("port", "p", 4000, "")', SPRINTF),
  ],
  ["a port in the command", "port/agreement Dockerfile:4", PARTS(PORT, SPRINTF, " -port 4000")],
  [
    "a host of its own",
    "service/loopback-bind main.go:6",
    PARTS(`${PORT}; ${HOST}`, 'fmt.Sprintf("%s:%d", *host, *port)'),
  ],
  [
    "a host of its own, joined",
    "service/loopback-bind main.go:6",
    PARTS(`${PORT}; ${HOST}`, "net.JoinHostPort(*host, strconv.Itoa(*port))"),
  ],
  ["a host beside PORT", "service/loopback-bind main.go:6", PARTS(HOST, '*host + ":" + os.Getenv("PORT")')],
  [
    "loopback before a port",
    "service/loopback-bind main.go:8",
    PARTS(PORT, 'fmt.Sprintf("127.0.0.1:%d", *port)'),
  ],
];

const SOUND_PARTS: readonly (readonly [string, Files])[] = [
  ["the platform's port alone", PARTS(PORT, SPRINTF)],
  ["a port that the command gives", PARTS(OTHER_PORT, SPRINTF, " -port=8080")],
  [
    "a host that the command gives",
    PARTS(`${PORT}; ${HOST}`, 'fmt.Sprintf("%s:%d", *host, *port)', " --host 0.0.0.0"),
  ],
  [
    "a port that is given again",
    PARTS(`${OTHER_PORT}; if p := os.Getenv("PORT"); p != "" { *port, _ = strconv.Atoi(p) }`, SPRINTF),
  ],
  ["a port of something else", PARTS('metrics := flag.Int("metrics", 9100, "")', '":8080"')],
];

/** Written before flags of Go were read. */
export const FAULTY_FLAGS: readonly FaultyRepository[] = [
  ["another port", "port/agreement main.go:6", GO('addr := flag.String("addr", ":3000", "")')],
  ["loopback", "service/loopback-bind main.go:6", GO(OWN)],
  [
    "loopback into a variable",
    "service/loopback-bind main.go:6",
    GO('var addr string; flag.StringVar(&addr, "listen", "127.0.0.1:8080", "")', "", "addr"),
  ],
  ["loopback in the command", "service/loopback-bind Dockerfile:4", GO(ALL, " -addr=127.0.0.1:8080")],
  ["another port in the command", "port/agreement Dockerfile:4", GO(ALL, " --addr :3000")],
  ["another port than PORT", "port/agreement main.go:6", ON_RENDER(ALL, "./app", "10000")],
  ...FAULTY_PARTS,
].map(([name, finds, files]) => ({
  name: `flag of Go: ${name as string}`,
  finds: [finds as string],
  files: files as Files,
}));

export const SOUND_FLAGS: readonly SmallRepository[] = [
  ["the platform's port", GO(ALL)],
  ["replaced by the command", GO(OWN, " -addr 0.0.0.0:8080")],
  ["PORT in the command", ON_RENDER(OWN, "./app --addr=:$PORT", "10000")],
  [
    "a default of the environment",
    ON_RENDER('addr := flag.String("addr", os.Getenv("ADDR"), "")', "./app", "10000"),
  ],
  [
    "of something else",
    GO('addr := flag.String("addr", ":8080", ""); _ = flag.String("db", "localhost:5432", "")'),
  ],
  ...SOUND_PARTS,
].map(([name, files]) => ({ name: `flag of Go: ${name as string}`, files: files as Files }));

export const OPEN_FLAGS: readonly OpenRepository[] = [
  {
    name: "flag of Go: words that only the shell knows",
    undecidedAt: "main.go:6",
    files: GO(OWN, " $ARGUMENTS"),
  },
  {
    name: "flag of Go: a port with words that only the shell knows",
    undecidedAt: "main.go:6",
    files: PARTS(PORT, SPRINTF, " $ARGUMENTS"),
  },
  {
    name: "address of Go: parts that are not followed",
    undecidedAt: "main.go:8",
    files: PARTS("cfg := load()", "net.JoinHostPort(cfg.Host, cfg.Port)"),
  },
];
