import { z } from "zod";
import { jsonPathProblem } from "../domain/json-path";
import { jsonSchemaProblem } from "../domain/json-schema";
import { relationIssue } from "./relation-issue";
import { stabilityOf } from "./stability";
import { duration, text } from "./text";
import {
  ENDPOINT_DEFAULTS,
  SCHEDULE_DEFAULTS,
  scheduleProblem,
  VERIFY_DEFAULTS,
  withCount,
} from "./verify-defaults";

const file = z.strictObject({
  /** The form's field. */
  field: text.default("file"),
  name: text,
  content: z.string("expected the file's content as text"),
  contentType: text.optional(),
});

const jsonPath = text.superRefine((path, context) => {
  const message = jsonPathProblem(path);
  if (message !== undefined) context.addIssue({ code: "custom", message });
});

const jsonExpectation = z
  .strictObject({
    path: jsonPath,
    /** The value itself. */
    equals: z.json().optional(),
    /** A regular expression. */
    matches: text.refine(isRegExp, "expected a regular expression").optional(),
    /** Whether the path leads to anything. */
    exists: z.boolean("expected true or false").optional(),
  })
  .refine(
    ({ equals, matches, exists }) =>
      [equals, matches, exists].filter((each) => each !== undefined).length <= 1,
    "expected one of `equals`, `matches` and `exists`",
  );

function isRegExp(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}

const expectation = z.strictObject({
  status: z.int("expected a status, 100 to 599").min(100).max(599).default(ENDPOINT_DEFAULTS.expect.status),
  text: text.optional(),
  /** Regular expressions by header: each has to be in the answer, and to match. */
  headers: z.record(z.string(), text.refine(isRegExp, "expected a regular expression")).optional(),
  jsonPath: z
    .union(
      [jsonPath, jsonExpectation],
      "expected a path such as data.id, or a mapping of `path` and one of `equals`, `matches` and `exists`",
    )
    .optional(),
  bodySchema: z
    .record(z.string(), z.json(), "expected a JSON Schema")
    .superRefine((schema, context) => {
      const message = jsonSchemaProblem(schema);
      if (message !== undefined) context.addIssue({ code: "custom", message });
    })
    .optional(),
  /** From the request to the first byte of the body. */
  firstByte: duration.optional(),
  /** Days that the certificate must still hold. */
  tlsExpiry: z
    .int("expected a number of days, from 1")
    .positive("expected a number of days, from 1")
    .optional(),
});

const webSocket = z.strictObject({
  /** The subprotocol. */
  protocol: text.optional(),
  send: text.optional(),
  /** A regular expression. */
  message: text.refine(isRegExp, "expected a regular expression").optional(),
});

const endpoint = z
  .strictObject({
    name: text,
    method: z
      .enum(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"], "expected a method")
      .default(ENDPOINT_DEFAULTS.method),
    path: z.string("expected a path").startsWith("/", "expected a path that begins with /"),
    headers: z.record(z.string(), z.string()).default({}),
    json: z.unknown().optional(),
    body: z.string("expected text; `json` takes a mapping").optional(),
    file: file.optional(),
    timeout: duration.default(ENDPOINT_DEFAULTS.timeout),
    webSocket: webSocket.optional(),
    expect: expectation.prefault({}),
    /** False where a rehearsal leaves the check out, as one that needs an outside API. */
    rehearse: z.boolean("expected true or false").default(true),
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

const schedule = z
  .strictObject({
    initialDelay: duration.default(SCHEDULE_DEFAULTS.initialDelay),
    interval: duration.default(SCHEDULE_DEFAULTS.interval),
    /** 1 unless passes in a row decide. */
    count: z.int("expected a whole number from 1").positive("expected a whole number from 1").optional(),
    /** -1: any number of failures. */
    failureLimit: z
      .int("expected a whole number from -1")
      .min(-1, "expected a whole number from -1")
      .default(SCHEDULE_DEFAULTS.failureLimit),
    consecutiveErrorLimit: z
      .int("expected a whole number")
      .nonnegative("expected a whole number")
      .default(SCHEDULE_DEFAULTS.consecutiveErrorLimit),
    consecutiveSuccessLimit: z
      .int("expected a whole number")
      .nonnegative("expected a whole number")
      .default(SCHEDULE_DEFAULTS.consecutiveSuccessLimit),
    deadline: duration.default(SCHEDULE_DEFAULTS.deadline),
  })
  .check(({ value, issues }) => {
    const problem = scheduleProblem(value);
    if (problem === undefined) return;
    const { key, message } = problem;
    issues.push(relationIssue(key, message));
  })
  .transform(withCount);

/** What only some kinds of services are asked. */
export const verifyKeys = {
  endpoints: z.array(endpoint).default([]),
  /** A regular expression that a line of the service's log must match. */
  log: text.refine(isRegExp, "expected a regular expression").optional(),
  /** Whether a cron job is run once after each deploy, or how long that run may take. */
  run: z
    .union([z.boolean(), duration], "expected true, false, or how long a run may take, such as 20m")
    .default(VERIFY_DEFAULTS.run),
  /** Whether every way to its databases is asked, as `portcullis connect` does. */
  connect: z.boolean("expected true or false").default(VERIFY_DEFAULTS.connect),
};

/** How a service's deployment is verified; `keys` are those that its kind has besides what all have. */
export function verifySchema<Keys extends Partial<typeof verifyKeys>>(keys: Keys) {
  return z.strictObject({
    ...keys,
    schedule: schedule.prefault({}),
    /** How long the service is watched after all checks passed. */
    stability: stabilityOf(keys).default(VERIFY_DEFAULTS.stability),
    rollback: z.boolean("expected true or false").default(VERIFY_DEFAULTS.rollback),
    /** The project's folder of failure records; false where a failed verification is not recorded. */
    records: z
      .union([z.literal(false), text], "expected a folder, or false")
      .default(VERIFY_DEFAULTS.records),
  });
}
