import assert from "node:assert/strict";
import path from "node:path";
import { type ConnectionUrl, parseConnectionUrl, targetsOf, URLLIB } from "../../../domain";
import { virtualEnvironment } from "../../../rehearsal/virtual-environment";
import { cacheDirectory } from "../../../system";
import { askPython, type Reading, runPython, sample } from "./oracle";

/** The reading of asyncpg's parts: the authority as urlparse cuts it, each part unquoted once, a strict query. */
const URLPARSE = `
import json, sys, urllib.parse as u
def read(text):
    try:
        parts = u.urlparse(text)
        query = u.parse_qs(parts.query, strict_parsing=True) if parts.query else {}
    except ValueError:
        return None
    before, at, after = parts.netloc.partition("@")
    auth, hosts = (before, after) if at else ("", before)
    user, _, password = auth.partition(":")
    names, ports = [], []
    for spec in hosts.split(","):
        if spec.startswith("["):
            name, _, rest = spec[1:].partition("]")
            port = rest[1:]
        else:
            name, _, port = spec.partition(":")
        names.append(u.unquote(name))
        ports.append(u.unquote(port))
    return {"user": u.unquote(user), "password": u.unquote(password), "hosts": ",".join(names), "ports": ",".join(ports),
            "database": u.unquote(parts.path[1:]), "parameters": {key: values[-1] for key, values in query.items()}}
print(json.dumps([read(text) for text in json.load(sys.stdin)]))
`;

/** The targets as asyncpg's own code finds them, in the virtual environment of the rehearsed service. */
const ASYNCPG = `
import json, os, sys
for name in [name for name in os.environ if name.startswith("PG")]:
    del os.environ[name]
os.environ["USER"] = os.environ["LOGNAME"] = "nobody-in-the-url"
from asyncpg import connect_utils
import inspect
arguments = dict.fromkeys(inspect.signature(connect_utils._parse_connect_dsn_and_args).parameters)
def read(text):
    try:
        addresses, parameters = connect_utils._parse_connect_dsn_and_args(**{**arguments, "dsn": text, "direct_tls": False})[:2]
    except Exception:
        return None
    if any(isinstance(address, str) for address in addresses):
        return {"socket": True}
    default = parameters.user == "nobody-in-the-url"
    return {"socket": False, "addresses": addresses, "user": "" if default else parameters.user,
            "database": "" if parameters.database == parameters.user else parameters.database}
print(json.dumps([read(text) for text in json.load(sys.stdin)]))
`;

/** What asyncpg itself answers; null where it refuses. A socket's folder is not compared. */
type Found = {
  readonly socket: boolean;
  readonly addresses: readonly (readonly [string, number])[];
  readonly user: string;
  readonly database: string;
} | null;

const HOSTS = ["", "h1", "h1:1", "h1,h2:2", "[::1]:3"];
const QUERIES = [
  "",
  "?host=x",
  "?port=7",
  "?host=x&port=7",
  "?user=z",
  "?host=a,b&port=1,2",
  "?host=[2001:db8::1234],[::1]",
  "?host=[::1]:3,h2",
  "?sslmode=require&k=v",
];

const url = (text: string) => parseConnectionUrl(text, URLLIB);

describe("connection URLs, read as asyncpg does", () => {
  it("agree with Python's urllib on thousands of cluttered texts: the same parts, or refused by both", function () {
    this.timeout(10 * 60_000);
    const texts = sample(6_000);
    const readings = askPython(URLPARSE, texts);
    assert.deepEqual(
      texts.filter((text, index) => !agrees(text, readings[index])),
      [],
    );
    assert.ok(readings.filter(Boolean).length > 500);
  });

  it("reach the targets that asyncpg itself reaches, with hosts and users in the parameters too", async function () {
    this.timeout(10 * 60_000);
    const requirements = path.join(__dirname, "../../../rehearsal/service/requirements.txt");
    const { python } = await virtualEnvironment({ requirements, cacheDirectory: cacheDirectory() });
    const built = HOSTS.flatMap((host) =>
      QUERIES.flatMap((query) => ["", "u@", "u:p@"].map((user) => `postgresql://${user}${host}/d${query}`)),
    );
    // A bad sslmode is another rule's matter.
    const texts = [...built, ...sample(3_000).filter((text) => !text.includes("sslmode"))];
    const found = runPython(python, ASYNCPG, texts) as readonly Found[];
    const differing = texts.filter((text, index) => !reaches(text, found[index] ?? null));
    assert.deepEqual(differing, []);
    assert.ok(found.filter((answer) => answer !== null && !answer.socket).length > 500);
  });

  const DISAGREEMENTS: readonly (readonly [string, Partial<ConnectionUrl>, Partial<ConnectionUrl>])[] = [
    ["postgresql://u:p?x@h:1/d", { host: "u" }, { host: "h", password: "p?x" }],
    ["postgresql://u:p%zz@h/d", { password: "p%zz" }, { password: "p%zz" }],
    ["postgresql://h/d?k=a+b", { parameters: { k: "a b" } }, { parameters: { k: "a+b" } }],
    ["postgresql://h/d#f", { database: "d" }, { database: "d#f" }],
    ["postgresql://h/d?k=", { parameters: {} }, { parameters: { k: "" } }],
  ];
  for (const [text, asyncpg, libpq] of DISAGREEMENTS) {
    it(`differ from libpq where the two differ: ${text}`, () => {
      for (const [expected, parsed] of [
        [asyncpg, url(text)],
        [libpq, parseConnectionUrl(text)],
      ] as const) {
        for (const [key, value] of Object.entries(expected))
          assert.deepEqual(parsed?.url[key as keyof ConnectionUrl], value);
      }
    });
  }

  it("are refused for a bracket in the password, which ends in `Invalid IPv6 URL`", () => {
    assert.deepEqual(
      url("postgresql://u:p[x@h/d")?.problems.map(({ part }) => part),
      ["password"],
    );
  });
});

function agrees(text: string, reading: Reading): boolean {
  const parsed = url(text);
  if (parsed === undefined) return false;
  const { host, port, furtherHosts = [], user, password, database, parameters } = parsed.url;
  const { problems } = parsed;
  if (reading === undefined) return problems.length > 0;
  // The oracle checks neither ports nor what a raw `@` does to the host: where we see a problem, it may see none.
  if (problems.length > 0) return true;
  const addresses = [{ host, port }, ...furtherHosts];
  return (
    reading.user === user &&
    reading.password === (password ?? "") &&
    reading.hosts === addresses.map((address) => address.host).join(",") &&
    reading.ports === addresses.map((address) => address.port ?? "").join(",") &&
    reading.database === database &&
    JSON.stringify(Object.entries(reading.parameters).sort()) ===
      JSON.stringify(Object.entries(parameters).sort())
  );
}

function reaches(text: string, found: Found): boolean {
  const parsed = url(text);
  if (parsed === undefined) return false;
  if (found === null) return parsed.problems.length > 0;
  if (found.socket || parsed.problems.length > 0) return true;
  const targets = targetsOf(parsed.url, URLLIB);
  const ours = targets.map(({ host, port }) => [host, port ?? 5432]);
  const [first] = targets;
  return (
    JSON.stringify(ours) === JSON.stringify(found.addresses) &&
    first?.user === found.user &&
    (first.database === found.database || first.database === first.user)
  );
}
