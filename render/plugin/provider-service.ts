// Longer than 200 lines: one method for each call of the engine, side by side as the protocol lists them.
import type * as grpc from "@grpc/grpc-js";
import enginePackage from "@pulumi/pulumi/proto/engine_pb";
import providerPackage from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { isGone } from "../../render-api";
import { changesOf, rootOf } from "../difference";
import { acceptFields, type Problem } from "../fields";
import type { Context, ResourceKind } from "../resource-kind";
import { KINDS } from "../resources";
import { type Configuration, clientOf, configurationProblems, readConfiguration } from "./configuration";
import { propertiesOf, statusOf } from "./init-failure";
import { checkResponse, handshake, pluginInfo, schema } from "./messages";
import { type Properties, plain, UNKNOWN } from "./property-values";
import { redactorOf, SECRETS } from "./secrets";

// The SDK's stubs have no types for their messages: they are read by their generated accessors.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Message = any;
const NOTHING: { readonly inputs: Properties; readonly state: Properties } = { inputs: {}, state: {} };

type Callback = (error: Partial<grpc.ServiceError> | null, value?: unknown) => void;

/** The engine's calls, answered by the table of resource kinds. */
export class ProviderService {
  private configuration: Configuration = readConfiguration({}, process.env);
  private readonly cancellation = new AbortController();

  constructor(private readonly engine: Message) {}

  handlers(): grpc.UntypedServiceImplementation {
    const unary = (handler: (request: Message) => unknown) => this.unary(handler);
    return {
      handshake: unary(() => handshake()),
      getPluginInfo: unary(() => pluginInfo()),
      getSchema: unary(() => schema()),
      checkConfig: unary((request) => {
        const given = bag(request.getNews());
        return checkResponse(given, configurationProblems(given), [["apiKey"]]);
      }),
      diffConfig: unary(() => new providerPackage.DiffResponse()),
      configure: unary((request) => this.configure(request)),
      check: unary((request) => this.check(request)),
      diff: unary((request) => this.diff(request)),
      create: unary((request) => this.create(request)),
      read: unary((request) => this.read(request)),
      update: unary((request) => this.update(request)),
      delete: unary((request) => this.delete(request)),
      attach: unary(() => new Empty()),
      cancel: unary(() => {
        this.cancellation.abort(new Error("the update was cancelled"));
        return new Empty();
      }),
    };
  }

  private unary(handler: (request: Message) => unknown) {
    return async (call: { request: Message }, callback: Callback): Promise<void> => {
      try {
        callback(null, await handler(call.request));
      } catch (error) {
        callback(statusOf(error, SECRETS, redactorOf(bagsOf(call.request))));
      }
    };
  }

  private configure(request: Message): unknown {
    this.configuration = readConfiguration(bag(request.getArgs()), process.env);
    const response = new providerPackage.ConfigureResponse();
    // The engine then keeps the marks of secrets the provider does not know: a secret start command stays one.
    response.setAcceptsecrets(false);
    response.setSupportspreview(true);
    response.setAcceptresources(false);
    return response;
  }

  private check(request: Message): unknown {
    const kind = kindOf(request);
    const problems: Problem[] = [];
    const tell = (problem: Problem): void => void problems.push(problem);
    const inputs = acceptFields(kind.fields, bag(request.getNews()), "", tell);
    problems.push(...(kind.check?.(inputs) ?? []));
    return checkResponse(inputs, problems, kind.secrets);
  }

  private diff(request: Message): unknown {
    const kind = kindOf(request);
    const found = changesOf(kind, bag(request.getOldInputs()), bag(request.getNews()));
    const response = new providerPackage.DiffResponse();
    response.setChanges(found.length > 0 ? 2 : 1);
    const replaced = found.filter(({ path }) => kind.replacedBy.includes(rootOf(path)));
    response.setReplacesList(replaced.map(({ path }) => path));
    // Where Render takes a name once, the old one must go before the new one comes.
    response.setDeletebeforereplace(kind.uniqueName === true && !found.some(({ path }) => path === "name"));
    response.setDiffsList([...new Set(found.map(({ path }) => rootOf(path)))]);
    response.setHasdetaileddiff(true);
    const Detail = providerPackage.PropertyDiff;
    const details = response.getDetaileddiffMap();
    for (const { path, kind: change } of found) {
      const replace = kind.replacedBy.includes(rootOf(path)) ? 1 : 0;
      const detail = new Detail();
      detail.setKind({ add: 0, delete: 2, update: 4 }[change] + replace);
      detail.setInputdiff(true);
      details.set(path, detail);
    }
    return response;
  }

