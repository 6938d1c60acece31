import assert from "node:assert/strict";
import { LIBPQ, LIBPQ_PARAMETERS, parseConnectionUrl, targetsOf } from "../../../domain";
import { askPython, libpq, runPython, sample } from "./oracle";

/** PQconninfoParse of the real libpq; an option that it leaves at its default is absent. */
const PQCONNINFO = `
import ctypes, json, sys
library = ctypes.CDLL(sys.argv[1])
class Option(ctypes.Structure):
    _fields_ = [(name, ctypes.c_char_p) for name in ("keyword", "envvar", "compiled", "val", "label", "dispchar")]
    _fields_ += [("dispsize", ctypes.c_int)]
parse = library.PQconninfoParse
parse.restype, parse.argtypes = ctypes.POINTER(Option), [ctypes.c_char_p, ctypes.POINTER(ctypes.c_char_p)]
def read(text):
    options = parse(text.encode(), ctypes.byref(ctypes.c_char_p()))
    if not options:
        return None
    found, index = {}, 0
    while options[index].keyword:
        if options[index].val is not None:
            found[options[index].keyword.decode()] = options[index].val.decode("utf8", "replace")
        index += 1
    take = lambda key: found.pop(key, "")
    return {"user": take("user"), "password": take("password"), "hosts": take("host"), "ports": take("port"),
            "database": take("dbname"), "parameters": found}
print(json.dumps([read(text) for text in json.load(sys.stdin)]))
`;

/** Every option that the real libpq has. */
const PQCONNDEFAULTS = `${PQCONNINFO.slice(0, PQCONNINFO.indexOf("parse = "))}
library.PQconndefaults.restype = ctypes.POINTER(Option)
options, found = library.PQconndefaults(), []
while options[len(found)].keyword:
    found.append(options[len(found)].keyword.decode())
print(json.dumps(sorted(found)))
`;

/** Facts of libpq's own list (postgres: src/interfaces/libpq/t/001_uri.pl): host, port, user, database. */
const ROWS: readonly (readonly [string, string, (number | undefined)?, string?, string?])[] = [
  ["postgresql://uri-user:secret@host:12345/db", "host", 12345, "uri-user", "db"],
  ["postgresql://uri-user@host/", "host", undefined, "uri-user"],
  ["postgresql://uri-user@", "", undefined, "uri-user"],
  ["postgresql://host:12345", "host", 12345],
  ["postgresql://", ""],
  ["postgres:///db", "", undefined, "", "db"],
  ["postgres://uri-user@/db", "", undefined, "uri-user", "db"],
  ["postgresql://%68ost/", "host"],
  ["postgresql://host/db?u%73er=someotheruser&port=12345", "host", 12345, "someotheruser", "db"],
  ["postgresql://host:12345?user=uri-user", "host", 12345, "uri-user"],
  ["postgresql://host?", "host"],
  ["postgresql://?hostaddr=127.0.0.1", "127.0.0.1"],
  ["postgresql://[::1]:12345/db", "::1", 12345, "", "db"],
  ["postgresql://[2001:db8::1234]/", "2001:db8::1234"],
  ["postgresql://[::1]", "::1"],
  ["postgres://?host=/path/to/socket/dir", "/path/to/socket/dir"],
  ["postgres://@host", "host"],
  ["postgres://host:/", "host"],
  ["postgres://:12345/", "", 12345],
  ["postgres://otheruser@:12345/db?host=/path/to/socket", "/path/to/socket", 12345, "otheruser", "db"],
  ["postgres://%2Fvar%2Flib%2Fpostgresql/dbname", "/var/lib/postgresql", undefined, "", "dbname"],
];

/** What that list holds to be an error, with the part that we blame. */
const INVALID: readonly (readonly [string, string])[] = [
  ["postgres://[::1", "host"],
  ["postgres://[]", "host"],
  ["postgres://[::1]z", "host"],
  ["postgresql://host?zzz", "parameters"],
  ["postgresql://host?value1&value2", "parameters"],
  ["postgresql://host?key=key=value", "parameters"],
  ["postgres://host?dbname=%XXfoo", "parameters"],
  ["postgresql://a%00b", "host"],
  ["postgresql://%zz", "host"],
  ["postgresql://%1", "host"],
  ["postgresql://%", "host"],
];

