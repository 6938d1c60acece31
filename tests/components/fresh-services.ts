import type { VerificationInputs } from "../../components/verification/inputs";

type Endpoint = VerificationInputs["endpoints"][number];

/** A service, and what its verification comes to. */
export interface FreshService {
  readonly program: string;
  readonly expected: "pass" | "fail" | "not-decided" | "no pass";
  /** What its user must read. */
  readonly words?: RegExp;
  readonly not?: RegExp;
  readonly endpoints?: readonly Partial<Endpoint>[];
  readonly stability?: number;
}

/** A server that Render finds healthy, and that answers others as the body says; `asked` counts them. */
const others = (body: string, before = ""): string => `
const zlib = require("node:zlib");
${before}
let asked = 0;
require("node:http").createServer((request, response) => {
  if ((request.headers["user-agent"] || "").startsWith("Render/")) return response.end("ok");
  asked += 1;
  const { url, method, headers } = request;
  const say = (type, text, status = 200) => response.writeHead(status, { "content-type": type }).end(text);
  ${body}
}).listen(Number(process.env.PORT), "0.0.0.0");`;

const says = (type: string, text: string): string =>
  others(`say(${JSON.stringify(type)}, ${JSON.stringify(text)});`);
const json = (text: string): string => says("application/json", text);
const page = (title: string): string =>
  says(
    "text/html; charset=utf-8",
    `<!doctype html><html><head><title>${title}</title></head><body></body></html>`,
  );

const ORDERS = [{}];
const WITH_KEY = [{ headers: { authorization: `Basic ${Buffer.from("ada:c4nary").toString("base64")}` } }];
const GUARDED = others(`if (url === "/orders" && headers.authorization === undefined)
    return response.writeHead(401, { "www-authenticate": 'Basic realm="orders"' }).end();
  response.end("ok");`);