  private async create(request: Message): Promise<unknown> {
    const kind = kindOf(request);
    const inputs = bag(request.getProperties());
    const response = new providerPackage.CreateResponse();
    if (request.getPreview()) {
      response.setProperties(propertiesOf(preview(kind, inputs, NOTHING, Object.keys(inputs)), kind.secrets));
      return response;
    }
    const { id, outputs } = await kind.create(this.context(request), inputs);
    response.setId(id);
    response.setProperties(propertiesOf(outputs, kind.secrets));
    return response;
  }

  private async read(request: Message): Promise<unknown> {
    const kind = kindOf(request);
    const found = await kind.read(
      this.context(request),
      request.getId(),
      bag(request.getInputs()),
      bag(request.getProperties()),
    );
    const response = new providerPackage.ReadResponse();
    if (found === undefined) return response;
    response.setId(request.getId());
    response.setInputs(propertiesOf(found.inputs, kind.secrets));
    response.setProperties(propertiesOf(found.outputs, kind.secrets));
    return response;
  }

  private async update(request: Message): Promise<unknown> {
    const kind = kindOf(request);
    const old = { inputs: bag(request.getOldInputs()), state: bag(request.getOlds()) };
    const inputs = bag(request.getNews());
    const response = new providerPackage.UpdateResponse();
    const changed = changesOf(kind, old.inputs, inputs).map(({ path }) => rootOf(path));
    const outputs = request.getPreview()
      ? preview(kind, inputs, old, changed)
      : await this.updated(kind, request, old, inputs);
    response.setProperties(propertiesOf(outputs, kind.secrets));
    return response;
  }

  private async updated(kind: ResourceKind, request: Message, old: typeof NOTHING, inputs: Properties) {
    const context = this.context(request);
    const id: string = request.getId();
    try {
      return await kind.update(context, id, old, inputs);
    } catch (error) {
      if (!isGone(error) || (await kind.read(context, id, old.inputs, old.state)) !== undefined) throw error;
      throw new Error(
        `${id} is not at Render any more. \`pulumi refresh\` takes note of that; then \`pulumi up\`.`,
        {
          cause: error,
        },
      );
    }
  }

  private async delete(request: Message): Promise<unknown> {
    await kindOf(request).delete(this.context(request), request.getId(), bag(request.getProperties()));
    return new Empty();
  }

  private context(request: Message): Context {
    const urn: string = request.getUrn();
    const seconds = Number(request.getTimeout?.() ?? 0);
    const signals = [
      this.cancellation.signal,
      ...(seconds > 0 ? [AbortSignal.timeout(seconds * 1_000)] : []),
    ];
    const redacted = redactorOf(bagsOf(request));
    const log: Context["log"] = (message, severity = "info", passing = false) => {
      const line = new enginePackage.LogRequest();
      line.setSeverity(severity === "warning" ? 2 : 1);
      line.setMessage(redacted(message));
      line.setUrn(urn);
      line.setEphemeral(passing);
      this.engine?.log(line, () => undefined);
    };
    const { ownerId, waitForDeployCompletion, skipDeployAfterServiceUpdate } = this.configuration;
    const client = clientOf(this.configuration, (message) => log(message, "warning", true));
    return {
      client,
      ownerId,
      waitForDeployCompletion,
      skipDeployAfterServiceUpdate,
      signal: AbortSignal.any(signals),
      log,
    };
  }
}

/** What a preview shows: inputs as they are; computed outputs unknown, unless the change leaves them alone. */
function preview(
  kind: ResourceKind,
  inputs: Properties,
  old: typeof NOTHING,
  changed: readonly string[],
): Properties {
  const computed = Object.entries(kind.computed).map(([name, stays]) => {
    return [name, name in old.state && stays(changed) ? old.state[name] : UNKNOWN];
  });
  return { ...inputs, ...kind.planned?.(inputs, old), ...Object.fromEntries(computed) };
}

function kindOf(request: Message): ResourceKind {
  const type = String(request.getType?.() || request.getUrn().split("::")[2]?.split("$").at(-1));
  const kind = KINDS.find(({ token }) => token === type);
  if (kind === undefined) throw new Error(`the render provider has no resource ${type}.`);
  return kind;
}

/** Every property bag of a request, whatever the call. */
function bagsOf(request: Message): Properties[] {
  const getters = ["getProperties", "getInputs", "getNews", "getOlds", "getOldInputs"];
  return getters.filter((name) => typeof request[name] === "function").map((name) => bag(request[name]()));
}

function bag(message: Message): Properties {
  return (plain(message?.toJavaScript() ?? {}) ?? {}) as Properties;
}
