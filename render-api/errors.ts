import { answerRow } from "./answers";

/** Render answered with a status that is not a success. */
export class RenderApiError extends Error {
  override readonly name = "RenderApiError";

  /** `reason` is Render's own message, already without secrets. */
  constructor(
    readonly method: string,
    readonly path: string,
    readonly status: number,
    readonly reason: string,
  ) {
    super(`Render answered ${status} to ${method} ${path}: ${reason}${adviceFor(status)}`);
  }
}

/** Render gave no answer that could be read: whether the request took effect is not known. */
export class RenderUnreachableError extends Error {
  override readonly name = "RenderUnreachableError";

  constructor(
    readonly method: string,
    readonly path: string,
    cause: unknown,
  ) {
    super(`Render gave no answer to ${method} ${path}: ${describe(cause)}.`, { cause });
  }
}

/** Render accepted a deploy, and lists none that is new. */
export class UnlistedDeployError extends Error {
  override readonly name = "UnlistedDeployError";
}

type RenderError = RenderApiError | RenderUnreachableError | UnlistedDeployError;

/** True for what Render answered or did not answer; its message is in words and without secrets. */
export function isRenderError(error: unknown): error is RenderError {
  return [RenderApiError, RenderUnreachableError, UnlistedDeployError].some((kind) => error instanceof kind);
}

/** 404 and 410: Render does not find something that the call is about. */
export function isMissing(error: unknown): error is RenderApiError {
  return error instanceof RenderApiError && (error.status === 404 || error.status === 410);
}

/** Render has no such thing (any more): what it does not find is what the call's address names. */
export function isGone(error: unknown): boolean {
  return isMissing(error) && answerRow(error.method, error.path)?.mayBeGone === true;
}

/** Undefined where Render has no such thing (any more): what was to be removed is gone. */
export async function unlessGone<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** True where the same request may be answered otherwise later: Render was busy, failed, or gave no answer. */
export function mayPass(error: unknown): error is RenderError {
  if (!(error instanceof RenderApiError)) return isRenderError(error);
  return error.status >= 500 || [408, 409, 429].includes(error.status);
}

/** True where a request may have taken effect although it looked like a failure. */
export function mayHaveHappened(error: unknown): boolean {
  return error instanceof RenderUnreachableError || (error instanceof RenderApiError && error.status >= 500);
}

export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = error.cause instanceof Error ? `${error.cause.message}` : "";
  return inner && !error.message.includes(inner) ? `${error.message} (${inner})` : error.message;
}

function adviceFor(status: number): string {
  switch (status) {
    case 401:
      return ". Check the key: `pulumi config set --secret render:apiKey`, or RENDER_API_KEY.";
    case 402:
      return ". Add payment information in Render's dashboard, or choose the plan `free`.";
    case 403:
      return ". The key may not act for this workspace: check `render:ownerId`.";
    default:
      return "";
  }
}
