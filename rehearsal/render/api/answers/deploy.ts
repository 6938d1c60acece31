import type { Deploy } from "../../store";

/**
 * A deploy in the API's shape: `finishedAt` is null while it runs. One of an image has no commit; the digest that Render
 * shows beside its reference is known to a registry alone.
 */
export function deployAnswer(deploy: Deploy): unknown {
  const { id, imagePath, status, trigger, startedAt, finishedAt, createdAt, updatedAt } = deploy;
  const of =
    imagePath === undefined ? { commit: deploy.commit } : { commit: null, image: { ref: imagePath } };
  return { id, ...of, status, trigger, startedAt, finishedAt, createdAt, updatedAt };
}
