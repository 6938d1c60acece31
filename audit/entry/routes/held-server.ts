import type { SyntaxNode } from "@lezer/common";
import { ancestorsOf } from "../../readers/code/syntax-tree";
import type { JavaScriptModule } from "../../readers/javascript/module";
import { notFollowed } from "./routers";

/** Methods and settings of a server that answer nothing. */
const LISTENS =
  /^(?:listen|close|address|once|setTimeout|(?:keepAlive|headers|request)?Timeout|closeAllConnections|closeIdleConnections|maxConnections)$/;
/** What answers below a path of its own, or no request at all: socket.io, WebSockets. */
const BESIDE =
  /(?:^|\.)(?:Server|WebSocketServer|socketIo|socketio|socketIO|io|initSocket\w*)$|^require\(["']socket\.io["']\)$/;

/** Of a server that holds the application: whatever else is given it may answer before the application. */
export function onlyListens(module: JavaScriptModule, call: SyntaxNode): void {
  const { tree } = module;
  const { parent } = call;
  if (parent?.name === "MemberExpression") return;
  const name = parent?.name === "VariableDeclaration" ? parent.firstChild?.nextSibling : undefined;
  if (name?.name !== "VariableDefinition") notFollowed();
  const text = tree.text(name);
  for (const used of tree.nodes("VariableName").filter((one) => tree.text(one) === text)) {
    const at = used.parent;
    const isListening =
      at?.name === "MemberExpression" &&
      (LISTENS.test(at.lastChild === null ? "" : tree.text(at.lastChild)) || isEvent(module, at));
    const given = ancestorsOf(used).find(({ name: kind }) => /^(?:Call|New)Expression$/.test(kind));
    const isBeside = given !== undefined && BESIDE.test(tree.callee(given));
    if (!isListening && !isBeside) notFollowed();
  }
}

/** `server.on("error", …)`: of its events requests alone are answered. */
function isEvent({ tree }: JavaScriptModule, { parent, lastChild }: SyntaxNode): boolean {
  const [event] = parent?.name === "CallExpression" ? tree.arguments(parent) : [];
  return (
    lastChild !== null &&
    tree.text(lastChild) === "on" &&
    event !== undefined &&
    !/request/.test(tree.text(event))
  );
}
