import { type Fact, known, type PeerFact, unknown } from "../../domain";
import { type Cases, environment, here, start, variable } from "./facts";

const peer = (hostName: string, ...ports: readonly string[]): PeerFact => ({
  kind: "peer",
  place: here,
  platform: "render",
  hostName,
  ports: ports.length > 0 ? known(ports.map((text) => ({ place: here, text }))) : unknown("no place says it"),
});
const api = peer("api", "8000");
const hidden = (name: string): Fact => ({
  kind: "variable",
  place: here,
  name,
  value: unknown("known after the deploy"),
  secret: true,
});
const filledIn = (name: string, takenFrom: string): Fact => ({
  ...hidden(name),
  ...(name !== "" && { takenFrom }),
});
const published: Fact = {
  kind: "published-peer",
  place: here,
  hostName: "db",
  published: "5433",
  target: "5432",
};
const error = (name: string, got: string) => [
  `error test: port of api in ${name}: expected 8000, on which api listens, got ${got}. Write 8000, or let api listen on ${got}.`,
];
const warning = (name: string, got: string) => [
  `warning test: port of api in ${name}: expected 8000, on which api listens, got ${got}. Write 8000, unless api listens on ${got} too.`,
];

const files = (...names: readonly string[]): Fact => ({
  kind: "secret-files",
  place: here,
  names: known(names),
});
const CA = "postgresql://u@db.example.org/app?sslmode=verify-full&sslrootcert=";

