/** Times and other words that come before a message, by who writes them; tried in turn until none is left. */
export const PREFIXES: readonly RegExp[] = [
  // RFC 3339, as Render's API, `docker logs -t` and kubectl write it; the space instead of T is Python's and Go's.
  /^\s*\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|\s?[+-]\d\d:?\d\d)?(?:\] │ |\]?\s+)/,
  // Render's dashboard, copied.
  /^[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d [AP]M\s+/,
  // Node-RED and others that write the day first.
  /^\d{1,2} [A-Z][a-z]{2} \d\d:\d\d:\d\d - /,
  /^\d{1,2}:\d\d:\d\d(?:[.,]\d{1,6})?(?: [AP]M:?)?\s+(?:\| )?/,
  // RFC 5424, a log stream's: priority, version, time, host, program, process, message id, no structured data.
  /^<\d{1,3}>1 \S+ \S+ \S+ \S+ \S+ (?:-|\[[^\]]*\])\s?/,
  // `docker compose logs`
  /^[\w.-]+(?:-\d+)?\s+\| /,
  // `kubectl logs --prefix`, pm2
  /^\[pod\/[\w./-]+\]\s/,
  /^\d+\|[\w.-]+\s*\| /,
  // Heroku's and Fly's own readers: the process, and Fly's region and level.
  /^(?:app|heroku)\[[\w.-]+\]: /,
  /^(?:app|health)\[\w+\] [a-z]{3} \[\w+\] ?/,
  /^\[(?:info|warn|error)\](?=\S|\s{2,})/,
  // BuildKit's plain progress: the step and its seconds; and what `docker build` prints of a step that failed.
  /^#\d+ (?:\[[^\]]*\] )?(?:\d+\.\d+ ?)?/,
  /^\d{1,4}\.\d{1,3} (?= |\S)/,
  // A step's seconds on an empty line of it.
  /^\d{1,4}\.\d{1,3}$/,
  // Fly's older release logs.
  /^ {1,4}\| (?=\S)/,
  // Cloud Foundry: the source and the stream; Vercel: the time in brackets; Passenger: the process and the stream.
  /^\[[A-Z]+(?:\/[\w-]+)*\/\d+\] (?:OUT|ERR) ?/,
  /^\[\d\d:\d\d:\d\d(?:\.\d{3})?\] ?/,
  /^App \d+ (?:stdout|stderr|output): ?/,
  // Sidekiq: the process and the thread.
  /^\d+ TID-\w+ (?:[A-Z]\w+ )?(?=[A-Z]+: )/,
  // Nest's console logger.
  /^\[Nest\] \d+\s+- \S+ \S+ [AP]M\s+/,
  // Heroku's and Railway's build output, and what Gigalixir's client passes on.
  /^(?:remote: |----->|=====>|\s*▸) */,
  // Cloud Build: the step, and its name where it has one.
  /^Step #\d+(?: - "[^"]*")?: /,
  // GitHub Actions: a mark of the line, and in what `gh run view --log` prints the job and the step.
  /^##\[\w+\]/,
  /^[^\t]{1,100}\t[^\t]{1,100}\t(?=\uFEFF?\d{4}-\d\d-)\uFEFF?/,
  // A process id, as gunicorn writes one before each level.
  /^\[\d+\]\s+/,
  // Kubernetes' own files (CRI): the stream, and whether the line is whole; and how others name the stream.
  /^(?:stdout|stderr) [FP] /,
  /^\[(?:stdout|stderr|out|err|inf)\] +(?=\S)/,
  /^(?:stdout|stderr)(?: \||:) /,
  // GitLab's job logs: the section's stream.
  /^\d\d[OE][ +]/,
  // App Engine: service and version; ECS: the task; Docker's swarm: the task and its node; DigitalOcean: the component.
  /^[\w-]+\[\d{8}t\d{6}\] +/,
  /^ecs\/[\w-]+\/[0-9a-f]{6,32} /,
  /^[\w.-]+@[\w.-]+ +\| /,
  /^\[[\w-]+\] (?=\[?\d{4}-\d\d-\d\d[T ]\d\d:)/,
  // stern: the pod, and its container of the same name. The pod's form comes first: a long word is looked through once.
  /^(?=[a-z][\w-]*-[a-z0-9]{5,10}-[a-z0-9]{5} )([a-z]\w*)[\w-]*-[a-z0-9]{5,10}-[a-z0-9]{5} \1[\w-]* (?=\S)/,
  // Go's, nginx's, PHP's, Apache's and Django's dates, HTTP's, and seconds since 1970.
  /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{3,6})? (?=[^\s[])/,
  /^\[?\d\d[/.-](?:\d\d|[A-Z][a-z]{2})[/.-]\d{4}[ :,T]+\d\d:\d\d:\d\d(?:[.,]\d{1,6})?(?: (?:UTC|[+-]\d{4}))?\]?\s+/,
  /^\[?[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d(?:\.\d{1,6})? \d{4}\]?\s+/,
  /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:GMT|UTC|[+-]\d{4}):? /,
  /^\d{10}(?:\.\d{1,9})? (?=\S)/,
  // Runners of several scripts: turbo, `pnpm -r`, `yarn workspaces foreach`, concurrently; buildpacks' phases.
  /^@?[\w./-]+:(?:pre|post)?(?:build|start|dev|lint|test|typecheck|compile|migrate|deploy)(?::\w+)?: /,
  /^[\w@.-]+(?:\/[\w.-]+)+ (?:pre|post)?(?:build|start|dev|lint|test|typecheck|compile|migrate|prepare|install)(?:: |\$ )/,
  /^\[@?[\w-]+\/[\w-]+\]: /,
  /^\[(?:api|web|server|client|frontend|backend|app|worker|ui|admin|service|analyzer|detector|restorer|builder|exporter)\] +(?=\S)/,
];
