/**
 * One signal for the whole command: Ctrl-C and SIGTERM abort it, so that what was started is ended in order.
 * A second Ctrl-C ends the process at once; the watchers of the embedded environment then end its processes.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(130);
      process.stderr.write(`\nportcullis: ${signal}: ending what was started (again to end at once)\n`);
      controller.abort(new Error(`interrupted by ${signal}`));
    });
  }
  return controller.signal;
}
