import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "../../../system";

const FOLDER = join(__dirname, "..", "..", "..", "rehearsal", "service");

/** The sample service as a process of its own, started as a stack's start command starts it. */
export class RunningService {
  readonly log: string[] = [];
  /** Exit code or signal, once all of the log has been read. */
  readonly ended: Promise<number | string>;

  private constructor(
    private readonly child: ChildProcess,
    readonly origin: string,
  ) {
    for (const stream of [child.stdout, child.stderr])
      if (stream !== null) createInterface({ input: stream }).on("line", (line) => this.log.push(line));
    this.ended = once(child, "close").then(([code, signal]) => code ?? signal);
  }

  static async start(
    interpreter: string,
    environment: Readonly<Record<string, string>>,
  ): Promise<RunningService> {
    const port = await freePort();
    const uvicorn = ["-m", "uvicorn", "main:app", "--host", "127.0.0.1", "--port", String(port)];
    const child = spawn(interpreter, ["-W", "default", ...uvicorn], {
      cwd: FOLDER,
      env: { PATH: process.env.PATH, PYTHONDONTWRITEBYTECODE: "1", ...environment },
    });
    return new RunningService(child, `http://127.0.0.1:${port}`);
  }

  /** Waits until the service listens; fails with its log when it ends before. */
  async listening(): Promise<this> {
    const ended = this.ended.then((how) => {
      throw new Error(`The service ended with ${how}:\n${this.log.join("\n")}`);
    });
    const announced = new Promise<void>((resolve) => {
      const look = (): void => {
        if (this.log.some((line) => line.includes("Uvicorn running on"))) resolve();
        else setTimeout(look, 10);
      };
      look();
    });
    await Promise.race([announced, ended]);
    return this;
  }

  terminate(): void {
    this.child.kill("SIGTERM");
  }

  async end(): Promise<void> {
    if (this.child.exitCode === null) this.child.kill("SIGKILL");
    await this.ended;
  }
}
