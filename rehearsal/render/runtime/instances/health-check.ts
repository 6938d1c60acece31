import http from "node:http";
import net from "node:net";
import { timeLimit } from "../../../../system";

/** Undefined when the instance answered well, else what was wrong, in the words of Render's events. */
export type HealthProblem = string | undefined;

/** Connects to the port: the check of a service without a health check path. */
export function probeTcp(port: number, timeoutSeconds: number): Promise<HealthProblem> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: "127.0.0.1", port, timeout: timeoutSeconds * 1000 });
    const end = (verdict: HealthProblem): void => {
      socket.destroy();
      resolve(verdict);
    };
    socket.once("connect", () => end(undefined));
    socket.once("timeout", () => end(`TCP health check failed (timed out after ${timeoutSeconds} seconds)`));
    socket.once("error", (error) => end(`TCP health check failed (${error.message})`));
  });
}

/** GET on the health check path: 2xx and 3xx pass, all else fails, no answer in time included. */
export function probeHttp(check: HealthCheck, signal: AbortSignal): Promise<HealthProblem> {
  const { port, path, host, timeoutSeconds } = check;
  return new Promise((resolve) => {
    const request = http.get({
      host: "127.0.0.1",
      port,
      path,
      headers: { Host: host, "User-Agent": "Render/1.0" },
      agent: false,
      signal: AbortSignal.any([signal, timeLimit(timeoutSeconds * 1000)]),
    });
    request.once("response", (response) => {
      const status = response.statusCode ?? 0;
      response.resume();
      resolve(
        status >= 200 && status < 400
          ? undefined
          : `HTTP health check failed (unexpected status code: ${status})`,
      );
    });
    request.once("error", (error) => {
      const timedOut = error.name === "AbortError" || error.name === "TimeoutError";
      const why = timedOut ? `timed out after ${timeoutSeconds} seconds` : error.message;
      resolve(`HTTP health check failed (${why})`);
    });
  });
}

export interface HealthCheck {
  readonly port: number;
  /** Empty where the service has none: then the port's own answer is enough. */
  readonly path: string;
  readonly host: string;
  readonly timeoutSeconds: number;
}

/** One health check of an instance; it is over at once when the signal comes. */
export function checkHealth(check: HealthCheck, signal: AbortSignal): Promise<HealthProblem> {
  return check.path === "" ? probeTcp(check.port, check.timeoutSeconds) : probeHttp(check, signal);
}

/** Whether another process on this machine has the port already. */
export function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code === "EADDRINUSE"));
    server.listen({ port, host: "0.0.0.0" }, () => server.close(() => resolve(false)));
  });
}
