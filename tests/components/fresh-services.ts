import { type FreshService, GUARDED, json, ORDERS, others, page, says } from "./fresh-service";

/** Written before they were run. */
export const BROKEN_SERVICES: Readonly<Record<string, FreshService>> = {
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
    deadline: 4_000,
  },
  "a program that ends at the first question of another": {
    program: others(
      `if (asked === 1 && !process.env.DONE) { console.log("bye"); process.exit(1); } response.end("ok");`,
    ),
    expected: "no pass",
    stability: 3_000,
  },
};
