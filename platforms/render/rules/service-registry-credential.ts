import { neighboursBy } from "../../../domain/beside";
import { factsOf } from "../../../domain/fact";
import type { OriginFact } from "../../../domain/origin-fact";
import { rule } from "../../../domain/rule";
import { type Judged, openAtResources, verdictOf } from "../../../domain/verdict";

/** Hosts of images by the kind of registry, in Render's words (api-docs.render.com: registryCredentialRegistry, read 2026-11-30). */
const HOSTS: Readonly<Record<string, RegExp>> = {
  DOCKER: /^(?:(?:index|registry-1|registry)\.)?docker\.(?:io|com)$/,
  GITHUB: /^(?:ghcr\.io|docker\.pkg\.github\.com)$/,
  GITLAB: /^registry\.gitlab\.com$/,
  GOOGLE_ARTIFACT: /^(?:[\w-]+-docker\.pkg\.dev|(?:[\w-]+\.)?gcr\.io)$/,
  AWS_ECR: /^(?:\d+\.dkr\.ecr\.[\w-]+\.amazonaws\.com|public\.ecr\.aws)$/,
};

export const serviceRegistryCredential = rule({
  id: "service/registry-credential",
  severity: "warning",
  title: "An image is pulled with a credential of its own registry",
  why: "Another registry does not know the user: the image is not pulled, and the first deploy ends before it starts.",
  fix: "Link a credential of the image's registry.",
  reference: "https://render.com/docs/deploying-an-image",
  platforms: ["render"],
  comparesServices: true,
  check: (facts) => {
    const credentials = neighboursBy(facts, "is registry credential");
    const verdict = verdictOf(
      factsOf(facts, "origin").flatMap((origin): readonly Judged[] => {
        if (!origin.url.known)
          return origin.of === "image" ? [{ place: origin.place, why: origin.url.why }] : [];
        const host = hostOf(origin, origin.url.value);
        const { place } = origin;
        const own = Object.entries(HOSTS).find(([, hosts]) => host !== undefined && hosts.test(host))?.[0];
        const used = credentials.filter(
          ({ usedBy = [] }) => place.source !== "resource" || usedBy.includes(place.urn),
        );
        return used.flatMap(({ registry, name, place: related }): readonly Judged[] =>
          own === undefined || registry === undefined || !Object.hasOwn(HOSTS, registry) || registry === own
            ? []
            : [
                {
                  place,
                  severity: "warning",
                  what: "the image's credential",
                  expected: `one of ${host}, of kind ${own}`,
                  got: `${name}, of kind ${registry}`,
                  fix: "Link a credential of the image's registry.",
                  related: [related],
                },
              ],
        );
      }),
    );
    return openAtResources(
      verdict,
      ({ expected, got }) =>
        `the image's credential is ${got}, and not ${expected}: Render may use it all the same`,
    );
  },
});

/** The registry in an image's reference; Docker Hub where it names none. */
function hostOf({ of }: OriginFact, url: string): string | undefined {
  if (of !== "image") return undefined;
  const [first = "", ...rest] = url.trim().split("/");
  return rest.length > 0 && /[.:]/.test(first) ? first.toLowerCase() : "docker.io";
}
