import { z } from "zod";
import type {
  ChecksArgs,
  EndpointArgs,
  JsonExpectation,
  ScheduleArgs,
  StabilityArgs,
  VerificationArgs,
  VerifiedDatabaseArgs,
} from "../verification/args";
import type { PreviousLimits } from "../verification/inputs";
import { driver, privileges } from "./database";
import {
  anyText,
  byName,
  either,
  flag,
  input,
  json,
  list,
  mapping,
  milliseconds,
  number,
  port,
  text,
  whole,
} from "./kinds";
import { texts, type } from "./service";

const path = z.string("expected text").startsWith("/", "expected a path that begins with /");

const jsonExpectation = mapping<JsonExpectation>({
  path: text,
  equals: json,
  matches: text.optional(),
  exists: flag.optional(),
});

const days = whole("expected a number of days, from 1", 1);
const status = z.int("expected a status, 100 to 599").min(100).max(599);

const file = mapping({
  field: input(text),
  name: input(text),
  content: input(anyText),
  contentType: input(text).optional(),
});

const webSocket = mapping({
  protocol: input(text).optional(),
  send: input(anyText).optional(),
  message: input(text).optional(),
});

const expected = mapping({
  status: input(status).optional(),
  text: input(text).optional(),
  headers: texts.optional(),
  jsonPath: input(
    either(jsonExpectation, z.string("expected a path as text, or a mapping with `path`")),
  ).optional(),
  bodySchema: input(mapping({})).optional(),
  firstByte: input(milliseconds).optional(),
  tlsExpiry: input(days).optional(),
});

const endpoint = mapping<EndpointArgs>({
  name: input(text),
  path: input(path),
  method: input(text).optional(),
  headers: texts.optional(),
  json: input(json),
  body: input(anyText).optional(),
  file: input(file).optional(),
  timeout: input(milliseconds).optional(),
  webSocket: input(webSocket).optional(),
  expect: input(expected).optional(),
});

const schedule = mapping<ScheduleArgs>({
  initialDelay: input(milliseconds).optional(),
  interval: input(milliseconds).optional(),
  count: input(whole("expected a whole number from 1", 1)).optional(),
  failureLimit: input(whole("expected a whole number from -1", -1)).optional(),
  consecutiveErrorLimit: input(whole("expected a whole number")).optional(),
  consecutiveSuccessLimit: input(whole("expected a whole number")).optional(),
  deadline: input(milliseconds).optional(),
});

const previous = mapping<PreviousLimits>({
  errorRate: number("expected a rate, 0 to less than 1").optional(),
  latency: number("expected a factor, such as 1.5").optional(),
  memory: number("expected a factor, such as 1.5").optional(),
  newErrors: whole("expected a whole number").optional(),
});

const stability = mapping<StabilityArgs>({
  window: milliseconds,
  interval: milliseconds.optional(),
  maxErrorRate: number("expected a rate, 0 to less than 1").optional(),
  p50: milliseconds.optional(),
  p95: milliseconds.optional(),
  p99: milliseconds.optional(),
  maxMemoryGrowth: number("expected a part, such as 0.2").optional(),
  previous: previous.optional(),
});

const FOLDER = "expected a folder, or false";
const RUN = "expected true, false, or a number of milliseconds";
const STABILITY = "expected a number of milliseconds, or a mapping with `window`";

const CHECKS = {
  endpoints: input(list(input(endpoint))).optional(),
  schedule: input(schedule).optional(),
  log: input(text).optional(),
  run: input(z.union([z.boolean(), z.number().nonnegative()], RUN)).optional(),
  connect: flag.optional(),
  stability: input(either(stability, number(STABILITY))).optional(),
  rollback: input(flag).optional(),
  records: input(z.union([z.literal(false), text], FOLDER)).optional(),
  renderApiKey: input(text).optional(),
  renderHost: input(text).optional(),
};

/** How a deploy is proven healthy. */
export const checks = mapping<ChecksArgs>(CHECKS);

const access = mapping({ privileges: privileges.optional(), schemas: list(text).optional() });

const OF_URL = {
  driver: input(driver).optional(),
  driverSettings: texts.optional(),
  poolerHost: input(text.optional()).optional(),
  access: input(access).optional(),
};

const verifiedDatabase = mapping<VerifiedDatabaseArgs>({ ...OF_URL, url: input(anyText) });

export const verification = mapping<VerificationArgs>({
  ...CHECKS,
  ...OF_URL,
  service: input(text),
  serviceId: input(text),
  deployId: input(text),
  url: input(anyText),
  type,
  port: input(port).optional(),
  healthCheckPath: input(anyText),
  databaseUrl: input(anyText),
  databases: byName(verifiedDatabase).optional(),
  environment: input(text).optional(),
  addresses: input(byName(anyText)).optional(),
});