/** Written before they were run. Broken ones first; each sound one looks like one of them. */
export const SERVICES: Readonly<Record<string, FreshService>> = {
  "a service whose threads hang behind a health path that answers": {
    program: others(`if (url === "/health") response.end("ok");`),
    expected: "no pass",
    words: /GET \/orders: no answer within 1 s/,
    endpoints: ORDERS,
  },
  "a proxy's page of a gateway error with 200": { program: page("502 Bad Gateway"), expected: "no pass" },
  "a cache's page of an error with 200": {
    program: page("503 Backend fetch failed"),
    expected: "no pass",
    words: /Backend fetch failed/,
  },
  "an error's page in German with 200": {
    program: page("Fehler 500 – Interner Serverfehler"),
    expected: "no pass",
    words: /Fehler 500/,
  },
  "an error's page in French with 200": {
    program: page("Erreur 503 : service indisponible"),
    expected: "no pass",
    words: /Erreur 503/,
  },
  "a challenge's page with 200": { program: page("Just a moment..."), expected: "no pass" },
  "JSON that says DOWN": { program: json('{"status":"DOWN"}'), expected: "fail", words: /DOWN/ },
  "JSON that says DOWN beside a NaN": {
    program: json('{"latency":NaN,"status":"DOWN"}'),
    expected: "no pass",
    words: /DOWN/,
  },
  "JSON whose later one of two equal keys says DOWN": {
    program: json('{"status":"UP","status":"DOWN"}'),
    expected: "no pass",
    words: /DOWN/,
  },
  "JSON in a wrapper that says DOWN of the whole": {
    program: json('{"data":{"status":"DOWN"}}'),
    expected: "no pass",
    words: /DOWN/,
  },
  "JSON that is one word": { program: json('"DOWN"'), expected: "no pass", words: /DOWN/ },
  "JSON that is `false`": { program: json("false"), expected: "no pass", words: /false/ },
  "a dictionary as Python prints it": {
    program: says("text/plain", "{'status': 'DOWN', 'db': None}"),
    expected: "no pass",
    words: /DOWN/,
  },
  "a line of YAML": { program: says("text/plain", "status: DOWN\n"), expected: "no pass", words: /DOWN/ },
  "an answer in XML": {
    program: says("application/xml", '<?xml version="1.0"?><health><status>DOWN</status></health>'),
    expected: "no pass",
    words: /DOWN/,
  },
  "JSON in gzip that says DOWN": {
    program: others(
      `response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(zlib.gzipSync('{"status":"DOWN"}'));`,
    ),
    expected: "fail",
    words: /DOWN/,
  },
  "JSON in UTF-16 that says DOWN": {
    program: others(
      `say("application/json; charset=utf-16le", Buffer.from('{"status":"DOWN"}', "utf16le"));`,
    ),
    expected: "no pass",
  },
  "an answer in chunks that has no end": {
    program: others(`response.write("ok");`),
    expected: "no pass",
    words: /had not ended/,
  },
  "an answer that is cut off in the middle of a chunk": {
    program: others(`response.write("ok"); setTimeout(() => response.socket.destroy(), 50);`),
    expected: "no pass",
  },
  "an endpoint that wants a password and gets none": {
    program: GUARDED,
    expected: "fail",
    words: /GET \/orders: expected 200, got 401.*(?:Basic|authorization)/,
    endpoints: ORDERS,
  },
  "an endpoint that takes no HEAD": {
    program: others(
      `if (method === "HEAD") return response.writeHead(405, { allow: "GET" }).end(); response.end("ok");`,
    ),
    expected: "fail",
    words: /HEAD \/orders: expected 200, got 405.*GET/,
    endpoints: [{ method: "HEAD" }],
  },
  "503 for ever, with the time to come back": {
    program: others(`response.writeHead(503, { "retry-after": "1" }).end("warming up");`),
    expected: "no pass",
    words: /503/,
  },
  "a program that ends at the first question of another": {
    program: others(
      `if (asked === 1 && !process.env.DONE) { console.log("bye"); process.exit(1); } response.end("ok");`,
    ),
    expected: "no pass",
    stability: 3_000,
  },

  "an endpoint that wants a password and gets it": {
    program: GUARDED,
    expected: "pass",
    endpoints: WITH_KEY,
  },
  "a service that takes no HEAD where none asks so": {
    program: others(`if (method === "HEAD") return response.writeHead(405).end(); response.end("ok");`),
    expected: "pass",
    endpoints: ORDERS,
  },
  "503 for a while, with the time to come back": {
    program: others(
      `if (asked < 3) return response.writeHead(503, { "retry-after": "1" }).end("warming up"); response.end("ok");`,
    ),
    expected: "pass",
  },
  "503 for a while, whose body says that it starts": {
    program: others(
      `if (asked < 4) return say("application/json", '{"status":"starting"}', 503); response.end("ok");`,
    ),
    expected: "pass",
  },
  "an answer in brotli": {
    program: others(
      `response.writeHead(200, { "content-type": "application/json", "content-encoding": "br" }).end(zlib.brotliCompressSync('{"status":"UP"}'));`,
    ),
    expected: "pass",
  },
  "a health check in zstd, which nobody asked for": {
    program: others(
      `response.writeHead(200, { "content-encoding": "zstd" }).end(Buffer.from("KLUv/QQAEQAAb2sK3Q2F0A==", "base64"));`,
    ),
    expected: "pass",
  },
  "headers of 40 kB": {
    program: others(
      `for (let n = 0; n < 10; n += 1) response.setHeader("x-trace-" + n, "t".repeat(4_000)); response.end("ok");`,
    ),
    expected: "pass",
  },
  "a connection that is closed after each answer": {
    program: others(
      `response.setHeader("connection", "close"); response.end("ok", () => response.socket.destroy());`,
    ),
    expected: "pass",
  },
  "hints before the answer": {
    program: others(`response.writeEarlyHints({ link: "</a.css>; rel=preload" }); response.end("ok");`),
    expected: "pass",
  },
  "a way to https for who comes by http": {
    program: others(`if (headers["x-forwarded-proto"] === "http")
      return response.writeHead(301, { location: "https://" + headers.host + url }).end();
    response.end("ok");`),
    expected: "pass",
  },
  "JSON behind a byte order mark": { program: json('\uFEFF{"status":"UP"}'), expected: "pass" },
  "JSON with a NaN": { program: json('{"status":"UP","latency":NaN}'), expected: "pass" },
  "JSON whose later one of two equal keys says UP": {
    program: json('{"status":"DOWN","status":"UP"}'),
    expected: "pass",
  },
  "plain words of the type JSON": { program: json("OK"), expected: "pass" },
  "an answer in XML that says UP": {
    program: says("application/xml", "<health><status>UP</status></health>"),
    expected: "pass",
  },
  "a line of YAML that says ok": {
    program: says("text/plain", "status: ok\nerror: none\n"),
    expected: "pass",
  },
  "a page about a status": { program: page("Status: all 500 services are up"), expected: "pass" },
  "a log in other languages": {
    program: others(
      `response.end("ok");`,
      `console.log("サーバーを起動しました。エラー: 0 件"); console.log("Keine Fehler. Verbindung zur Datenbank steht.");`,
    ),
    expected: "pass",
  },
};
