/** What a logger's fields say: the message, and beside it whose it is and whether it is an error. */
export interface FieldMessage {
  readonly text: string;
  readonly instance?: string;
  readonly isError?: true;
  readonly isMild?: true;
  /** Whether its logger calls it information, or less. */
  readonly isInfo?: true;
}

type Fields = Readonly<Record<string, unknown>>;

/** Keys under which loggers that write JSON keep the message; the first that is there counts. */
const MESSAGE_KEYS = [
  "message",
  "msg",
  "log",
  "event",
  "text",
  "textPayload",
  "jsonPayload",
  "RenderedMessage",
  "@m",
  "@mt",
  "MessageTemplate",
  "short_message",
  "stack",
  "error",
  "err",
] as const;

/** Keys under which they keep the error beside it: pino, zap, slog, structlog, Serilog, Logstash's encoder, ECS. */
const ERROR_KEYS = [
  "err",
  "error",
  "exception",
  "exc_info",
  "@x",
  "Exception",
  "stack_trace",
  "stack",
  "error.stack_trace",
  "error.message",
  "full_message",
] as const;

/** The message of a line that is an object of JSON; undefined where it only begins like one. */
export function jsonMessage(line: string): FieldMessage | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return cutMessage(line);
  }
  const fields = fieldsOf(parsed);
  const key = MESSAGE_KEYS.find((candidate) => wordsOf(fields?.[candidate]) !== undefined);
  if (fields === undefined || key === undefined) return undefined;
  const instance = labelOf(fields.labels, "instance");
  const level = levelOf(fields);
  // What a platform says of a whole stream is no logger's level.
  const isLoggers = key !== "textPayload" && key !== "log";
  return {
    text: withAddress(joined(wordsOf(fields[key]) ?? "", errorOf(fields)), fields),
    ...(instance !== undefined && { instance }),
    ...(isError(level) && { isError: true as const }),
    ...(isLoggers && isMild(level) && { isMild: true as const }),
    ...(isLoggers && isInfo(level) && { isInfo: true as const }),
  };
}

/** Fields of an object that a platform cut, as they are written: its message, and its error. */
const MESSAGE_FIELD = /"(?:message|msg|error|err)":\s*"((?:[^"\\]|\\.){1,2000})"/;

/** The message of an object that ends within a field, since its line was too long for a platform. */
function cutMessage(line: string): FieldMessage | undefined {
  const written = line.length < CUT_FROM ? undefined : MESSAGE_FIELD.exec(line)?.[1];
  if (written === undefined) return undefined;
  try {
    const text: unknown = JSON.parse(`"${written}"`);
    return typeof text === "string" ? { text } : undefined;
  } catch {
    return undefined;
  }
}

/** No platform cuts a shorter line. */
const CUT_FROM = 1_000;

const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === "object" && value !== null ? (value as Fields) : undefined;

/** A text, or of an object its own message. */
function wordsOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const fields = fieldsOf(value);
  if (fields === undefined) return undefined;
  const { message = fields.msg } = fields;
  return typeof message === "string" ? joined(message, errorOf(fields)) : undefined;
}

/** A message with the error beside it, each said once; a stack begins a line of its own. */
function joined(message: string, error: string | undefined): string {
  if (error === undefined || error === "" || message.includes(error)) return message;
  const [head = ""] = error.split("\n");
  if (message !== "" && head.endsWith(message)) return error;
  return `${message}${error.includes("\n") ? "\n" : ": "}${error}`;
}

/** Of a server's start the address, which a logger keeps in a field of its own. */
function withAddress(text: string, fields: Fields): string {
  if (!/\b(?:listening|serving|started|running)\b/i.test(text) || /:\d{2,5}\b|\bport\b/i.test(text))
    return text;
  const address = fields.addr ?? fields.address ?? fields.bind;
  if (typeof address === "string" && /:\d{2,5}$/.test(address)) return `${text} on ${address}`;
  const port = fields.port ?? fields.Port;
  return typeof port === "number" || typeof port === "string" ? `${text} on port ${port}` : text;
}

function levelOf(fields: Fields): unknown {
  const said =
    fields.level ?? fields.severity ?? fields.levelname ?? fields.lvl ?? fields["@l"] ?? fields.Level;
  return said ?? fields["log.level"] ?? fieldsOf(fields.log)?.level;
}

/** Of winston, zap, slog and Serilog by name, of pino and bunyan by number. */
export function isError(level: unknown): boolean {
  return typeof level === "number"
    ? level >= 50
    : /^(?:err(?:or)?|fatal|critical|panic|dpanic|emerg\w*|severe)$/i.test(String(level));
}

/** Information, or a warning at most. */
function isMild(level: unknown): boolean {
  const isWarning =
    typeof level === "number" ? level > 30 && level <= 40 : /^warn(?:ing)?$/i.test(String(level));
  return isWarning || isInfo(level);
}

function isInfo(level: unknown): boolean {
  return typeof level === "number"
    ? level > 0 && level <= 30
    : /^(?:info(?:rmation)?|debug|trace|notice|verbose|silly)$/i.test(String(level));
}

/** The error beside the message, with its stack where it has one. */
function errorOf(fields: Fields): string | undefined {
  for (const key of ERROR_KEYS) {
    const value = fields[key];
    if (typeof value === "string" && value !== "") return value;
    const { message, stack, stack_trace: trace = stack } = fieldsOf(value) ?? {};
    const said = typeof message === "string" ? message : "";
    if (typeof trace === "string" && trace.includes(said)) return trace;
    if (said !== "") return said;
  }
  return undefined;
}

function labelOf(labels: unknown, name: string): string | undefined {
  if (!Array.isArray(labels)) return undefined;
  const value: unknown = labels.map(fieldsOf).find((label) => label?.name === name)?.value;
  return typeof value === "string" ? value : undefined;
}
