import { type Fact, factsOf } from "../../domain/fact";

/** Variables that give the ports which `side-port` facts have from settings files; Spring and Micronaut take any setting so. */
const VARIABLES = /^(?:MANAGEMENT_(?:SERVER_)?PORT|QUARKUS_MANAGEMENT_(?:PORT|ENABLED)|ENDPOINTS_ALL_PORT)$/;
/** Variables with options of the JVM, or with settings as JSON. */
const OPTIONS = /^(?:JAVA_(?:TOOL_)?OPT(?:ION)?S|JDK_JAVA_OPTIONS|SPRING_APPLICATION_JSON|[A-Z_]*_OPTS)$/;
const NAMED =
  /(?:\b|(?<=-D))(?:management\.(?:server\.)?port|quarkus\.management\.(?:port|enabled)|endpoints\.all\.port)\b/;
const IN_JSON = /"management|"endpoints/;

/**
 * Whether a check of this port may be answered beside the service's: an image exposes several, what the code listens on
 * cannot be followed, or its framework has another port for what it says about itself.
 */
export function mayAnswerBeside(facts: readonly Fact[], service: string | undefined, port: string): boolean {
  const own = <F extends Fact>(all: readonly F[]): readonly F[] =>
    all.filter((fact) => fact.service === service);
  return (
    own(factsOf(facts, "port")).some(
      ({ role, port: other }) => (role === "exposed" || role === "code") && !other.known,
    ) ||
    own(factsOf(facts, "side-port")).some(({ port: other }) => !other.known || other.value === port) ||
    own(factsOf(facts, "variable")).some(({ name, value }) =>
      VARIABLES.test(name)
        ? !value.known || value.value === port || !/^\d+$/.test(value.value)
        : OPTIONS.test(name) && (!value.known || names(value.value, port)),
    ) ||
    own(factsOf(facts, "start-command")).some(({ command }) => command.known && names(command.value, port))
  );
}

/** Whether options name such a port: this one, or one that is not written there. */
function names(options: string, port: string): boolean {
  if (IN_JSON.test(options)) return true;
  const { index } = NAMED.exec(options) ?? {};
  if (index === undefined) return false;
  const [, written] = /^[\w.]+\.port[=:\s"']+(\d+)\b/.exec(options.slice(index)) ?? [];
  return written === undefined || written === port;
}
