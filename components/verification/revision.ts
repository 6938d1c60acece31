import { isRenderError, type RenderDeploy, readDeploy, type ServiceAtRender } from "../../render-api";

/** What a deploy is made of: a git commit, or an image. */
export interface Revision {
  /** The git commit's whole id. */
  readonly commit?: string;
  /** The image's digest, `sha256:…`. */
  readonly digest?: string;
}

/** What Render says that a deploy is made of; nothing where it does not say so. */
export async function revisionOf(
  service: ServiceAtRender,
  deployId: string,
  signal: AbortSignal,
): Promise<Revision> {
  try {
    return stated(await readDeploy(service, deployId, signal));
  } catch (error) {
    // What was proven healthy stays so without it; a promotion then says what is missing.
    if (!isRenderError(error)) throw error;
    return {};
  }
}

function stated({ commit, image }: RenderDeploy): Revision {
  if (image?.sha) return { digest: image.sha.startsWith("sha256:") ? image.sha : `sha256:${image.sha}` };
  return commit?.id ? { commit: commit.id } : {};
}

/** As git shortens a commit, and Docker a digest. */
const SHORT = { commit: 7, digest: 12 };

/** What a deploy is made of, in words; undefined where Render does not say so. */
export function revisionIn(deploy: RenderDeploy): string | undefined {
  const { commit, digest } = stated(deploy);
  if (digest !== undefined) return `the image ${digest.slice(0, "sha256:".length + SHORT.digest)}`;
  return commit === undefined ? undefined : `commit ${commit.slice(0, SHORT.commit)}`;
}

/** A deploy with what it is made of. */
export function madeOf(deploy: RenderDeploy): string {
  const revision = revisionIn(deploy);
  return revision === undefined ? deploy.id : `${deploy.id} of ${revision}`;
}
