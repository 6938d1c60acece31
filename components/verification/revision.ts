import { isRenderError, readDeploy, type ServiceAtRender } from "../../render-api";

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
    const { commit, image } = await readDeploy(service, deployId, signal);
    if (image?.sha) return { digest: image.sha.startsWith("sha256:") ? image.sha : `sha256:${image.sha}` };
    return commit?.id ? { commit: commit.id } : {};
  } catch (error) {
    // What was proven healthy stays so without it; a promotion then says what is missing.
    if (!isRenderError(error)) throw error;
    return {};
  }
}
