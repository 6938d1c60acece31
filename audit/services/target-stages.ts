import { type Fact, factsOf } from "../../domain";
import { sameSubject } from "../../domain/stated";
import type { Repository } from "../reader";
import { imageFacts } from "../readers/dockerfile/reader";

/** With what each stage says that a compose file or a manifest builds by its name, for the service that it builds. */
export function withTargetStages(facts: readonly Fact[], repository: Repository): readonly Fact[] {
  const added = factsOf(facts, "build").flatMap((build) => {
    const { target, imageFile } = build;
    const text = target === undefined ? undefined : repository.text(imageFile);
    if (text === undefined) return [];
    return imageFacts({ path: imageFile, text }, target).map((fact) => ({
      ...fact,
      ...sameSubject(build),
    }));
  });
  return added.length === 0 ? facts : [...facts, ...added];
}
