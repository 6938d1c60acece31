import { ALL_VARIABLES, type Fact, known, unknown } from "../../domain";
import { property } from "./read-property";
import type { ReadResource } from "./resource";
import { secretFileFacts } from "./secret-files";
import { withSpringProperties } from "./spring-properties";
import { withSpringReferences } from "./spring-references";

/** The variables of a service or an env group, and those of its secret files. */
export function variableFacts(resource: ReadResource): readonly Fact[] {
  const own = ownVariables(resource);
  return [...own, ...secretFileFacts(resource, own)];
}

/** `envVars: { KEY: { value } }`; a generated value states nothing. */
function ownVariables({ urn, props }: ReadResource): readonly Fact[] {
  const names = property(() => Object.keys(props.envVars ?? {}));
  if (!names.known) {
    const place = { source: "resource", urn, property: "envVars" } as const;
    return [{ kind: "variable", place, name: ALL_VARIABLES, value: names, secret: true }];
  }
  const read = names.value.map(
    (name) => [name, property(() => props.envVars[name]?.value as unknown)] as const,
  );
  const filledIn = withSpringReferences(
    new Map(
      read.flatMap(([name, value]) =>
        value.known && typeof value.value === "string" ? [[name, value.value] as const] : [],
      ),
    ),
  );
  const own = read.flatMap(([name, value]): readonly Fact[] => {
    const place = { source: "resource", urn, property: `envVars.${name}` } as const;
    const generated = property(() => props.envVars[name]?.generateValue as unknown);
    const drawn: readonly Fact[] =
      generated.known && generated.value === true ? [{ kind: "generated-value", place, name }] : [];
    if (!value.known) return [{ kind: "variable", place, name, value, secret: true }];
    if (typeof value.value !== "string") {
      // A generated text is a secret's, and no port.
      if (name !== "PORT") return drawn;
      return [
        ...drawn,
        { kind: "variable", place, name, value: unknown("the platform generates its value"), secret: true },
      ];
    }
    // CrossGuard gives secrets as plain values and does not say which they are: all count as secret.
    const isDrawnToo = drawn.length > 0 && { isDrawnToo: true as const };
    return [
      { kind: "variable", place, name, value: known(filledIn(value.value)), secret: true, ...isDrawnToo },
    ];
  });
  return withSpringProperties(own, filledIn);
}
