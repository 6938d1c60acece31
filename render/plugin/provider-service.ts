// Longer than 200 lines: one method for each call of the engine, side by side as the protocol lists them.
import type * as grpc from "@grpc/grpc-js";
import enginePackage from "@pulumi/pulumi/proto/engine_pb";
import providerPackage from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { isMissing } from "../../render-api";
import { timeLimit } from "../../system";
import { changesOf, rootOf } from "../difference";
import { IncompleteResourceError } from "../failure";
import { acceptFields, type Problem } from "../fields";
import type { Notes } from "../notes";
import type { Context, Old, ResourceKind } from "../resource-kind";
import { KINDS } from "../resources";
import { touchedBetween, touchedDifferences } from "../touched";
import { type Configuration, clientOf, configurationProblems, readConfiguration } from "./configuration";
import { propertiesOf, statusOf } from "./init-failure";
import { invoked } from "./invoke";
import { Journal, journalFolder } from "./journal";
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
  #journal: Journal | undefined;
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
      invoke: unary((request) => this.invoke(request)),
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
    this.#journal = undefined;
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
    const [oldInputs, inputs] = [bag(request.getOldInputs()), bag(request.getNews())];
    const { notes } = this.settled(request, oldInputs);
    const shown = changesOf(kind, oldInputs, inputs, bag(request.getOlds()));
    const found = [...shown, ...touchedDifferences(notes.touched(), shown, oldInputs, inputs)];
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
    const context = this.context(request);
    this.journal.created(context.urn);
    const { id, outputs } = await kind.create(context, inputs);
    response.setId(id);
    response.setProperties(propertiesOf(outputs, kind.secrets));
    return response;
  }

  private async read(request: Message): Promise<unknown> {
    const kind = kindOf(request);
    // Before the answer changes the inputs: they would not be known again as those that were wanted.
    this.journal.settle(
      request.getUrn(),
      request.getId(),
      bag(request.getProperties()),
      bag(request.getInputs()),
    );
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
    const oldInputs = bag(request.getOldInputs());
    const touched = this.settled(request, oldInputs).notes.touched();
    const old = { inputs: oldInputs, state: bag(request.getOlds()), touched };
    const inputs = bag(request.getNews());
    const response = new providerPackage.UpdateResponse();
    const shown = changesOf(kind, old.inputs, inputs, old.state).map(({ path }) => rootOf(path));
    const changed = [...new Set([...shown, ...touched.map(([root]) => root)])];
    const outputs = request.getPreview()
      ? preview(kind, inputs, old, changed)
      : await this.updated(kind, request, old, { inputs, changed });
    response.setProperties(propertiesOf(outputs, kind.secrets));
    return response;
  }

  private async updated(
    kind: ResourceKind,
    request: Message,
    old: Old,
    { inputs, changed }: { readonly inputs: Properties; readonly changed: readonly string[] },
  ) {
    const context = this.context(request);
    const id: string = request.getId();
    const { urn } = context;
    try {
      const touched = touchedBetween(new Set(changed), old.inputs, inputs);
      this.journal.noteUpdate(urn, touched, inputs, (message) => context.log(message, "warning"));
      const outputs = await kind.update(context, id, old, inputs);
      this.journal.updateDone(urn);
      return outputs;
    } catch (error) {
      // The changes are made: only the deploy that they need is not live.
      if (error instanceof IncompleteResourceError) this.journal.updateDone(urn);
      if (!isMissing(error) || (await kind.read(context, id, old.inputs, old.state)) !== undefined)
        throw error;
      throw new Error(
        `${id} is not at Render any more. \`pulumi refresh\` takes note of that; then \`pulumi up\`.`,
        {
          cause: error,
        },
      );
    }
  }

  private async delete(request: Message): Promise<unknown> {
    const context = this.context(request);
    await kindOf(request).delete(context, request.getId(), bag(request.getProperties()));
    this.journal.gone(context.urn, request.getId());
    return new Empty();
  }

  private invoke(request: Message): Promise<unknown> {
    const token: string = request.getTok();
    return invoked(token, bag(request.getArgs()), this.contextOf(token, bagsOf(request)));
  }

  /** The notes of the request's resource, without what the engine's state knows. */
  private settled(request: Message, oldInputs: Properties): { readonly notes: Notes } {
    const urn: string = request.getUrn();
    this.journal.settle(urn, request.getId(), bag(request.getOlds()), oldInputs);
    return { notes: this.journal.notes(urn) };
  }

  private get journal(): Journal {
    const { host, ownerId } = this.configuration;
    this.#journal ??= new Journal(journalFolder(), `${host} ${ownerId}`);
    return this.#journal;
  }

  private context(request: Message): Context {
    return this.contextOf(request.getUrn(), bagsOf(request), Number(request.getTimeout?.() ?? 0));
  }

  /** `seconds` is the operation's longest time, 0 where there is none. */
  private contextOf(urn: string, bags: readonly Properties[], seconds = 0): Context {
    const signals = [this.cancellation.signal, ...(seconds > 0 ? [timeLimit(seconds * 1_000)] : [])];
    const redacted = redactorOf(bags);
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
      urn,
      notes: this.journal.notes(urn, (message) => log(message, "warning")),
      takeOver: (process.env.RENDER_TAKE_OVER ?? "").split(/[\s,]+/).filter((id) => id !== ""),
      ownerId,
      waitForDeployCompletion,
      skipDeployAfterServiceUpdate,
      signal: AbortSignal.any(signals),
      log,
    };
  }
}

/** What a preview shows: inputs as they are; computed outputs unknown, unless the change leaves them alone. */
function preview(kind: ResourceKind, inputs: Properties, old: Old, changed: readonly string[]): Properties {
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
  const getters = ["getProperties", "getInputs", "getNews", "getOlds", "getOldInputs", "getArgs"];
  return getters.filter((name) => typeof request[name] === "function").map((name) => bag(request[name]()));
}

function bag(message: Message): Properties {
  return (plain(message?.toJavaScript() ?? {}) ?? {}) as Properties;
}
