import { factsOf } from "../domain/fact";
import type { Place } from "../domain/place";
import { rule } from "../domain/rule";
import { writtenSecret } from "../domain/written-secret";

const DOCKERFILE = /(?:^|\/)(?:Dockerfile[^/]*|[^/]+\.Dockerfile|Containerfile)$/i;

export const secretInImage = rule({
  id: "secret/in-image",
  severity: "error",
  title: "An image holds no secret",
  why: "What ENV and ARG say stays readable in the image's history (`docker history`): everybody who may pull the image, or read the Dockerfile, has the secret.",
  fix: "Let the platform set the variable when the container starts; what the build needs comes by RUN --mount=type=secret.",
  reference: "https://docs.docker.com/build/building/secrets/",
  scope: "all-environments",
  judgesExamples: true,
  check: (facts) => {
    const variables = factsOf(facts, "variable").filter(({ place }) => isOfImage(place));
    const inImage = [...factsOf(facts, "build-argument"), ...variables];
    return {
      undecided: [],
      violations: inImage.flatMap((fact) => {
        const { kind, name, place } = fact;
        if (writtenSecret(fact) === undefined) return [];
        const [what, instead] =
          kind === "variable"
            ? [`variable ${name}`, `Remove it, and let the platform set ${name} when the container starts.`]
            : [
                `build argument ${name}`,
                `Remove the value, and mount it for the one RUN that needs it: \`RUN --mount=type=secret,id=${name}\`.`,
              ];
        const fix = `${instead} Then change the secret.`;
        return [{ place, what, expected: "no secret in the image", got: "its value", fix }];
      }),
    };
  },
});

function isOfImage(place: Place): boolean {
  return place.source === "file" && DOCKERFILE.test(place.file);
}
