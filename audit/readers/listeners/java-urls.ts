import { isLoopback, known, parseConnectionUrl, type UrlFact } from "../../../domain";
import { writtenForm } from "../../../domain/connection-url/written-form";
import { placeAt } from "../../../domain/text-place";
import type { SourceFile } from "../../walk/source-file";

/** A setting whose URL Spring, Quarkus or Micronaut connects with, at the head of a line or below its parents. */
const URL_SETTING =
  /^([ \t]*(?:(?:spring|quarkus|micronaut)\.[\w.%-]+\.)?(?:jdbc[.-])?url[ \t]*[=:][ \t]*["']?)((?:jdbc|r2dbc(?::pool)?):postgresql:[^\s"']+)/gm;
const USER_SETTING =
  /^[ \t]*(?:(?:spring|quarkus|micronaut)\.[\w.%-]+\.)?username[ \t]*[=:][ \t]*["']?([^\s"'$]+)["']?[ \t]*$/m;

/** How a settings file, rather than the URL, turns prepared statements off (jdbc.postgresql.org; r2dbc-postgresql). */
const OFF = {
  prepareThreshold: /prepareThreshold["']?[ \t]*[=:][ \t]*["']?0\b/i,
  preparedStatementCacheQueries: /preparedStatementCacheQueries["']?[ \t]*[=:][ \t]*["']?0\b/i,
};

/**
 * The databases that a settings file of Java's frameworks names itself, with the user beside the URL. One whose user or
 * host is filled in elsewhere says too little, and one of a developer's machine is replaced where it is deployed.
 */
export function javaUrls({ path: file, text }: SourceFile): readonly UrlFact[] {
  return [...text.matchAll(URL_SETTING)].flatMap((match): readonly UrlFact[] => {
    const [, before = "", written = ""] = match;
    const form = written.includes("${") ? undefined : writtenForm(written);
    if (form === undefined || !("url" in form)) return [];
    const parsed = parseConnectionUrl(form.url)?.url;
    const user = parsed?.user || USER_SETTING.exec(text)?.[1];
    const host = parsed?.host ?? "";
    if (user === undefined || !host.includes(".") || isLoopback(host)) return [];
    const url = parsed?.user
      ? form.url
      : form.url.replace(/^postgresql:\/\/@?/, `postgresql://${encodeURIComponent(user)}@`);
    const settings = Object.entries(OFF).flatMap(([name, off]) => (off.test(text) ? [[name, "0"]] : []));
    return [
      {
        kind: "url",
        place: placeAt(file, text, match.index + before.length),
        url: known(url),
        driver: known(form.form === "r2dbc" ? "r2dbc" : "pgjdbc"),
        driverSettings: known(Object.fromEntries(settings) as Readonly<Record<string, string>>),
      },
    ];
  });
}
