import { type Fact, unknown } from "../../../domain";
import type { Repository } from "../../reader";
import type { SourceFile } from "../../walk/source-file";
import type { Socket } from "../code/sockets";
import { addressFacts, placeOf } from "./address-facts";
import { addressOf } from "./forms";
import type { CodeInUse } from "./in-use";
import { overridden } from "./kestrel";
import { ktorServers } from "./kotlin";
import type { Listener } from "./listener";
import { withoutAddress } from "./rocket-profiles";
import { spellingIn } from "./spelling";

/** Languages that may listen in several places of a file; settings say once where a service listens. */
export const CODE = /\.(?:rs|kt|java|cs)$/;

/** One file that a person wrote listens in fewer places. */
const MAX_OPENS = 20;

/** A socket, with its index in the file. */
export interface SocketAt extends Socket {
  readonly at: number;
  /** Whether it is opened, and nothing else is known. */
  readonly open?: true;
}

/** What one form says at one place. */
export function listenerAt(
  row: Listener,
  match: RegExpExecArray,
  file: CodeInUse,
  repository: Repository,
): SocketAt {
  const [whole, ...texts] = match;
  const { index } = match;
  const [first, second] = match.groups === undefined ? texts : texts.slice(1);
  const asUsual = { always: file.when(index) === "always", otherwise: "all", at: index } as const;
  if (row.host === undefined && first === undefined)
    return { ...asUsual, facts: defaultFacts(row, match, file, repository), takesPort: true };
  const address = addressOf(row, first ?? "", second);
  // A form of several lines is at the line of its address.
  const line = whole.lastIndexOf("\n", whole.lastIndexOf(first ?? whole)) + 1;
  const at = index + Math.max(line, whole.search(/\S/));
  const begin = at + (/\S/.exec(file.text.slice(at))?.index ?? 0);
  // Port 0 is whichever is free: no service that others are to find listens there.
  const isNone = address === undefined || (address.port === "0" && CODE.test(file.path));
  // Settings of .NET may take the place of the URL.
  const where = row.holds === "url" ? overridden(file.path, repository) : undefined;
  const stated = isNone || where === "always" ? [] : addressFacts(address, begin, file);
  const spelling = spellingIn(whole);
  const facts =
    spelling === undefined
      ? stated
      : stated.map((fact) => (fact.kind === "bind" ? { ...fact, spelling } : fact));
  return {
    ...asUsual,
    always: asUsual.always && where === undefined,
    facts: where === undefined || where === "always" ? facts : facts.map((fact) => ({ ...fact, where })),
    takesPort: address?.port === undefined,
  };
}

/** The servers of Ktor in a file. */
export function ktorSockets(file: CodeInUse): readonly SocketAt[] {
  return ktorServers(file.text).map(({ at, host, port, computedHost }) => ({
    at,
    always: file.when(at) === "always",
    takesPort: port === undefined,
    otherwise: computedHost ? "unknown" : "all",
    open: true,
    facts: [
      ...(host === undefined ? [] : addressFacts({ host: host.text }, host.at, file)),
      ...(port === undefined ? [] : addressFacts({ port: port.text }, port.at, file)),
    ],
  }));
}

/** Sockets of Rust whose address is a name that the file gives no address. */
export function unfollowed({ path, text }: CodeInUse): readonly SocketAt[] {
  if (!path.endsWith(".rs")) return [];
  const opens = [...text.matchAll(/\b(?:TcpListener|Server)::bind\(\s*&?([a-z_][\w.]*)(?:\(\))?\s*\)/g)];
  return opens.slice(0, MAX_OPENS).flatMap(({ index, 1: name = "" }): readonly SocketAt[] => {
    const isWritten = new RegExp(`\\blet\\s+(?:mut\\s+)?${name}\\b[^=;]{0,80}=\\s*(?:SocketAddr::|")`).test(
      text,
    );
    if (isWritten) return [];
    return [{ at: index, facts: [], always: true, takesPort: true, otherwise: "unknown", open: true }];
  });
}

/** What is bound where nothing else says it: the settings file beside the code, or a variable. */
function defaultFacts(
  { otherwise }: Listener,
  { index }: RegExpExecArray,
  file: SourceFile,
  repository: Repository,
): readonly Fact[] {
  const place = placeOf(file, index);
  if (otherwise === undefined || place === undefined) return [];
  const { host, variable, unless } = otherwise;
  const where = withoutAddress(repository.named(unless), repository);
  if (where === "never") return [];
  const configured = /\b(?:Config|Figment)\b|\.configure\(/.test(file.text) || /custom\(/.test(file.text);
  if (configured) return [];
  return [
    {
      kind: "bind",
      place,
      host: unknown(`it is the value of ${variable}`),
      from: { variable, otherwise: host },
      ...(where !== "always" && { where }),
    },
  ];
}
