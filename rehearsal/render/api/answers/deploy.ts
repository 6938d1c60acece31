import type { Deploy } from "../../store";

/** The digest that a reference ends with; of one by a tag a registry alone knows it. */
const DIGEST = /@(sha256:[0-9a-f]{64})$/;

/** A deploy in the API's shape: `finishedAt` is null while it runs. One of an image has no commit. */
export function deployAnswer(deploy: Deploy): unknown {
  const { id, imagePath, status, trigger, startedAt, finishedAt, createdAt, updatedAt } = deploy;
  const of =
    imagePath === undefined
      ? { commit: deploy.commit }
      : { commit: null, image: { ref: imagePath, sha: DIGEST.exec(imagePath)?.[1] } };
  return { id, ...of, status, trigger, startedAt, finishedAt, createdAt, updatedAt };
}
