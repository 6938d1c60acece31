import type { Dialect } from "./connection-url";

/** Which side of the wire takes a URL's query parameter. */
export type ParameterFate = "understood" | "server-setting" | "refused" | "ignored";

/** What one driver understands, as docs/facts/postgresql.md#p1 and what follows it state it from the drivers' sources. */
export interface Driver {
  readonly name: string;
  /** URL schemes it accepts; the first is the one written. */
  readonly schemes: readonly string[];
  /** Query parameters that the client reads by itself. */
  readonly parameters: readonly string[];
  /** What happens to any other parameter. */
  readonly otherParameters: ParameterFate;
  /** How an encrypted connection is asked for. */
  readonly tls: Readonly<Record<string, string>>;
  /** Values that its way of asking for TLS takes; undefined where any is taken. */
  readonly tlsValues?: readonly string[];
  /** How it takes a URL apart. */
  readonly dialect: Dialect;
  /** Whether it reads libpq's pairs, `host=… port=…`, in place of a URL too, as each driver on libpq does. */
  readonly takesPairs?: true;
  /**
   * What turns off prepared statements, which a pooler in transaction mode cannot keep: setting → values, the first
   * of which is the one to write; all settings are needed. Undefined where the driver prepares nothing by itself.
   */
  readonly unprepared?: Readonly<Record<string, readonly string[]>>;
  /** A parameter with which alone it prepares statements, by a number above 0. */
  readonly preparesWith?: string;
  /** How that is written where the code connects, as a sentence that a finding can end with. */
  readonly unpreparedInCode?: string;
  /** Settings that it takes from its URL alone; undefined where the code that connects can say them. */
  readonly onlyInUrl?: readonly string[];
  /** Which of these settings it takes from the URL; the others belong into the code that connects. */
  readonly unpreparedInUrl?: readonly string[];
  readonly source: string;
}