describe("connection URLs, read as libpq does", () => {
  for (const [text, host, port, user = "", database = ""] of ROWS) {
    it(`reach the right target: ${text}`, () => {
      const parsed = parseConnectionUrl(text);
      assert.deepEqual(parsed?.problems, []);
      assert.deepEqual(parsed && targetsOf(parsed.url, LIBPQ), [{ host, port, user, database }]);
    });
  }

  for (const [text, part] of INVALID) {
    it(`are refused: ${text}`, () => {
      assert.deepEqual(
        [...new Set(parseConnectionUrl(text)?.problems.map((problem) => problem.part))],
        [part],
      );
    });
  }

  it("try each of several hosts, each with its own port", () => {
    const parsed = parseConnectionUrl("postgresql://u@h1:1,h2,[::1]:3/d");
    assert.deepEqual(parsed?.problems, []);
    assert.deepEqual(parsed && targetsOf(parsed.url, LIBPQ).map(({ host, port }) => [host, port]), [
      ["h1", 1],
      ["h2", undefined],
      ["::1", 3],
    ]);
  });

  it("take the parameters that the real libpq has, and no others", function () {
    const library = libpq();
    if (library === undefined) return this.skip();
    const texts = [...LIBPQ_PARAMETERS, "uzer", "pgbouncer", "ssl"].map((key) => `postgresql://h/d?${key}=1`);
    const readings = askPython(PQCONNINFO, texts, library);
    const refused = texts.filter((_, index) => readings[index] === undefined);
    assert.deepEqual(refused, texts.slice(-3));
    assert.deepEqual([...LIBPQ_PARAMETERS].sort(), runPython("python3", PQCONNDEFAULTS, [], library));
  });

  it("agree with the real libpq on thousands of cluttered texts: the same parts, or refused by both", function () {
    this.timeout(10 * 60_000);
    const library = libpq();
    if (library === undefined) return this.skip();
    const texts = sample(6_000);
    const readings = askPython(PQCONNINFO, texts, library);
    const differing = texts.filter((text, index) => !agrees(text, readings[index]));
    assert.deepEqual(differing, []);
    // An oracle that refused everything would agree with anything.
    assert.ok(readings.filter(Boolean).length > 500);
  });
});

function agrees(text: string, reading: ReturnType<typeof askPython>[number]): boolean {
  const parsed = parseConnectionUrl(text);
  if (parsed === undefined) return false;
  // libpq takes brackets anywhere in a host's name, and even a `/` between them: no such host exists.
  if (parsed.problems.some(({ part, got }) => part === "host" && got.includes("bracket"))) return true;
  // libpq looks at keys in its own table and at ports when it connects; neither is the parser's matter here.
  const problems = parsed.problems.filter(({ part, got }) => part !== "port" || got !== "something else");
  const { host, port, furtherHosts = [], user, password, database, parameters } = parsed.url;
  const unknownKey = Object.keys(parameters).some((key) => !["host", "user", "sslmode"].includes(key));
  if (reading === undefined) return problems.length > 0 || unknownKey || parsed.problems.length > 0;
  // A password that a raw delimiter has cut is no error to libpq, which takes the wrong host from it.
  if (problems.some(({ part }) => part === "password")) return true;
  if (parsed.problems.length > problems.length) return true;
  const addresses = [{ host, port }, ...furtherHosts];
  const ours = {
    user: parameters.user ?? user,
    password: password ?? "",
    hosts: parameters.host ?? addresses.map((address) => address.host).join(","),
    ports: addresses.map((address) => address.port ?? "").join(","),
    database,
    sslmode: parameters.sslmode,
  };
  const theirs = { ...reading, ports: reading.ports, sslmode: reading.parameters.sslmode };
  return (
    (Object.keys(ours) as (keyof typeof ours)[]).every((key) => ours[key] === theirs[key]) &&
    problems.length === 0
  );
}
