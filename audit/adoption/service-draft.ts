import path from "node:path";
import { describePlace, factsOf, type RuleSettings } from "../../domain";
import { environmentKind } from "../../domain/environment-name";
import { PLACEHOLDER_REPOSITORY } from "../../domain/repository-address";
import type { Repository } from "../reader";
import { PACKAGE_JSON } from "../readers/package-json/reader";
import type { AdoptedService } from "./adopted-services";
import { buildOf, languageOf, runtimeOf, STARTS, scriptStarter } from "./build-command";
import type { ServiceKey } from "./declared-service";
import { assumed, type DraftField, read } from "./draft-field";
import { driverOf } from "./driver-draft";
import { healthCheckOf } from "./health-check-draft";
import { isLedTo } from "./image-start";
import { portOf } from "./port-draft";

/** Where Render fetches the code from, as the checkout says. */
export interface RepositoryOrigin {
  /** Without a user or a password. */
  readonly repository: string | undefined;
  /** The remote's name, for the note. */
  readonly remote: string | undefined;
  readonly branch: string | undefined;
  /** The adopted folder, from the checkout's own; empty where they are the same. */
  readonly folder: string;
}

export interface DraftRequest {
  readonly environment: string;
  readonly service: AdoptedService;
  readonly origin: RepositoryOrigin;
  readonly settings: RuleSettings;
  readonly repository: Repository;
  /** The folders of all services: code in another one's is not this one's. */
  readonly folders: readonly string[];
  /** All services of the environment. */
  readonly beside: readonly AdoptedService[];
}

/** The keys of one service, in the order of a stack file; without its variables. */
export function serviceDraft(request: DraftRequest): readonly DraftField[] {
  const { service } = request;
  const { kind } = service;
  if (kind === "static") return [...source(request), ...siteOf(request)];
  const written = startOf(request);
  const runtime =
    stated(service, "runtime") ?? runtimeOf(service.folder, startText(written), request.repository);
  const start = written.length > 0 ? written : assumedStart(String(runtime.value), service);
  const image = runtime.value === "image" || service.stated.image !== undefined;
  return [
    ...source(request).filter(({ key }) => !image || !["repository", "branch"].includes(key)),
    runtime,
    stated(service, "region") ?? assumed("region", "oregon", "Render's own default"),
    stated(service, "plan") ?? assumed("plan", "starter", "the smallest plan that does not sleep"),
    ...all(service, ["image", "dockerfile", "dockerContext"]),
    ...builtBy(request, String(runtime.value), start),
    ...(kind === "cron" ? [] : all(service, ["preDeploy"])),
    ...start,
    ...(kind === "cron" ? [scheduleOf(service)] : []),
    ...(kind === "web" || kind === "private" ? [portOf(service.facts, request.settings)] : []),
    ...(kind === "web" ? [stated(service, "healthCheckPath") ?? healthCheckOf(request)] : []),
    ...driverOf(service.facts, languageOf(service.folder, String(runtime.value), request.repository), {
      folder: service.folder,
      repository: request.repository,
    }),
  ];
}

/** What it is called and where its code is. */
function source(request: DraftRequest): readonly DraftField[] {
  const { environment, service, origin } = request;
  const { kind, folder } = service;
  const root = path.posix.join(origin.folder, folder);
  return [
    ...(kind === "web" ? [] : [kindOf(service)]),
    nameOf(environment, service),
    stated(service, "repository") ??
      (origin.repository === undefined
        ? assumed("repository", PLACEHOLDER_REPOSITORY, "the checkout names no remote; type its address")
        : {
            key: "repository",
            value: origin.repository,
            note: `the remote \`${origin.remote}\``,
            assumed: false,
          }),
    stated(service, "branch") ??
      branchBeside(request) ??
      assumed("branch", origin.branch ?? "main", "the branch that is deployed"),
    ...(root === "" || root === "." ? [] : [rootOf(service, root)]),
  ];
}

