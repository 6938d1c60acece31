import { type FreshService, GUARDED, json, ORDERS, others, page, says, WITH_KEY } from "./fresh-service";

/** Each looks like one that is broken; written before they were run. */
export const SOUND_SERVICES: Readonly<Record<string, FreshService>> = {
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
