import { type Fact, factsOf, type Subject } from "../../domain/fact";
import type { Judged } from "../../domain/verdict";

/** Variables that by their names hold a path. */
const PATH_NAME =
  /^PGSSL(?:ROOTCERT|CERT|KEY)$|(?:^|_)(?:FILE|FILENAME|PATH|CREDENTIALS?|CERT|CERTIFICATE|ROOTCERT|CA|CA_BUNDLE|KEY|PEM|DIR|DIRECTORY|FOLDER|ROOT|CONFIG|DATABASE|STORAGE)$/;
/** Folders of macOS and of Windows, which no machine of Render's has; a name and something in it follow. */
const FOREIGN = /^(?:\/Users\/[\w.-]+\/\S|[A-Za-z]:[\\/][^\\/\s])/;
/** A file in a person's home folder, or one that a shell would have to find; an image may have such a user. */
const AT_HOME = /^(?:\/home\/(?!render\/|app\/|node\/)[\w.-]+\/\S*\.\w+$|~\/\S)/;
const IN_URL = /[?&]ssl(?:rootcert|cert|key)=(\/Users\/[^&\s]+|[A-Za-z]:[\\/][^&\s]+)/;

/** Variables that name a browser or its driver (pptr.dev: configuration; selenium.dev: drivers). */
const BROWSER =
  /^(?:PUPPETEER_EXECUTABLE_PATH|(?:GOOGLE_)?CHROME_(?:BIN|PATH|SHIM)|CHROMIUM_PATH|CHROMEDRIVER_PATH)$/;

/** A build of a native runtime installs no packages of the system (render.com/docs/native-runtimes, read 2026-12-01). */
export function systemBrowsers(facts: readonly Fact[]): readonly Judged[] {
  const isNative = ({ service }: Subject) =>
    factsOf(facts, "platform").some(
      (one) => one.service === service && /^(?:node|python|ruby|go|rust|elixir)$/.test(one.runtime ?? ""),
    );
  return factsOf(facts, "variable").flatMap((fact): readonly Judged[] => {
    const { place, name, value } = fact;
    if (place.source !== "resource" || !BROWSER.test(name) || !value.known || !isNative(fact)) return [];
    if (!/^\/(?:usr|app)\//.test(value.value.trim())) return [];
    return [
      { place, why: `${name} names a browser of the system, and a native runtime is not known to have one` },
    ];
  });
}

/** Paths of a developer's machine in a resource's variables. */
export function developerPaths(facts: readonly Fact[]): readonly Judged[] {
  return factsOf(facts, "variable").flatMap(({ place, name, value }): readonly Judged[] => {
    if (place.source !== "resource" || !value.known) return [];
    const text = value.value.trim();
    const inUrl = IN_URL.exec(text)?.[1];
    const isFile = inUrl !== undefined || (PATH_NAME.test(name) && FOREIGN.test(text));
    // Interfaces of many services have paths that begin so, too.
    const isCertain = inUrl !== undefined || /\.\w{1,8}$/.test(text);
    if (isFile && isCertain)
      return [
        {
          place,
          what: inUrl === undefined ? `path in ${name}` : `certificate in ${name}`,
          expected: "a file that the service has",
          got: "one in a folder of a developer's machine",
          fix: "Add it as a secret file, and write `/etc/secrets/` and its name.",
        },
      ];
    if (!isFile && !(PATH_NAME.test(name) && AT_HOME.test(text))) return [];
    return [{ place, why: `${name} is a path as a developer's machine has it` }];
  });
}
