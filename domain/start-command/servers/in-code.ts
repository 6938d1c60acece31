import type { Server } from "../server";
import { SERVERS } from ".";

/** What a server binds that code starts without saying so, and the variables that it reads itself. */
export type BoundByDefault = Pick<Server, "host" | "port" | "hostVariables" | "portVariables">;

/** Servers that no command starts, but code alone; each from its own documentation. */
const IN_CODE: Readonly<Record<string, BoundByDefault>> = {
  // docs.aiohttp.org: web.run_app
  aiohttp: { host: "0.0.0.0", port: { from: "default", port: "8080" } },
  // dash.plotly.com/reference: app.run
  dash: {
    host: "127.0.0.1",
    port: { from: "variable", variable: "PORT", fallback: "8050" },
    hostVariables: ["HOST"],
    portVariables: ["PORT"],
  },
  // gradio.app/docs/gradio/blocks: launch
  gradio: {
    host: "127.0.0.1",
    port: { from: "default", port: "7860" },
    hostVariables: ["GRADIO_SERVER_NAME"],
    portVariables: ["GRADIO_SERVER_PORT"],
  },
  // gofastmcp.com/deployment/http
  fastmcp: {
    host: "127.0.0.1",
    port: { from: "default", port: "8000" },
    hostVariables: ["FASTMCP_HOST"],
    portVariables: ["FASTMCP_PORT"],
  },
  // nicegui.io/documentation: ui.run
  nicegui: { host: "0.0.0.0", port: { from: "default", port: "8080" } },
  // bottlepy.org/docs/dev/api.html: run
  bottle: { host: "127.0.0.1", port: { from: "default", port: "8080" } },
  // robyn.tech/documentation; measured with 0.6x in November 2026: PORT is not read
  robyn: {
    host: "127.0.0.1",
    port: { from: "default", port: "8080" },
    hostVariables: ["ROBYN_HOST"],
    portVariables: ["ROBYN_PORT"],
  },
  // flask-socketio.readthedocs.io: SocketIO.run
  socketio: { host: "127.0.0.1", port: { from: "default", port: "5000" } },
  // tornadoweb.org: HTTPServer.listen binds all interfaces, and is always given a port.
  tornado: { host: "0.0.0.0" },
  // nodejs.org/api/net: server.listen binds all interfaces.
  node: { host: "0.0.0.0" },
  // fastify.dev/docs/latest/Reference/Server: listen
  fastify: { host: "localhost" },
  // hapi.dev/api: server.options.host is the machine's own name, and binds all interfaces.
  hapi: { host: "0.0.0.0" },
};

/** What a server binds without an address, by the name of its row. */
export function boundByDefault(name: string): BoundByDefault {
  const row = SERVERS.find(({ names }) => names[0] === name);
  // The variables of these are read by their commands, and not where code calls them.
  return IN_CODE[name] ?? { ...(row?.host && { host: row.host }), ...(row?.port && { port: row.port }) };
}
