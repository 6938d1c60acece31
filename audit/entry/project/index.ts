import type { Fact, StartCommandFact } from "../../../domain";
import type { Chain } from "../chain";
import type { Entry } from "../entry";
import { routeFacts } from "../routes";
import { astroAdapter } from "./astro-adapter";
import { buildMigrations } from "./build-migrations";
import { bundledElsewhere } from "./bundled-elsewhere";
import { compiledElsewhere } from "./compiled-elsewhere";
import { compiledLayout } from "./compiled-layout";
import { developmentLoaders } from "./development-loaders";
import { developmentPackages } from "./development-packages";
import { dotnetConnections } from "./dotnet-connections";
import { driverFactsOf } from "./driver-facts";
import { frameworkFiles } from "./framework-files";
import { herokuDatabase } from "./heroku-database";
import { jdbcVariables } from "./jdbc-variables";
import { lackingGems } from "./lacking-gems";
import { leftOutGems } from "./left-out-gems";
import { linkedPrograms } from "./linked-programs";
import { lockFacts } from "./lock-facts";
import { memberLocks } from "./member-locks";
import { migrationFacts } from "./migration-facts";
import { missingFiles } from "./missing-files";
import { missingLocks } from "./missing-locks";
import { missingScripts } from "./missing-scripts";
import { missingSources } from "./missing-sources";
import { misspeltImports } from "./misspelt-imports";
import { misspeltPrograms } from "./misspelt-programs";
import { namedModules } from "./named-modules";
import { otherArtefacts } from "./other-artefacts";
import { ownDaemon } from "./own-daemon";
import { ownSupervisor } from "./own-supervisor";
import { phoenixServer } from "./phoenix-server";
import { phpExtensions } from "./php-extensions";
import { type Project, subjectOf } from "./project";
import { railsHosts } from "./rails-hosts";
import { repeatedRoot } from "./repeated-root";
import { requireInModules } from "./require-in-modules";
import { runningCommands } from "./running-commands";
import { runtimeFacts } from "./runtime-facts";
import { standaloneFolders } from "./standalone-folders";
import { staticRoot } from "./static-root";
import { unpackedModules } from "./unpacked-modules";
import { viteHosts } from "./vite-hosts";

/** What the project around a start command says of whether it can be built and started. */
export function projectFacts(project: Project, chain: Chain, entry: Entry): readonly Fact[] {
  const { missingRoot } = project.start;
  // Whatever else is missing follows from it.
  if (missingRoot !== undefined) return [missingRootOf(project, missingRoot)];
  const commands = runningCommands(project);
  return [
    ...driverFactsOf(project),
    ...dotnetConnections(project, chain),
    ...runtimeFacts(project),
    ...lockFacts(project),
    ...migrationFacts(project),
    ...misspeltImports(project, entry),
    ...viteHosts(project, chain),
    ...missingScripts(project, commands),
    ...missingLocks(project, commands),
    ...developmentPackages(project, entry, commands),
    ...developmentLoaders(project, chain, commands),
    ...leftOutGems(project, chain),
    ...lackingGems(project, chain),
    ...railsHosts(project, chain),
    ...astroAdapter(project, chain),
    ...memberLocks(project, commands),
    ...missingFiles(project, commands),
    ...missingSources(project),
    ...frameworkFiles(project, commands),
    ...namedModules(project, chain, entry),
    ...unpackedModules(project, chain, commands),
    ...bundledElsewhere(project),
    ...compiledElsewhere(project, chain),
    ...compiledLayout(project, chain, commands),
    ...otherArtefacts(project, commands),
    ...misspeltPrograms(project),
    ...phoenixServer(project, chain),
    ...ownDaemon(project, chain),
    ...ownSupervisor(project, commands),
    ...phpExtensions(project),
    ...buildMigrations(project),
    ...repeatedRoot(project),
    ...linkedPrograms(project, chain),
    ...herokuDatabase(project, entry),
    ...jdbcVariables(project),
    ...staticRoot(project),
    ...requireInModules(project, chain),
    ...standaloneFolders(project),
    ...routeFacts(project, chain, entry),
  ];
}

function missingRootOf(
  project: Project,
  { folder, place }: NonNullable<StartCommandFact["missingRoot"]>,
): Fact {
  const what = { file: folder, command: "rootDirectory", elsewhere: undefined, by: "manifest" } as const;
  return { kind: "missing-file", ...subjectOf(project), place, ...what };
}
