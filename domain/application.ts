import { type Fact, factsOf } from "./fact";
import { nameOfImage } from "./published-images";

/** What a service is one process of: a repository and its branch, or an image whatever its tag. */
export function applicationOf(facts: readonly Fact[]): string | undefined {
  const origin = factsOf(facts, "origin")[0];
  if (origin?.url.known !== true) return undefined;
  return origin.of === "image"
    ? `image ${productOf(nameOfImage(origin.url.value))}`
    : `repository ${origin.url.value.trim().replace(/(?:\.git)?\/?$/i, "")} ${origin.branch?.name ?? ""}`;
}

/** Of images that a product publishes for one of its processes each, the first one's (langfuse.com: self-hosting, read 2026-12-01). */
const productOf = (image: string): string => image.replace(/(?<=(?:^|\/)langfuse\/langfuse)-worker$/, "");
