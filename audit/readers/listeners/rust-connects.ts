const CONNECTS = String.raw`\b(?:connect\w*|send_to)\(`;
const LISTENS = String.raw`\b(?:bind\w*|serve\w*|listen\w*|run|launch)\(`;
/** Longer statements are not looked through. */
const NEAR = 200;

/** Whether Rust makes a socket's address to connect with, and not to listen on: doc.rust-lang.org/std/net/struct.TcpStream */
export function isConnectedWith(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - NEAR), at);
  if (new RegExp(`${CONNECTS}\\s*&?\\s*$`).test(before)) return true;
  const name = /\b(?:let|const|static)\s+(?:mut\s+)?(\w+)\s*(?::[^=;]*)?=\s*&?$/.exec(before)?.[1];
  if (name === undefined) return false;
  const isGiven = (call: string): boolean => new RegExp(`${call}[^;]{0,${NEAR}}?\\b${name}\\b`).test(text);
  return isGiven(CONNECTS) && !isGiven(LISTENS);
}
