/** A call that serves: what is called, on what it is called, and the row of the server whose defaults it has. */
export interface ServerCall {
  readonly call: RegExp;
  /** The class of the object whose method is called. */
  readonly owner?: RegExp;
  /** What the file has to import, where the object cannot be followed. */
  readonly imports?: RegExp;
  readonly server?: string;
  readonly host?: string;
  readonly port?: string;
  /** The keyword by which it serves over HTTP at all, and with which values. */
  readonly only?: { readonly keyword: string; readonly values: RegExp };
  /** Whether the first plain argument is the port. */
  readonly positional?: boolean;
  /** Which plain argument is the pair of both, and which are the host and the port. */
  readonly at?: { readonly pair: number } | { readonly host: number; readonly port: number };
}

/** The calls of each server, the special before the general. */
export const SERVER_CALLS: readonly ServerCall[] = [
  { call: /^uvicorn\.(?:run|Config)$/, server: "uvicorn" },
  { call: /^hypercorn\.run$/ },
  { call: /^granian\.run$/ },
  { call: /^(?:aiohttp\.)?web\.run_app$/, server: "aiohttp" },
  { call: /^(?:waitress\.)?serve$/ },
  { call: /^ui\.run$/, server: "nicegui" },
  { call: /^\w+\.run$/, owner: /^(?:\w+\.)?Flask$/, server: "flask" },
  { call: /^\w+\.run$/, owner: /^(?:\w+\.)?Dash$/, server: "dash" },
  { call: /^\w+\.run$/, owner: /^(?:\w+\.)?SocketIO$/, server: "socketio" },
  {
    call: /^\w+\.run$/,
    owner: /^(?:\w+\.)?FastMCP$/,
    server: "fastmcp",
    only: { keyword: "transport", values: /^(?:http|sse|streamable-http)$/ },
  },
  {
    call: /^\w+\.launch$/,
    owner: /^(?:\w+\.)?(?:Blocks|Interface|ChatInterface|TabbedInterface)$/,
    server: "gradio",
    host: "server_name",
    port: "server_port",
  },
  {
    call: /^\w+\.listen$/,
    owner: /^(?:[\w.]+\.)?(?:Application|HTTPServer)$/,
    server: "tornado",
    host: "address",
    positional: true,
  },
  // What a function makes and names cannot be followed; in a file of Tornado's it is one of the two.
  {
    call: /^\w+\.listen$/,
    imports: /^\s*(?:from|import)\s+tornado\b/m,
    server: "tornado",
    host: "address",
    positional: true,
  },
  { call: /^\w+\.run$/, owner: /^(?:\w+\.)?Quart$/, server: "quart" },
  { call: /^\w+\.run$/, owner: /^(?:\w+\.)?Sanic$/, server: "sanic" },
  { call: /^\w+\.run$/, owner: /^(?:\w+\.)?Bottle$/, server: "bottle" },
  { call: /^(?:bottle\.)?run$/, imports: /^\s*(?:from|import)\s+bottle\b/m, server: "bottle" },
  { call: /^\w+\.start$/, owner: /^(?:\w+\.)?Robyn$/, server: "robyn" },
  // docs.aiohttp.org: runners
  { call: /^(?:web\.)?TCPSite$/, server: "aiohttp", at: { host: 1, port: 2 } },
  // werkzeug.palletsprojects.com/serving, docs.python.org/3/library/wsgiref
  { call: /^(?:[\w.]+\.)?run_simple$/, host: "hostname", at: { host: 0, port: 1 } },
  { call: /^(?:[\w.]+\.)?make_server$/, at: { host: 0, port: 1 } },
  // docs.python.org/3/library/http.server and socketserver, gevent.org: pywsgi
  { call: /^(?:[\w.]+\.)?(?:Threading)?(?:HTTPServer|TCPServer)$/, at: { pair: 0 } },
  { call: /^(?:[\w.]+\.)?WSGIServer$/, imports: /\bgevent\b/, at: { pair: 0 } },
  // websockets.readthedocs.io
  { call: /^websockets\.serve$/, at: { host: 1, port: 2 } },
  // An `app` that cannot be followed may be of any framework: only what it is given counts.
  { call: /^(?:app|application|server)\.run$/ },
];
