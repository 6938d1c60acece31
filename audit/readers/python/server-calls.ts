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
  /** Which plain argument is the pair of both, and which are the host and the port. */
  readonly at?: { readonly pair: number } | { readonly host: number; readonly port: number };
  /** Whether it may open a socket of its own beside the service's, such as for metrics. */
  readonly socket?: true;
  /** Arguments, by keyword or place, by which something else than host and port says where it listens. */
  readonly elsewhere?: { readonly keywords: RegExp; readonly at?: number };
}

/** The calls of each server, the special before the general. */
export const SERVER_CALLS: readonly ServerCall[] = [
  { call: /^uvicorn\.(?:run|Config)$/, server: "uvicorn", elsewhere: { keywords: /^(?:fd|uds)$/ } },
  { call: /^hypercorn\.run$/ },
  { call: /^granian\.run$/ },
  // emmett-framework/granian, granian/server/common.py: the first three arguments
  {
    call: /^(?:granian\.)?(?:server\.)?Granian$/,
    server: "granian",
    host: "address",
    at: { host: 1, port: 2 },
    elsewhere: { keywords: /^uds$/ },
  },
  { call: /^(?:aiohttp\.)?web\.run_app$/, server: "aiohttp", elsewhere: { keywords: /^(?:sock|path)$/ } },
  { call: /^(?:waitress\.)?serve$/ },
  { call: /^ui\.run$/, server: "nicegui" },
  { call: /^\w+\.run$/, owner: /^(?:\w+\.)?Flask$/, server: "flask", at: { host: 0, port: 1 } },
  { call: /^\w+\.run$/, owner: /^(?:\w+\.)?Dash$/, server: "dash", at: { host: 0, port: 1 } },
  { call: /^\w+\.run$/, owner: /^(?:\w+\.)?SocketIO$/, server: "socketio", at: { host: 1, port: 2 } },
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
  // What a block makes (`with gr.Blocks() as demo`) cannot be followed; in a file of Gradio's it is one of these.
  {
    call: /^\w+\.launch$/,
    imports: /^\s*(?:from|import)\s+gradio\b/m,
    server: "gradio",
    host: "server_name",
    port: "server_port",
  },
  {
    call: /^\w+\.listen$/,
    owner: /^(?:[\w.]+\.)?(?:Application|HTTPServer)$/,
    server: "tornado",
    host: "address",
    at: { host: 1, port: 0 },
  },
  // What a function makes and names cannot be followed; in a file of Tornado's it is one of the two.
  {
    call: /^\w+\.listen$/,
    imports: /^\s*(?:from|import)\s+tornado\b/m,
    server: "tornado",
    host: "address",
    at: { host: 1, port: 0 },
  },
  { call: /^\w+\.run$/, owner: /^(?:\w+\.)?Quart$/, server: "quart", at: { host: 0, port: 1 } },
  {
    call: /^\w+\.run$/,
    owner: /^(?:\w+\.)?Sanic$/,
    server: "sanic",
    at: { host: 0, port: 1 },
    elsewhere: { keywords: /^(?:sock|unix)$/ },
  },
  // An adapter of one's own may listen anywhere; one that is named takes the host and the port.
  { call: /^\w+\.run$/, owner: /^(?:\w+\.)?Bottle$/, server: "bottle", elsewhere: { keywords: /^server$/ } },
  {
    call: /^(?:bottle\.)?run$/,
    imports: /^\s*(?:from|import)\s+bottle\b/m,
    server: "bottle",
    at: { host: 2, port: 3 },
    elsewhere: { keywords: /^server$/, at: 1 },
  },
  {
    call: /^\w+\.start$/,
    owner: /^(?:\w+\.)?Robyn$/,
    server: "robyn",
    at: { host: 0, port: 1 },
    elsewhere: { keywords: /^url$/ },
  },
  // docs.aiohttp.org: runners
  { call: /^(?:web\.)?TCPSite$/, server: "aiohttp", at: { host: 1, port: 2 }, socket: true },
  // werkzeug.palletsprojects.com/serving, docs.python.org/3/library/wsgiref
  { call: /^(?:[\w.]+\.)?run_simple$/, host: "hostname", at: { host: 0, port: 1 }, socket: true },
  { call: /^(?:[\w.]+\.)?make_server$/, at: { host: 0, port: 1 }, socket: true },
  // docs.python.org/3/library/http.server and socketserver, gevent.org: pywsgi
  { call: /^(?:[\w.]+\.)?(?:Threading)?(?:HTTPServer|TCPServer)$/, at: { pair: 0 }, socket: true },
  { call: /^(?:[\w.]+\.)?WSGIServer$/, imports: /\bgevent\b/, at: { pair: 0 }, socket: true },
  // websockets.readthedocs.io
  { call: /^websockets\.serve$/, at: { host: 1, port: 2 }, socket: true },
  // An `app` that cannot be followed may be of any framework: only what it is given counts.
  { call: /^(?:app|application|server)\.run$/ },
];
