/** One line as `GET /v1/logs` answers it. */
export interface ApiLine {
  readonly id: string;
  readonly timestamp: string;
  readonly message: string;
  readonly labels: readonly { readonly name: string; readonly value: string }[];
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (value: number): string => String(value).padStart(2, "0");

const label = (line: ApiLine, name: string): string | undefined =>
  line.labels.find((one) => one.name === name)?.value;

/** The five digits that the dashboard shows of an instance. */
const instance = (line: ApiLine): string => label(line, "instance")?.split("-").at(-1) ?? "";

const shown = (line: ApiLine): string => (instance(line) === "" ? "" : `[${instance(line)}] `);

/** `Nov 25 05:04:35 AM`, as the dashboard shows a time. */
function clock(timestamp: string): string {
  const time = new Date(timestamp);
  const hours = time.getUTCHours();
  const twelve = two(hours % 12 === 0 ? 12 : hours % 12);
  const rest = `${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())} ${hours < 12 ? "AM" : "PM"}`;
  return `${MONTHS[time.getUTCMonth()]} ${time.getUTCDate()} ${twelve}:${rest}`;
}

const ESCAPE = String.fromCharCode(27);
const grey = (text: string): string => `${ESCAPE}[90m${text}${ESCAPE}[39m`;
const bold = (text: string): string => `${ESCAPE}[1m${text}${ESCAPE}[0m`;

/** How a log comes to whoever has to read it. */
const FORMS = {
  /** Copied from the dashboard. */
  dashboard: (line: ApiLine) => `${clock(line.timestamp)}  ${line.message}`,
  /** Copied from the dashboard with the instances shown. */
  "dashboard-instances": (line: ApiLine) => `${clock(line.timestamp)}  ${shown(line)}${line.message}`,
  /** A time of RFC 3339 before each message. */
  iso: (line: ApiLine) => `${line.timestamp} ${line.message}`,
  "iso-instances": (line: ApiLine) => `${line.timestamp} ${shown(line)}${line.message}`,
  /** One object of the API a line. */
  json: (line: ApiLine) => JSON.stringify(line),
  /** A log stream's syslog, RFC 5424. */
  syslog: (line: ApiLine) =>
    `<14>1 ${line.timestamp} navigator ${label(line, "resource")} ${instance(line) || "-"} - - ${line.message}`,
  /** The messages and nothing else. */
  bare: (line: ApiLine) => line.message,
  /** A terminal's colours kept: grey times, and the platform's lines bold. */
  coloured: (line: ApiLine) =>
    `${grey(line.timestamp)} ${line.message.startsWith("==>") ? bold(line.message) : line.message}`,
} as const satisfies Readonly<Record<string, (line: ApiLine) => string>>;

export type Form = keyof typeof FORMS;

/** The lines as somebody would paste them. */
export const formed = (lines: readonly ApiLine[], form: Form): string[] => lines.map(FORMS[form]);
