import { type Fact, isLoopback } from "../../../domain";
import type { Reader, Repository } from "../../reader";
import { MAIN_SOURCES } from "../../walk/left-out";
import { serviceSockets } from "../code/sockets";
import { addressFacts } from "./address-facts";
import { CODE, ktorSockets, listenerAt, unfollowed } from "./code-sockets";
import { KOTLIN, LISTENERS } from "./forms";
import { goAddresses } from "./go";
import { type CodeInUse, codeInUse } from "./in-use";
import { javaUrls } from "./java-urls";
import { APPSETTINGS, ENDPOINTS } from "./kestrel";
import { MANAGED, managementPorts } from "./management-ports";
import { readsPort } from "./reads-port";
import { ofProfiles, ROCKET_SETTINGS } from "./rocket-profiles";
import { isConnectedWith } from "./rust-connects";
import { sinatraDefault } from "./sinatra";
import { wantedPlaceholders } from "./spring-placeholders";

const GO = /(?<!_test)\.go$/;
const JAVA_SETTINGS = /(?:^|\/)application(?:-prod\w*)?\.(?:properties|ya?ml)$/;
/** Beside what the walk leaves out, which a manifest or the user may have asked for. */
const OF_TESTS = /(?:^|\/)(?:benches|testdata)\//;

/** Go, Rust, Kotlin, C#, Elixir, Ruby and the settings of Java's frameworks: what they bind, where it is written out. */
export const LISTENER_READER: Reader = {
  name: "listeners",
  accepts: (file) =>
    (GO.test(file) ||
      KOTLIN.test(file) ||
      MANAGED.test(file) ||
      LISTENERS.some(({ files }) => files.test(file))) &&
    (!OF_TESTS.test(file) || MAIN_SOURCES.test(file)),
  read: (file, repository) => {
    const inUse = codeInUse(file, repository);
    return {
      facts: [
        ...(JAVA_SETTINGS.test(file.path)
          ? [...javaUrls(file), ...wantedPlaceholders(inUse, repository)]
          : []),
        ...(MANAGED.test(file.path) ? managementPorts(file) : []),
        ...readsPort(inUse),
        ...boundBy(inUse, repository),
        ...sinatraDefault(file, repository),
      ],
      problems: [],
    };
  },
};

function boundBy(file: CodeInUse, repository: Repository): readonly Fact[] {
  if (GO.test(file.path))
    return withoutPortsBeside(
      goAddresses(file.text).flatMap(({ at, ...address }) => addressFacts(address, at, file)),
    );
  const rows = LISTENERS.filter(({ files }) => files.test(file.path));
  if (ROCKET_SETTINGS.test(file.path))
    return rows.flatMap((row) =>
      ofProfiles([...file.text.matchAll(row.form)], repository).flatMap(({ match, where }) =>
        listenerAt(row, match, file, repository).facts.map((fact) => (where ? { ...fact, where } : fact)),
      ),
    );
  const found = rows.flatMap((row) =>
    [...file.text.matchAll(row.form)]
      .filter(({ index }) => !file.path.endsWith(".rs") || !isConnectedWith(file.text, index))
      .map((match) => listenerAt(row, match, file, repository)),
  );
  // Of several endpoints nothing says which one is asked.
  if (APPSETTINGS.test(file.path))
    return [...file.text.matchAll(ENDPOINTS)].length > 1
      ? []
      : found.slice(0, 1).flatMap(({ facts }) => facts);
  if (!CODE.test(file.path)) return withoutPortsBeside(found.flatMap(({ facts }) => facts));
  const others = file.path.endsWith(".kt") ? ktorSockets(file) : unfollowed(file);
  const sockets = [...found, ...others].filter((socket) => socket.facts.length > 0 || socket.open === true);
  sockets.sort((one, other) => one.at - other.at);
  return withoutPortsBeside(serviceSockets(sockets));
}

/** Where code binds several addresses, a port on loopback is one that the program opens beside its own. */
function withoutPortsBeside(facts: readonly Fact[]): readonly Fact[] {
  const binds = facts.filter(({ kind }) => kind === "bind");
  if (binds.length < 2) return facts;
  return facts.filter((fact, index) => {
    const before = facts[index - 1];
    const beside = before?.kind === "bind" && before.host.known && isLoopback(before.host.value);
    return fact.kind !== "port" || !beside;
  });
}
