import { type Fact, known, unknown } from "../../domain";
import type { ReadResource } from "./resource";
import { secretFileTexts } from "./secret-file-texts";

/** `host:port:database:user:password`, with a backslash before a colon within one (postgresql.org: libpq-pgpass). */
const LINE = /^((?:\\.|[^\\:])*):(\d+|\*):((?:\\.|[^\\:])*):((?:\\.|[^\\:])*):/;
const NOT_THIS = unknown<never>("the client that reads the file is not known");

/**
 * The database of a file of passwords that has one: what the service asks is there, since the file is of use for nothing
 * else. One of several may be another program's.
 */
export function passFileFacts(resource: ReadResource): readonly Fact[] {
  return secretFileTexts(resource, (file) => /^\.?pgpass(?:\.conf)?$/.test(file)).flatMap(
    ({ file, text, at }): readonly Fact[] => {
      const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
      const [first] = lines;
      if (first !== undefined && !lines.some((line) => LINE.test(line))) {
        // How many parts it has says all that is judged of it, and nothing of the password.
        const value = known(`${first.split(":").length} parts`);
        return [{ kind: "variable", place: at(), name: file, value, secret: true }];
      }
      const [, ...parts] = LINE.exec(lines[0] ?? "") ?? [];
      const [host = "", port = "", database = "", user = ""] = parts.map((part) =>
        part === "*" ? "" : part.replaceAll(/\\(.)/g, "$1"),
      );
      if (lines.length !== 1 || host === "" || host.startsWith("/")) return [];
      return [
        {
          kind: "connection",
          place: at(),
          host: known(host),
          port: known(Number(port) || 5432),
          user: known(user),
          database: known(database),
          parameters: known({}),
          ...{ driver: NOT_THIS, driverSettings: NOT_THIS },
        } as const,
      ];
    },
  );
}
