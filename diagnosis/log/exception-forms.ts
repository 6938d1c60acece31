/** How one language prints an exception. */
export interface Form {
  /** Python prints the stack before the error, and so the nearest frame last. */
  readonly stackFirst?: true;
  /** The line after the head has the message, and its type where it names one. */
  readonly messageNext?: true;
  readonly head: RegExp;
  readonly frame: RegExp;
  /** The head is nothing else but an exception, so that it needs no frame. */
  readonly alone?: true;
}

export const FORMS: readonly Form[] = [
  {
    stackFirst: true,
    head: /^ {0,3}(?<type>(?:[a-z_]\w*\.)*[A-Z]\w*)(?:: (?<message>.*))?$/,
    frame: /^\s*File "(?<file>[^"]+)", line (?<line>\d+)/,
  },
  // Go
  {
    head: /^(?<type>panic|fatal error): (?<message>.*)$/,
    frame: /^\s*(?<file>\/\S+\.go):(?<line>\d+)|^goroutine \d+ \[/,
  },
  // Rust
  {
    messageNext: true,
    head: /^thread '[^']*'(?: \(\d+\))? (?<type>panicked) at (?:'(?<message>.*)', )?(?<file>[^\s:']+\.rs):(?<line>\d+)(?::\d+)?:?$/,
    frame: /^\s*at (?<file>\S+\.rs):(?<line>\d+)/,
  },
  // Ruby
  {
    head: /^(?:\S+ )?(?<file>[\w./-]+\.rb):(?<line>\d+):in [`'][^']*': (?<message>.*) \((?<type>[A-Z][\w:]*)\)$/,
    frame: /^\s*(?:from )?(?<file>\/?[\w./-]+\.rb):(?<line>\d+):in [`']/,
  },
  // Ruby's rake and Rails: what aborted, on the next line why, and then the frames
  {
    messageNext: true,
    head: /^(?:\S+\/)?(?<type>rake|rails|cap) aborted!$/,
    frame: /^\s*(?:from )?(?<file>\/?[\w./-]+\.(?:rb|rake)):(?<line>\d+):in [`']/,
  },
  // Elixir
  {
    alone: true,
    head: /^\s*\*\* \((?<type>[A-Z][\w.]*)\) (?<message>.*)$/,
    frame: /^\s*(?:\((?<library>\w+)(?: [\d.]+)?\) )?(?<file>[\w/.-]+\.(?:exs?|erl)):(?<line>\d+): /,
  },
  // Laravel's log: the exception as an object in the context of the line
  {
    head: /\[object\] \((?<type>[\w\\]+)\(code: [^)]*\): (?<message>.*?) at (?<file>\/[^\s:]+):(?<line>\d+)\)?/,
    frame: /^#\d+ (?<file>\/\S+?)\((?<line>\d+)\): /,
  },
  // PHP: what it could not go on from, and what nothing caught
  {
    alone: true,
    head: /^(?:PHP )?(?<type>(?:Fatal|Parse|Compile|Core) error):\s+(?!Uncaught)(?<message>.*?) in (?<file>\/\S+) on line (?<line>\d+)$/,
    frame: /^#\d+ (?<file>\/\S+?)\((?<line>\d+)\): /,
  },
  {
    alone: true,
    head: /^(?:PHP )?Fatal error:\s+Uncaught (?<type>[\w\\]+): (?<message>.*?) in (?<file>\/\S+?):(?<line>\d+)/,
    frame: /^#\d+ (?<file>\/\S+?)\((?<line>\d+)\): /,
  },
  // Ruby's rake and Rails: the type first, then the frames
  {
    head: /^\s*(?<type>[A-Z]\w*(?:::[A-Z]\w*)+): (?<message>.*)$/,
    frame: /^\s*(?:from )?(?<file>\/?[\w./-]+\.rb):(?<line>\d+):in [`']/,
  },
  // Java and Kotlin
  {
    head: /^\s*(?:Exception in thread "[^"]*" |Caused by: )?(?<type>(?:[a-z]\w*\.)+[A-Z][\w$]*)(?:: (?<message>.*))?$/,
    frame:
      /^\s*at (?:[\w.]+(?:@[\w.]+)?\/{1,2})?(?<file>(?:[\w$]+\.)+[\w$<>]+)\([\w$]+\.(?:java|kt|scala|clj):(?<line>\d+)\)/,
  },
  // .NET
  {
    head: /^\s*(?:Unhandled [Ee]xception[.:] |-+> )?(?<type>(?:[A-Z]\w*\.)+\w*Exception)(?: \(\w+\))?: (?<message>.*)$/,
    frame:
      /^\s*at (?:(?<library>(?:System|Microsoft|Npgsql|StackExchange|Newtonsoft|MySql\w*|Serilog)(?:\.[A-Z]\w*)*)\.)?[\w.<>`|+[\],]+\(.*\)(?: in (?<file>\S.*):line (?<line>\d+))?$/,
  },
  // Node's own for several addresses of one host: a code, and no message
  {
    head: /^\s*(?:\[cause\]: )?(?<type>AggregateError) \[(?<message>E\w+)\]: ?$/,
    frame: /^\s*at (?:.*\()?(?:file:\/\/)?(?<file>[^()\s]+?):(?<line>\d+):\d+\)?/,
  },
  // Node, Bun and Deno
  {
    head: /^\s*(?:.{0,60}?\.\.\.|[\w @]{1,60}: |(?:\[\w+\] ?){1,3})?(?:Uncaught |\[cause\]: |cause: |\[)?(?<type>(?:[A-Z]\w*)?(?:Error|Exception)|error)(?: \[\w+\])?: (?<message>.*)$/,
    frame:
      /^\s*at (?:.*\()?(?:file:\/\/)?(?<file>node:[\w/]+|[^()\s]+?\.(?:[cm]?[jt]sx?|coffee|vue|svelte)):(?<line>\d+):\d+\)?/,
  },
];

/** Files that are a language's own or a package's, and the package's name where the path says it. */
export const FOREIGN: readonly RegExp[] = [
  /(?:site|dist)-packages\/(?<name>[\w-]+)/,
  /.*node_modules[\\/](?<name>(?:@[\w.-]+[\\/])?[\w.-]+)/,
  /gems\/(?<name>[\w-]+?)-\d/,
  /\/vendor\/(?<name>[\w.-]+\/[\w.-]+)/,
  /pkg\/mod\/(?<name>[\w./-]+?)@/,
  /registry\/src\/[^/]+\/(?<name>[\w-]+?)-\d/,
  /(?:^|\/)deps\/(?<name>\w+)\//,
  /^(?<name>(?:org|io|com)\.(?:spring\w*|hibernate|postgresql|flywaydb|zaxxer|apache|fasterxml|mysql|netty))\./,
  /^(?<name>kafka|scala|akka|liquibase|groovy|freemarker|okhttp3|feign|oracle|play|zio|com\.(?:google|amazonaws|microsoft|mongodb|rabbitmq|datastax|ibm|oracle|sun|netflix|alibaba|azure|clickhouse|hazelcast|typesafe))\./,
  /(?:^|\/)(?:libcore|libstd|liballoc)\//,
  /^(?<name>(?:org|io|net|reactor|jakarta)\.\w+)\./,
  /^(?:_\w+|events|net|fs|module|tls|timers|domain|dns|stream|bootstrap_node|node|child_process|cluster|vm|util)\.js$/,
  /^(?:node:|internal\/|java\.|javax\.|jdk\.|sun\.|kotlin\.|<|\/rustc\/|\/usr\/local\/go\/|\/usr\/lib\/|\/usr\/local\/bin\/)/,
  /\/lib(?:64)?\/(?:python|ruby)[\d.]*\/|\/src\/(?:runtime|net|database\/sql)\/|asyncpg\/protocol\/|\.pyx$|\/std\/src\/|\/core\/src\//,
];
