import { isLoopback, known, looksLikeConnectionUrl, parseConnectionUrl, type UrlFact } from "../../../domain";

/**
 * A connection URL that code holds itself, in whatever environment it runs. A host of one label, such as compose's
 * `db`, and a loopback address are for a developer's machine: scripts beside the service have such URLs.
 */
export function urlInCode(text: string, called: Omit<UrlFact, "kind" | "url">): readonly UrlFact[] {
  if (!looksLikeConnectionUrl(text)) return [];
  const host = parseConnectionUrl(text)?.url.host ?? "";
  if (!host.includes(".") || isLoopback(host)) return [];
  return [{ kind: "url", url: known(text), ...called }];
}
