/**
 * What can be asked of a running deployment: its deploy, port, endpoints and database. Each answer is pass, fail or
 * not decided, with the reason in words and nothing secret.
 */
export { type Answer, fail, notDecided, type Outcome, pass } from "./answer";
export { type Clock, SYSTEM_CLOCK } from "./clock";
export { askRun, type RunQuestion } from "./cron-run";
export { askDatabase, type DatabaseQuestion } from "./database";
export { judgeAccess, missingGrants } from "./database-access";
export { type Addresses, type Resolve, rehearsedTarget, type Target } from "./database-address";
export { type DatabaseClient, databaseClient } from "./database-client";
export { declinesTls, loginAnswer } from "./database-login";
export { wantedTls } from "./database-tls";
export {
  askLog,
  type DeployQuestion,
  type DeployReport,
  watchDeploy,
  withCause,
} from "./deploy";
export { replaced } from "./deploy-end";
export type { Endpoint, Expectation, FormFile } from "./endpoint";
export type { ExpectedAccess } from "./expected-access";
export { awaitLine, type LineQuestion } from "./expected-line";
export { heldBack } from "./held-back";
export { askEndpoint } from "./http";
export { type ListeningPort, listeningPorts } from "./listening-port";
export type { Decision, LogJudge } from "./log-judge";
export { type DatabaseLogin, openDatabase } from "./open-database";
export { Patience } from "./patience";
export { askPort, judgePort, type PortEvidence } from "./port";
export { quoted } from "./quoted";
export { readOnlySession } from "./read-only-session";
export { asFollowing, isRefusedLogin } from "./refused-login";
export { type Relation, readRelations } from "./relations";
export { type Asking, askBySchedule, type Schedule } from "./schedule";
export { DeployLog } from "./service-log";
