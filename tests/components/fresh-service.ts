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
  /** Milliseconds. */
  readonly deadline?: number;
}

/** A server that Render finds healthy, and that answers others as the body says; `asked` counts them. */
export const others = (body: string, before = ""): string => `
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

export const says = (type: string, text: string): string =>
  others(`say(${JSON.stringify(type)}, ${JSON.stringify(text)});`);
export const json = (text: string): string => says("application/json", text);
export const page = (title: string): string =>
  says(
    "text/html; charset=utf-8",
    `<!doctype html><html><head><title>${title}</title></head><body></body></html>`,
  );

export const ORDERS = [{}];
export const WITH_KEY = [
  { headers: { authorization: `Basic ${Buffer.from("ada:c4nary").toString("base64")}` } },
];
export const GUARDED = others(`if (url === "/orders" && headers.authorization === undefined)
    return response.writeHead(401, { "www-authenticate": 'Basic realm="orders"' }).end();
  response.end("ok");`);
