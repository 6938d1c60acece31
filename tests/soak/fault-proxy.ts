import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** What Render's answer to a request becomes. */
export const FAULTS = {
  limited: "answered 429 with Retry-After: 1",
  failing: "answered 500, and not acted on",
  gateway: "answered by a proxy's page, 502, and not acted on",
  refused: "cut before it is acted on",
  lost: "acted on, and the answer lost",
  truncated: "acted on, and half of the answer lost",
  empty: "acted on, and answered without a body",
  odd: "acted on, and answered by {}",
  slow: "acted on, and answered 2 s later",
} as const;

export type FaultName = keyof typeof FAULTS;

/** When something happens to a request: before Render has it, before the answer is passed on, or after it. */
export type Moment = "before" | "in flight" | "after";

export interface Hit {
  /** Requests that change something, or all. */
  readonly counts: "changes" | "all";
  /** The first is 1. */
  readonly number: number;
  readonly fault?: FaultName;
  /** How many requests the fault hits, the counted one and those after it. */
  readonly times?: number;
  readonly moment?: Moment;
  /** Called once at the moment. */
  readonly act?: () => Promise<void>;
}

const ENDED = "the proxy ended this connection";

/** Is between a client and the embedded Render, and does what is ordered to one of the requests. */
export class FaultProxy {
  target = "";
  /** The requests since the last order, `METHOD path`. */
  readonly seen: string[] = [];
  /** The request that was hit. */
  hit: string | undefined;
  private order: Hit | undefined;
  private counted = 0;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<FaultProxy> {
    const server = createServer();
    const proxy = new FaultProxy(server);
    server.on("request", (request, response) => {
      proxy.handle(request, response).catch(() => response.destroy());
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return proxy;
  }

  get host(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  next(order: Hit | undefined): void {
    this.order = order;
    this.counted = 0;
    this.seen.splice(0);
    this.hit = undefined;
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const order = this.due(request);
    if (order?.fault !== undefined) return this.fault(order.fault, request, body, response);
    const act = async (moment: Moment): Promise<void> => {
      if (order?.moment === moment) await order.act?.();
    };
    await act("before");
    if (order?.moment === "before" && !response.socket?.writable) throw new Error(ENDED);
    const answer = await this.forward(request, body);
    await act("in flight");
    this.answer(response, answer.status, answer.headers, answer.body);
    await act("after");
  }

  /** The order, where this is the request that it counts to. */
  private due(request: IncomingMessage): Hit | undefined {
    const name = `${request.method} ${String(request.url).replace("/v1", "").split("?")[0]}`;
    this.seen.push(name);
    const { order } = this;
    if (order === undefined || (order.counts === "changes" && request.method === "GET")) return undefined;
    this.counted += 1;
    const past = this.counted - order.number;
    if (past < 0 || past >= (order.times ?? 1)) return undefined;
    this.hit ??= name;
    return order;
  }

  private async forward(request: IncomingMessage, body: Buffer) {
    const url = this.target.replace("/v1", "") + request.url;
    const { authorization = "", "content-type": type = "application/json" } = request.headers;
    const sent =
      body.length > 0 ? { body: new Uint8Array(body), headers: { authorization, "content-type": type } } : {};
    const answer = await fetch(url, { method: request.method ?? "GET", headers: { authorization }, ...sent });
    return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
  }

  private answer(response: ServerResponse, status: number, headers: Headers, body: Buffer | string): void {
    const after = headers.get("retry-after");
    if (after !== null) response.setHeader("retry-after", after);
    response
      .writeHead(status, { "content-type": headers.get("content-type") ?? "application/json" })
      .end(body);
  }

  private async fault(fault: FaultName, request: IncomingMessage, body: Buffer, response: ServerResponse) {
    const none = new Headers();
    switch (fault) {
      case "limited":
        return this.answer(
          response,
          429,
          new Headers({ "retry-after": "1" }),
          '{"message":"too many requests"}',
        );
      case "failing":
        return this.answer(response, 500, none, '{"message":"internal error"}');
      case "gateway":
        return this.answer(
          response,
          502,
          new Headers({ "content-type": "text/html" }),
          "<h1>Bad gateway</h1>",
        );
      case "refused":
        return void response.socket?.resetAndDestroy();
    }
    const answer = await this.forward(request, body);
    switch (fault) {
      case "lost":
        return void response.socket?.resetAndDestroy();
      case "truncated":
        response.writeHead(answer.status, { "content-length": answer.body.length + 1 });
        response.write(answer.body.subarray(0, answer.body.length / 2), () =>
          response.socket?.resetAndDestroy(),
        );
        return;
      case "empty":
        return this.answer(response, answer.status, none, "");
      case "odd":
        return this.answer(response, answer.status, none, answer.status < 300 ? "{}" : answer.body);
      case "slow":
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        return this.answer(response, answer.status, answer.headers, answer.body);
    }
  }
}
