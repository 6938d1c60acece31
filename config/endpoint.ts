import { z } from "zod";
import { jsonPathProblem } from "../domain/json-path";
import { jsonSchemaProblem } from "../domain/json-schema";
import { relationIssue } from "./relation-issue";
import { duration, pattern, text } from "./text";
import { ENDPOINT_DEFAULTS } from "./verify-defaults";

const file = z.strictObject({
  field: text.default("file").describe("an upload: the form's field"),
  name: text.describe("its file name"),
  content: z.string("expected the file's content as text").describe("its content"),
  contentType: text.optional().describe("its media type"),
});

const jsonPath = text.superRefine((path, context) => {
  const message = jsonPathProblem(path);
  if (message !== undefined) context.addIssue({ code: "custom", message });
});

const jsonExpectation = z
  .strictObject({
    path: jsonPath.describe("the path"),
    equals: z.json().optional().describe("the value that is there"),
    matches: pattern.optional().describe("a regular expression that the value matches"),
    exists: z.boolean("expected true or false").optional().describe("whether the path leads to anything"),
  })
  .refine(
    ({ equals, matches, exists }) =>
      [equals, matches, exists].filter((each) => each !== undefined).length <= 1,
    "expected one of `equals`, `matches` and `exists`",
  );

const expectation = z.strictObject({
  status: z
    .int("expected a status, 100 to 599")
    .min(100)
    .max(599)
    .default(ENDPOINT_DEFAULTS.expect.status)
    .describe("the status"),
  text: text.optional().describe("text that the body holds"),
  headers: z
    .record(z.string(), pattern)
    .optional()
    .describe("regular expressions by header; each is in the answer and matches"),
  jsonPath: z
    .union(
      [jsonPath, jsonExpectation],
      "expected a path such as data.id, or a mapping of `path` and one of `equals`, `matches` and `exists`",
    )
    .optional()
    .describe(
      'a path in the JSON body, such as `data.id`, with a value other than `null`, `false` and `""`; or a mapping of `path` and one of the three below',
    ),
  bodySchema: z
    .record(z.string(), z.json(), "expected a JSON Schema")
    .superRefine((schema, context) => {
      const message = jsonSchemaProblem(schema);
      if (message !== undefined) context.addIssue({ code: "custom", message });
    })
    .optional()
    .describe(
      "a JSON Schema that the body holds (2020-12, or draft 7 by its `$schema`; up to 10 MB; `format` is not judged)",
    ),
  firstByte: duration
    .optional()
    .describe(
      "the time from the request to the first byte of the body; of a stream no more is read than is asked of it",
    ),
  tlsExpiry: z
    .int("expected a number of days, from 1")
    .positive("expected a number of days, from 1")
    .optional()
    .describe("how many days the certificate still holds; a rehearsal, which has none, does not ask it"),
});

const webSocket = z.strictObject({
  protocol: text
    .optional()
    .describe(
      "the path is opened as a WebSocket (`webSocket: {}` is enough): the subprotocol that is agreed to",
    ),
  send: text.optional().describe("text that is sent when it is open"),
  message: pattern.optional().describe("a regular expression that the first message matches"),
});

/** One endpoint to ask, and the answer that is right. */
export const endpoint = z
  .strictObject({
    name: text.describe("how the check is called"),
    method: z
      .enum(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"], "expected a method")
      .default(ENDPOINT_DEFAULTS.method)
      .describe("the method"),
    path: z
      .string("expected a path")
      .startsWith("/", "expected a path that begins with /")
      .describe("a path that begins with `/`"),
    headers: z.record(z.string(), z.string()).default({}).describe("request headers"),
    json: z.unknown().optional().describe("a JSON value that is sent"),
    body: z.string("expected text; `json` takes a mapping").optional().describe("text that is sent"),
    file: file.optional(),
    timeout: duration.default(ENDPOINT_DEFAULTS.timeout).describe("how long one answer may take"),
    webSocket: webSocket.optional(),
    expect: expectation.prefault({}),
    rehearse: z
      .boolean("expected true or false")
      .default(true)
      .describe(
        "`false`: a [rehearsal](rehearsal.md) leaves this check out, such as one that needs an outside API",
      ),
  })
  .check(({ value, issues }) => {
    const sent = (["json", "body", "file"] as const).filter((key) => value[key] !== undefined);
    const [first, second] = sent;
    const refuse = (key: string, message: string) => issues.push(relationIssue(key, message));
    if (second !== undefined)
      refuse(second, `expected one of \`json\`, \`body\` and \`file\`, got ${sent.length}`);
    if (first !== undefined && (value.method === "GET" || value.method === "HEAD")) {
      refuse(first, `expected nothing to send with ${value.method}; write \`method: POST\``);
    }
    if (value.expect.firstByte !== undefined && value.expect.firstByte > value.timeout) {
      refuse("expect", `firstByte: expected at most the \`timeout\`, ${value.timeout / 1000} s`);
    }
    if (value.webSocket === undefined) return;
    if (value.method !== "GET") refuse("method", "expected GET, with which a WebSocket is opened");
    if (first !== undefined) refuse(first, "expected `webSocket.send` for what a WebSocket sends");
    for (const key of ["text", "jsonPath", "bodySchema", "firstByte"] as const) {
      if (value.expect[key] !== undefined)
        refuse("expect", `${key}: expected none of a WebSocket; \`webSocket.message\` is its first message`);
    }
  })
  // Only the rehearsal reads it, from the file: a deployment asks every endpoint.
  .transform(({ rehearse: _, ...asked }) => asked);
