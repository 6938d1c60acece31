/** A server of Ktor: where its host and its port are written, each with its index in the text. */
export interface KtorServer {
  readonly at: number;
  readonly host?: { readonly text: string; readonly at: number };
  /** Whether a host is given that is not written out. */
  readonly computedHost: boolean;
  readonly port?: { readonly text: string; readonly at: number };
}

/** The longest arguments that are looked at, before the block of the server's modules. */
const MAX_ARGUMENTS = 400;

/** `embeddedServer(Netty, port = 8080, host = "127.0.0.1")`, or the same by their places (ktor.io/docs/server-engines). */
export function ktorServers(text: string): readonly KtorServer[] {
  return [...text.matchAll(/\bembeddedServer\(/g)].map(({ index, 0: { length } }) => {
    const from = index + length;
    const given = (/^[^{}]*?(?=[{}]|\bembeddedServer\(|$)/.exec(text.slice(from, from + MAX_ARGUMENTS)) ?? [
      "",
    ])[0];
    const host =
      /\bhost\s*=\s*(?:"([^"\n]+)"|\S)/d.exec(given) ??
      /^\s*[\w.]+\s*,\s*[^,"={}]+,\s*(?:"([^"\n]+)"|[^\s\w])/d.exec(given);
    const port = /\bport\s*=\s*(\d+)\b/d.exec(given) ?? /^\s*[\w.]+\s*,\s*(\d+)\s*[,)]/d.exec(given);
    const written = textAt(host, from);
    const number = textAt(port, from);
    return {
      at: index,
      computedHost: host !== null && written === undefined,
      ...(written && { host: written }),
      ...(number && { port: number }),
    };
  });
}

function textAt(match: RegExpExecArray | null, from: number): KtorServer["host"] {
  const at = match?.indices?.[1]?.[0];
  return match?.[1] === undefined || at === undefined ? undefined : { text: match[1], at: from + at };
}
