import type { EventRow } from "./event-row";

/** What a build says as it goes on, and what says that it is over: an error between them is the build's. */
export const PHASE_EVENTS: readonly EventRow[] = [
  {
    id: "event/building",
    kind: "building",
    pattern:
      /^(?:Step|STEP) \d+\/\d+ ?:|---> Running in [0-9a-f]{8,}|^(?:yarn|bun|npm|pnpm) install v?\d|\[\d\/\d\] (?:Resolving|Fetching|Linking|Building|Validating) |^Collecting [\w.-]+|^Installing (?:dependencies|collected packages)|^\s+Compiling [\w-]+ v\d|Creating an optimized production build|>>> RUN |\] RUN |Using Nixpacks|Running build command|^Running "(?:yarn|npm|pnpm) |^Preparing (?:pnpm|yarn)@|Scanning for projects|Microsoft \(R\) .{0,40}(?:Linker|Compiler|Build Engine)|^Building native extensions|Fetching gem metadata|^go: (?:downloading|finding|creating new)|Loading composer repositories|^Fetching https?:\/\/\S+\.git\b|Failed to run npm install/,
    source:
      "moby/buildkit; yarnpkg/yarn; pip.pypa.io; doc.rust-lang.org/cargo: what they print as they go on",
    example: "Step 4/8 : RUN npm run build",
  },
  {
    id: "event/step-done",
    kind: "step-done",
    pattern:
      /\bcompiled with \d+ warnings?\b|Compiled with warnings|^Successfully installed |^added \d+ packages|^(?:up to date, )?audited \d+ packages|✓ built in |^Bundle complete!|^Generating (?:optimized )?autoload files|^Build succeeded\.|^\s+Finished `?release/,
    source:
      "webpack/webpack; pypa/pip; npm/cli; vitejs/vite; rubygems/bundler; composer/composer; dotnet/msbuild; rust-lang/cargo: what they print when a step went well",
    example: "webpack 5.91.0 compiled with 1 warning in 5310 ms",
  },
  {
    id: "event/connected",
    kind: "connected",
    pattern:
      /\b(?:database|db|postgres(?:ql)?|mysql|mongo(?:db)?|redis|rabbitmq|kafka|broker)\b.{0,20}\b(?:connected|connection (?:established|successful|restored))\b(?!.{0,20}(?:fail|lost|error))|^(?:.{0,60} )?[Rr]econnected(?: after .*)?\.?$|\b(?:connected|reconnected) (?:successfully )?to (?:the )?(?:database|db|postgres(?:ql)?|mysql|mongo(?:db)?|redis|rabbitmq|amqps?|kafka|broker)\b|\bHikariPool-\d+ - Start completed\b/i,
    source:
      "mongoosejs.com; sequelize.org; typeorm.io; brettwooldridge/HikariCP: what services print once they are connected",
    example: "Connected to the database",
  },
  {
    id: "event/restarted",
    kind: "restarted",
    pattern:
      /^Starting process with command `|^\[nodemon\] (?:re)?starting [`'"]|\bApp \[[^\]]{1,80}\] starting in -|Scheduled restart job, restart counter is at|^(?:\[info\] ?)?Starting init \(commit|Starting gunicorn \d|^Restarting (?:with|server|process)\b/,
    source:
      "devcenter.heroku.com/articles/logging; remy/nodemon; Unitech/pm2; systemd/systemd; superfly/init-snapshot; benoitc/gunicorn",
    example: "Starting process with command `node server.js`",
  },
  {
    id: "event/running",
    kind: "running",
    pattern:
      /^Successfully (?:built|tagged) |^Attaching to |exporting layers|[Cc]ompiled successfully|BUILD SUCCESS|Starting gunicorn|State changed from|^Preparing to run: |^Recreating |^Starting container|Successfully pulled image|^Created database '/,
    source: "moby/moby; docker/compose: what they print when a build is over, or a container starts",
    example: "Successfully tagged web:latest",
  },
];