/** What a service's variables say of the ports of the services beside it. */
export const PEER_CASES: Cases = {
  "port/peer-mismatch": [
    ["a container's port", [published, variable("DB_URL", "postgresql://a:b@db:5432/c")], undefined],
    ["a published port", [published, variable("DB_URL", "postgresql://a:b@db:5433/c")], /^5433, under/],
    ["the peer's port", [api, variable("API_URL", "http://api:8000")], undefined],
    ["a sentence", [api, variable("API_HELP", "See http://api:1234 in the docs")], undefined],
    ["the peer's port with a path", [api, variable("API_URL", "http://api:8000/v1?x=1")], undefined],
    ["the name that Render shows", [api, variable("API_URL", "http://api-7k2p:8000")], undefined],
    ["host and port alone", [api, variable("API_ADDR", "api:8000")], undefined],
    ["parts", [api, variable("API_HOST", "api"), variable("API_PORT", "8000")], undefined],
    ["one of several ports", [peer("api", "8000", "9090"), variable("API_METRICS", "api:9090")], undefined],
    ["a public address", [api, variable("API_URL", "https://api.onrender.com")], undefined],
    ["a public address with a port", [api, variable("API_URL", "https://api.acme.com:8443")], undefined],
    ["another host of one label", [api, variable("CACHE_URL", "redis://red-abc123:6379")], undefined],
    ["a host that only begins so", [api, variable("X_URL", "http://apigateway:9000")], undefined],
    ["a longer name", [api, variable("X_URL", "http://api-gateway:9000")], undefined],
    ["an image with a tag", [api, variable("IMAGE", "registry.acme.com/api:9000")], undefined],
    ["a name that is no address", [api, variable("SERVICE_NAME", "api")], undefined],
    ["a time", [api, variable("AT", "10:30")], undefined],
    ["its own PORT beside a HOST", [api, variable("HOST", "api"), variable("PORT", "9000")], "unknown"],
    ["no other service", [variable("API_URL", "http://api:8001")], undefined],
    ["a developer's machine", [api, environment("local"), variable("API_URL", "http://api:8001")], undefined],
    ["a peer whose port is not known", [peer("api"), variable("API_URL", "http://api:8001")], "unknown"],
    ["a host without its port", [api, variable("API_URL", "http://api")], "unknown"],
    ["a service that may be another's", [api, variable("X_URL", "http://api-auth:9000")], "unknown"],
    ["a value that is not known", [api, hidden("API_URL")], "unknown"],
    ["a port that is not known", [api, variable("API_HOST", "api"), hidden("API_PORT")], "unknown"],
    ["host and port that Render fills in", [api, filledIn("API_URL", "service api hostport")], undefined],
    [
      "parts that Render fills in",
      [api, filledIn("API_HOST", "service api host"), filledIn("API_PORT", "service api port")],
      undefined,
    ],
    [
      "a port beside the host that Render fills in",
      [api, filledIn("API_HOST", "service api host"), variable("API_PORT", "8000")],
      undefined,
    ],
    [
      "no port beside the host that Render fills in",
      [api, filledIn("API_HOST", "service api host")],
      "unknown",
    ],
    ["another variable of a service", [api, filledIn("API_URL", "service api connectionString")], "unknown"],
    ["the peer's port in JSON", [api, variable("CONF", '{ "a": "http://api:8000/v1" }')], undefined],
    ["a time in JSON", [api, variable("CONF", '{ "at": "api:9000" }')], undefined],
    ["another secret that is not known", [api, hidden("JWT_SECRET")], undefined],
    ["a URL", [api, variable("API_URL", "http://api:8001")], error("API_URL", "8001")],
    ["Render's name", [api, variable("API_URL", "http://api-7k2p:10000")], error("API_URL", "10000")],
    [
      "parts of which one is wrong",
      [api, variable("API_HOST", "api"), variable("API_PORT", "1")],
      error("API_PORT", "1"),
    ],
    [
      "another port beside the host that Render fills in",
      [api, filledIn("API_HOST", "service api host"), variable("API_PORT", "8002")],
      error("API_PORT", "8002"),
    ],
    [
      "one in JSON",
      [api, variable("CONF", '{ "a": { "url": "http://api:8002/v1" }, "b": ["http://other:1"] }')],
      warning("CONF", "8002"),
    ],
    ["one of a list", [api, variable("BACKENDS", "api:8000,api:8002")], warning("BACKENDS", "8002")],
    [
      "what may be a second listener",
      [api, variable("API_WS_URL", "ws://api:8001")],
      warning("API_WS_URL", "8001"),
    ],
  ],
  "environment/missing-file": [
    ["the file", [files("ca.crt"), variable("PGSSLROOTCERT", "/etc/secrets/ca.crt")], undefined],
    ["a file of another folder", [files("ca.crt"), variable("A", "/app/certs/cb.crt")], undefined],
    ["the folder", [files("ca.crt"), variable("SECRETS_DIR", "/etc/secrets/")], undefined],
    ["files of a pattern", [files("ca.crt"), start("cat /etc/secrets/cb* && node a.js")], undefined],
    [
      "a file that the command can do without",
      [files(".env"), start("[ -f /etc/secrets/.enw ] && . /etc/secrets/.enw; node a.js")],
      undefined,
    ],
    ...(["conf/web.env", undefined] as const).map((elsewhere): Cases[string][number] => [
      `an env file of compose that is ${elsewhere === undefined ? "nowhere" : "in another folder"}`,
      [
        {
          kind: "missing-file",
          place: { source: "file", file: "compose.yaml", line: 4, column: 5 },
          file: "config/web.env",
          command: "env_file",
          elsewhere,
          by: "compose file",
          isEnvFile: true,
        },
      ],
      [
        `error compose.yaml:4:5: the file of \`env_file\`: expected config/web.env, got none. ${
          elsewhere === undefined
            ? "Commit config/web.env, let git ignore it, or say `required: false`."
            : "Name conf/web.env, which is there."
        }`,
      ],
    ]),
    ["nothing of the files", [variable("PGSSLROOTCERT", "/etc/secrets/ca.crt")], undefined],
    [
      "a misspelt file",
      [files("supabase-ca.crt"), variable("PGSSLROOTCERT", "/etc/secrets/supabase_ca.crt")],
      [
        "error test: secret file in PGSSLROOTCERT: expected /etc/secrets/supabase-ca.crt, got /etc/secrets/supabase_ca.crt. Write supabase-ca.crt, or call the file supabase_ca.crt.",
      ],
    ],
    [
      "an encoded one in a URL",
      [files("root.crt"), variable("DATABASE_URL", `${CA}%2Fetc%2Fsecrets%2FRoot.crt`)],
      [
        "error test: secret file in DATABASE_URL: expected /etc/secrets/root.crt, got /etc/secrets/Root.crt. Write root.crt, or call the file Root.crt.",
      ],
    ],
    ...(
      [
        ["server.crt", "server.key"],
        ["client-cert.pem", "client-key.pem"],
        ["firebase-dev.json", "firebase-prod.json"],
        ["key1.pem", "key2.pem"],
        ["service-account-a.json", "service-account-b.json"],
      ] as const
    ).map(
      ([declared, named]) =>
        [
          `${named} beside ${declared}`,
          [files(declared), variable("A", `/etc/secrets/${named}`)],
          "unknown",
        ] as const,
    ),
    ["a folder that ends so", [files("ca.crt"), variable("A", "/app/etc/secrets/CA.crt")], undefined],
    [
      "a file without which the command goes on",
      [files("app.env"), start(". /etc/secrets/App.env || true; node a.js")],
      undefined,
    ],
    [
      "a file that the command makes",
      [files("app.env"), start('echo "$A" > /etc/secrets/App.env && node a.js')],
      undefined,
    ],
    [
      "a misspelt one in the start command",
      [files("backend.env"), start(". /etc/secrets/bakend.env && exec uvicorn main:app")],
      [
        "error test: secret file in start command: expected /etc/secrets/backend.env, got /etc/secrets/bakend.env. Write backend.env, or call the file bakend.env.",
      ],
    ],
    ["a file that a person may have typed", [files(), variable("A", "/etc/secrets/ca.crt")], "unknown"],
    [
      "files that are not known",
      [
        { kind: "secret-files", place: here, names: unknown("known only after the deployment") },
        variable("A", "/etc/secrets/ca.crt"),
      ],
      "unknown",
    ],
  ],
};
