import { cacheDirectory } from "../system";
import { EngineError, type EngineOptions } from "./engine";
import { findEngine } from "./find";
import { GO_VERSION, POSTGRESQL_VERSION, SDK_VERSION } from "./versions";

/** What `portcullis engine --doctor` prints: the choice, and why the sources before it were not taken. */
export async function diagnoseEngine(options: EngineOptions = {}): Promise<string> {
  const wanted = [
    `expected  Pulumi ${SDK_VERSION} or newer, @pulumi/postgresql ${POSTGRESQL_VERSION}; Go ${GO_VERSION} only for a build`,
    `node      ${process.version}`,
    `cache     ${options.cache ?? cacheDirectory()}`,
  ];
  try {
    const engine = await findEngine(options);
    const lines = engine.considered.map(
      ({ source, outcome, why }) => `${source.padEnd(9)} ${outcome}: ${why}`,
    );
    return [...wanted, ...lines, `pulumi    ${engine.version}, ${engine.pulumi}`].join("\n");
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return [...wanted, error.message].join("\n");
  }
}
