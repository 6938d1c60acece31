import type { Deploy } from "../../store";

/** A deploy in the API's shape: `finishedAt` is null while it runs. */
export function deployAnswer(deploy: Deploy): unknown {
  const { id, commit, status, trigger, startedAt, finishedAt, createdAt, updatedAt } = deploy;
  return { id, commit, status, trigger, startedAt, finishedAt, createdAt, updatedAt };
}
