/**
 * Render's REST API: the client with its retries and errors, what the answers hold, how a deploy goes and ends.
 */
export { bodyOf, LONGEST_MESSAGE, messageOf } from "./answer-text";
export { ANSWERS, type AnswerRow, type Method, type Shape } from "./answers";
export { DEFAULT_HOST, RenderClient } from "./client";
export { type RunEnd, runEnd, startRun } from "./cron-runs";
export { type DeployEnd, ENDED_STATUSES, endOf, statusWords } from "./deploy-status";
export {
  cancelDeploy,
  failedAt,
  listDeploys,
  liveDeploy,
  newerDeploy,
  type RenderDeploy,
  readDeploy,
  startDeploy,
  startRollback,
} from "./deploys";
export {
  describe,
  isGone,
  isMissing,
  isRenderError,
  mayHaveHappened,
  mayPass,
  RenderApiError,
  RenderUnreachableError,
  unlessGone,
} from "./errors";
export { listInstances, type RenderInstance } from "./instances";
export { type InstanceMemory, type MemoryPoint, readMemory } from "./metrics";
export { DEPLOY_POLL, LOG_POLL, PollPauses } from "./poll";
export { type PostOnce, postOnce } from "./post-once";
export { hasId, isRecord } from "./record";
export { RETRY_POLICY, type RetryPolicy, retryAfter } from "./retry";
export { isSafeAddress, UnsafeAddressError } from "./safe-address";
export {
  failureOf,
  type RenderEvent,
  type RenderService,
  type Restart,
  readLinkedVariables,
  readService,
  readVariable,
  readVariables,
  restartsOf,
  type ServiceAtRender,
} from "./service";
export { wait } from "./wait";
