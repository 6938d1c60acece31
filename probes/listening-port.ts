/** A port that the log names, and whether only the machine itself can reach it. */
export interface ListeningPort {
  readonly port: number;
  readonly loopback: boolean;
  /** Whether Render says so, and not the process. */
  readonly platform?: true;
}

const ADDRESS = String.raw`(?:https?|tcp):\/\/\[?([^\]\s/]*?)\]?:(\d{2,5})`;

/** Words by which servers and Render say where a process listens, each with its source. */
const STATEMENTS: readonly RegExp[] = [
  // encode/uvicorn: uvicorn/server.py; hypercorn: "Running on http://…"
  new RegExp(String.raw`\b(?:Uvicorn )?running on ${ADDRESS}`, "i"),
  // benoitc/gunicorn: gunicorn/arbiter.py
  new RegExp(String.raw`\bListening at: ${ADDRESS}`, "i"),
];

/** Render's own lines; it looks at 0.0.0.0 alone (docs/facts/render.md#r62). */
const PLATFORM =
  /==> (?:New primary port detected: |Detected service running on port |Detected a new open port HTTP:)(\d{2,5})/;

const LOOPBACK = /^(127\.|localhost$|::1$)/i;

/** Where the log says that the service listens, the newest statement last. */
export function listeningPorts(lines: readonly string[]): readonly ListeningPort[] {
  return lines.flatMap((line): ListeningPort[] => {
    const platform = PLATFORM.exec(line)?.[1];
    if (platform !== undefined) return [{ port: Number(platform), loopback: false, platform: true }];
    for (const statement of STATEMENTS) {
      const [, host = "", port] = statement.exec(line) ?? [];
      if (port !== undefined) return [{ port: Number(port), loopback: LOOPBACK.test(host) }];
    }
    return [];
  });
}
