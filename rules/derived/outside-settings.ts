import { type Fact, factsOf, type WantedVariableFact } from "../../domain/fact";
import { oncePerFacts } from "../../domain/once-per-facts";

const JAVA_SETTINGS = /(?:^|\/)application[\w-]*\.(?:properties|ya?ml)$/;

/** Variables and flags by which Spring or Quarkus reads further settings (docs.spring.io/spring-boot: external config). */
const VARIABLE =
  /^(?:SPRING_CONFIG_(?:IMPORT|LOCATION|ADDITIONAL_LOCATION)|SPRING_CLOUD_CONFIG_\w+|SPRING_APPLICATION_JSON|SMALLRYE_CONFIG_\w+|QUARKUS_CONFIG_LOCATIONS|MICRONAUT_CONFIG_FILES)$/;
const FLAG = /spring\.(?:config\.(?:import|(?:additional-)?location)|cloud\.config\.|application\.json)/;

/** Whether a placeholder of Java's settings may get its value from settings that the service is given beside them. */
export const isTakenFromOutside = ({ place }: WantedVariableFact, facts: readonly Fact[]): boolean =>
  place.source === "file" && JAVA_SETTINGS.test(place.file) && readsOthers(facts);

const readsOthers = oncePerFacts(
  (facts): boolean =>
    factsOf(facts, "variable").some(
      ({ name, value }) =>
        VARIABLE.test(name) ||
        (/^J\w*_(?:OPTS|OPTIONS)$/.test(name) && value.known && FLAG.test(value.value)),
    ) || factsOf(facts, "start-command").some(({ command }) => command.known && FLAG.test(command.value)),
);