/** Of a manifest whose other services name one branch of the same repository, all have that one. */
function branchBeside({ service, beside }: DraftRequest): DraftField | undefined {
  const file = fileOf(service);
  const same = beside.filter(
    (other) =>
      file !== undefined &&
      fileOf(other) === file &&
      other.stated.repository?.value === service.stated.repository?.value,
  );
  const stated = same.flatMap((other) => other.stated.branch ?? []);
  const [first] = stated;
  if (first === undefined || stated.some(({ value }) => value !== first.value)) return undefined;
  const { key, value } = read("branch", first.value, first.place);
  return assumed(key, value, `as ${describePlace(first.place)} says of another service`);
}

function fileOf({ stated: { name } }: AdoptedService): string | undefined {
  return name?.place.source === "file" ? name.place.file : undefined;
}

function kindOf({ kind, stated: { type, start, name } }: AdoptedService): DraftField {
  const at = type ?? start ?? name;
  return at === undefined ? assumed("type", kind, "no manifest says it") : read("type", kind, at.place);
}

function nameOf(environment: string, { name, own, stated: { name: written } }: AdoptedService): DraftField {
  if (own && written !== undefined) return read("name", written.value, written.place);
  const suffix = environmentKind(environment) === "production" ? "" : `-${environment}`;
  return assumed("name", `${written?.value ?? name}${suffix}`, "the service's name at Render");
}

function rootOf(service: AdoptedService, root: string): DraftField {
  const written = service.stated.rootDirectory;
  if (written?.value === root) return read("rootDirectory", root, written.place);
  return assumed("rootDirectory", root, "the folder of its files");
}

function siteOf({ service, repository }: DraftRequest): readonly DraftField[] {
  const build = stated(service, "build");
  return [
    ...(build === undefined ? buildOf(service.folder, "node", repository) : [build]),
    stated(service, "publishPath") ?? assumed("publishPath", "public", "the folder of the pages"),
  ];
}

function builtBy(
  { service, repository }: DraftRequest,
  runtime: string,
  start: readonly DraftField[],
): readonly DraftField[] {
  const build = stated(service, "build");
  if (build !== undefined) return [build];
  const preDeploy = stated(service, "preDeploy");
  const commands = [startText(start), String(preDeploy?.value ?? "")];
  return buildOf(service.folder, runtime, repository, commands);
}

function startOf({ service, repository }: DraftRequest): readonly DraftField[] {
  const written = stated(service, "start");
  if (written !== undefined) return [written];
  const start = factsOf(service.facts, "start-command").find(
    ({ command, ofBase }) => command.known && ofBase !== true,
  );
  if (start?.command.known !== true) return [];
  const { command, place } = start;
  if (isLedTo(command.value, place, repository)) return [];
  // A `start` script is what its package manager starts: its own text may name tools that are found by it alone.
  const script = place.source === "file" && PACKAGE_JSON.accepts(place.file);
  return [read("start", script ? scriptStarter(service.folder, repository) : command.value, place)];
}

/** An image starts by itself. */
function assumedStart(runtime: string, { stated: { image } }: AdoptedService): readonly DraftField[] {
  if (image !== undefined || runtime === "docker" || runtime === "image") return [];
  const start = STARTS[runtime] ?? "uvicorn main:app --host 0.0.0.0 --port $PORT";
  return [assumed("start", start, "no file says how it starts")];
}

function scheduleOf(service: AdoptedService): DraftField {
  return stated(service, "schedule") ?? assumed("schedule", "0 3 * * *", "no file says when it runs");
}

function stated(service: AdoptedService, key: ServiceKey): DraftField | undefined {
  const found = service.stated[key];
  if (found === undefined) return undefined;
  const { value, place, instead } = found;
  return instead === undefined
    ? read(key, value, place)
    : assumed(key, value, `${instead} of ${describePlace(place)}`);
}

function all(service: AdoptedService, keys: readonly ServiceKey[]): readonly DraftField[] {
  return keys.flatMap((key) => stated(service, key) ?? []);
}

function startText([start]: readonly DraftField[]): string {
  return String(start?.value ?? "");
}
