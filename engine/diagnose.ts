import { cacheDirectory } from "../system";
import { EngineError, type EngineOptions } from "./engine";
import { findEngine } from "./find";
import { GO_VERSION, POSTGRESQL_VERSION, SDK_VERSION } from "./versions";

/** Whether there is an engine, in the words of `portcullis engine --doctor`. */
export interface EngineDiagnosis {
  readonly found: boolean;
  /** The choice, and why the sources before it were not taken. */
  readonly words: string;
}

export async function diagnoseEngine(options: EngineOptions = {}): Promise<EngineDiagnosis> {
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
    const words = [...wanted, ...lines, `pulumi    ${engine.version}, ${engine.pulumi}`].join("\n");
    return { found: true, words };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { found: false, words: [...wanted, error.message].join("\n") };
  }
}
