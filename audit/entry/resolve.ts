// Longer than 200 lines: one class follows every kind of script, so that the chain of its steps has one owner.
import path from "node:path";
import { gunicornConfiguration, type Place, readStartCommand, type StartCommandFact } from "../../domain";
import type { VariableLookup } from "../../domain/start-command/listener";
import { type SimpleCommand, simpleCommands } from "../../domain/start-command/shell";
import { isWorker } from "../../domain/start-command/workers";
import type { Repository } from "../reader";
import { WorkspacePackages } from "../readers/javascript/workspace-packages";
import { applicationOf, workerApplication } from "./application";
import { builtServer } from "./built-server";
import { type Chain, withLast } from "./chain";
import { packageScript } from "./command-files";
import { compiledProgram } from "./compiled-program";
import type { EntryStep } from "./entry";
import { inFolders, quoted } from "./folders";
import { type FrontProxy, frontOfScript, proxiesIn, proxiesOfEntrypoint, proxyOf } from "./front-proxy";
import { withGiven } from "./given-words";
import { INTERPRETER, interpreted } from "./interpreter";
import { launcherOf } from "./launchers";
import { packageRun, workspaceFolders } from "./package-run";
import { type ProcessStep, processStep } from "./process-files";
import { endWith, ownScript } from "./script-end";
import { withSettings } from "./server-settings";
import { ofOlderVersion } from "./server-versions";
import { StartFiles } from "./start-files";
import { withoutWrappers } from "./wrappers";

/** A script may run another one; a circle of them ends here. */
const MAX_STEPS = 8;
/** What teams call a script without an ending. */
const SCRIPT = /(?:^|\/)(?:docker-)?(?:entrypoint|start|run|server|serve|boot)$/;

/**
 * Follows a start command to the file or the server that it starts.
 *
 * @param folders from which it may run, the likeliest first
 * @param variable what is set for it
 */
export function resolveStart(
  fact: StartCommandFact,
  folders: readonly string[],
  folder: string,
  repository: Repository,
  variable: VariableLookup = () => undefined,
  copied?: StartFiles["copied"],
): Chain {
  const { command, place } = fact;
  if (!command.known) return { steps: [], end: { is: "open", why: command.why }, settings: [] };
  const builtBy = place.source === "file" ? (repository.text(place.file) ?? "") : "";
  const start = new StartFiles(repository, folder, copied);
  return new Resolver(start, builtBy, variable).follow({ place, text: command.value }, folders);
}

class Resolver {
  private readonly packages: WorkspacePackages;
  private readonly steps: EntryStep[] = [];

  constructor(
    private readonly start: StartFiles,
    /** The text of the file with the command. */
    private readonly builtBy: string,
    private readonly variable: VariableLookup,
  ) {
    this.packages = WorkspacePackages.of(start.repository);
  }

  follow(step: EntryStep, folders: readonly string[], given: readonly string[] = []): Chain {
    this.steps.push(step);
    if (this.steps.length > MAX_STEPS) return this.open("its scripts run each other");
    const commands = simpleCommands(step.text);
    const bases = inFolders(commands, folders);
    const last = commands.at(-1);
    if (last === undefined) return this.open("no command is in it");
    const words = withoutWrappers(last.words);
    const proxies = [...proxiesIn(step.text), ...proxiesOfEntrypoint(words, bases, this.start)];
    if (proxies.length > 0 && proxyOf(last.words)?.isRead !== true)
      return this.front(proxies, step.place, bases);
    // .NET's own program listens by itself, and its code says where.
    if (/(?:^|\/)dotnet$/.test(words[0] ?? "")) return this.program(words, bases);
    const own = ownScript(words, bases, this.start);
    const overrides = this.steps.length === 1 && own !== undefined && { overrides: own };
    if (own !== undefined) return { ...this.shell(own, words.slice(1), bases), ...overrides };
    if (readStartCommand(step.text) !== undefined)
      return this.builtFor(words, bases) ?? this.server(step.text, last, bases);
    if (isWorker(words)) return this.worker(words, bases);
    return this.script(words, bases, given) ?? this.launched(words) ?? this.program(words, bases);
  }

  /** A web server or a proxy goes into the background: what comes after it is behind it. */
  private front([first, ...more]: readonly FrontProxy[], place: Place, bases: readonly string[]): Chain {
    const text = first?.text ?? "";
    const overrides = this.steps.length === 1 && { overrides: text };
    if (first?.isRead !== true || more.length > 0)
      return { ...this.open(`\`${text}\` is in front of it`), ...overrides };
    this.steps.push({ place, text });
    return { ...this.program(simpleCommands(text).at(-1)?.words ?? [], bases), ...overrides, isFront: true };
  }

  private worker(words: readonly string[], bases: readonly string[]): Chain {
    const application = workerApplication(words, bases, this.start);
    return { steps: this.steps, end: { is: "worker", files: application?.files ?? [] }, settings: [] };
  }

  private server(text: string, { words }: SimpleCommand, bases: readonly string[]): Chain {
    const program = readStartCommand(text)?.program ?? "";
    const at = words.findIndex((word) => word.split("/").at(-1) === program || word === "runserver");
    const application = applicationOf(at < 0 ? words : words.slice(at), bases, this.start);
    const set = withSettings(program, text, bases, this.start, this.start.repository, this.variable);
    if (set?.step !== undefined) this.steps.push(set.step);
    if (set?.open !== undefined) return this.open(set.open);
    const older = ofOlderVersion(program, text, words, bases, this.start.repository);
    const configuration = gunicornConfiguration(text);
    const settings = configuration === undefined ? undefined : this.start.find(bases, configuration);
    return {
      steps: this.steps,
      end: { is: "server", files: application?.files ?? [] },
      settings: settings === undefined ? [] : [settings],
      ...(application !== undefined && { application }),
      ...(set !== undefined && { overrides: set.command }),
      ...(older !== undefined && withLast(this.steps, /^.*$/s, older)),
    };
  }

  /** The program that a build names after its project, as its runtime would be given it. */
  private launched([program = ""]: readonly string[]): Chain | undefined {
    const launcher = launcherOf(program, this.builtBy, this.start.repository);
    if (launcher === undefined) return undefined;
    const { as, ...files } = launcher;
    return { ...withLast(this.steps, program, as), end: { is: "program", ...files }, settings: [] };
  }

  /** What a script of some kind starts; undefined where the command runs none. */
  private script(
    words: readonly string[],
    bases: readonly string[],
    given: readonly string[],
  ): Chain | undefined {
    const [program = "", ...rest] = words;
    const name = program.split("/").at(-1) ?? "";
    const run = packageRun(words);
    if (run !== undefined) return this.packageScript(run, bases);
    if (/^(?:ba|da|z|a)?sh$/.test(name)) {
      const file = rest.find((word) => !/^[-+]/.test(word));
      return file === undefined ? undefined : this.shell(file, rest.slice(rest.indexOf(file) + 1), bases);
    }
    const found = processStep(name, rest, bases, this.start);
    if (found !== undefined) return this.process(found);
    if (/\.sh$/.test(name) || SCRIPT.test(program)) {
      const file = this.start.find(bases, program);
      if (file !== undefined || /\.sh$/.test(name)) return this.shell(program, [...rest, ...given], bases);
    }
    const copied = this.start.copied(program);
    if (copied?.isShell === true) return this.shell(copied.file, [...rest, ...given], bases);
    return copied && this.file(copied.file);
  }

  private packageScript(run: NonNullable<ReturnType<typeof packageRun>>, bases: readonly string[]): Chain {
    if (run === "many") return this.open("it runs scripts of several packages");
    const { script, folder, workspace, given = [] } = run;
    const inside =
      workspace !== undefined
        ? workspaceFolders(workspace, bases, this.packages)
        : folder === undefined
          ? bases
          : bases.map((base) => path.posix.join(base, folder));
    const file = inside
      .map((base) => path.posix.join(base, "package.json"))
      .find((candidate) => this.start.repository.has(candidate));
    if (file === undefined)
      return this.open(`no package.json is found in which \`${script}\` would be a script`);
    const found = packageScript(this.start.repository, file, script);
    const within = [path.posix.dirname(file)];
    if (found === undefined) return this.open(`${file} cannot be read`);
    if (found !== "none") return this.follow(withGiven(found, given, this.steps.at(-1)), within);
    // npm starts this file where no script says otherwise (docs.npmjs.com/cli/commands/npm-start).
    const server = script === "start" ? this.start.find(within, "server.js") : undefined;
    return server === undefined ? this.open(`${file} has no script \`${script}\``) : this.file(server);
  }

  private shell(name: string, given: readonly string[], bases: readonly string[]): Chain {
    const file = this.start.find(bases, name);
    const text = file === undefined ? undefined : this.start.repository.text(file);
    if (file === undefined || text === undefined) {
      // A script that an image of others brings hands over to the command that it is given.
      if (given.length > 0) return this.handedOver(given, bases);
      return this.open(`the script \`${name}\` is not in the repository`);
    }
    const end = endWith(text, given);
    const front = frontOfScript(text, end);
    if (front === "unsure")
      return this.open("a proxy may be in front of what it starts", { file, line: 1, text: name });
    if (front !== undefined) return this.front([front], { source: "file", file, line: front.line }, bases);
    if (end.is === "arguments") {
      if (end.given.length > 0) return this.handedOver(end.given, bases);
      return this.open("it starts what it is given, and is given nothing", { file, line: 1, text: name });
    }
    if (end.is === "condition")
      return this.open("what it starts depends on a condition", { file, line: end.line, text: name });
    // What is set before, and where the script goes, holds for its last command.
    const before = end.before.filter(({ text: set }) => /^(?:export\s|cd\s|[A-Za-z_]\w*=\S*$)/.test(set));
    const folders = /^cd\s+["']?\$\(dirname/m.test(text) ? [path.posix.dirname(file)] : bases;
    const lines = [
      ...before.filter(({ text: set }) => !/\$\(|&/.test(set)).map(({ text: set }) => set),
      end.text,
    ];
    const place = { source: "file", file, line: end.line } as const;
    return this.follow({ place, text: lines.join("\n") }, folders, end.given);
  }

  private handedOver(given: readonly string[], bases: readonly string[]): Chain {
    const place = this.steps.at(-1)?.place;
    if (place === undefined) return this.open("nothing is started");
    return this.follow({ place, text: given.map(quoted).join(" ") }, bases);
  }

  private process(found: ProcessStep): Chain {
    if (found.is === "file") return this.file(found.file);
    if (found.is === "command") return this.follow(found.step, found.bases);
    if (found.is === "front") return this.front([{ ...found.step, isRead: true }], found.step.place, []);
    if (found.at !== undefined) this.steps.push(found.at);
    return this.open(found.why);
  }

  /** An interpreter with its file, or a program of its own. */
  private program(words: readonly string[], bases: readonly string[]): Chain {
    const [program = "", ...rest] = words;
    const name = program.split("/").at(-1) ?? "";
    if (INTERPRETER.test(name)) {
      const given = interpreted(rest, name);
      if (given === undefined) return this.open("what it runs is not a file");
      if (given.module !== undefined) return this.module(given.module, bases);
      const built = this.exactly(bases, given.file) ? undefined : this.built(given.file, bases);
      if (built !== undefined) return built;
      const file = this.start.findProgram(bases, given.file);
      if (file !== undefined) return this.file(file);
      // Frameworks build their own server, of which no source is in the repository.
      if (
        /^(?:\.?\/)*(?:build|dist|\.output|\.next)\//.test(given.file) &&
        !this.exactly(bases, "package.json")
      )
        return this.open(`\`${given.file}\` is built, and what it is made from is not found`);
      return this.open(`\`${given.file}\` is not in the repository`);
    }
    // By its first line, or by an image's ENTRYPOINT that is given it.
    const isScript = /^[\w./-]+\.(?:py|[cm]?js)$/.test(program);
    const script = name === "ruby" ? rest.find((word) => word.endsWith(".rb")) : isScript && program;
    const started = script ? this.start.find(bases, script) : undefined;
    if (started !== undefined) return this.file(started);
    const compiled = compiledProgram(words, bases, this.builtBy, this.start.repository);
    if (compiled !== undefined && "why" in compiled) return this.open(compiled.why);
    if (compiled !== undefined)
      return { steps: this.steps, end: { is: "program", ...compiled }, settings: [] };
    return this.open(`\`${name}\` is no program that is known`);
  }

  private exactly(bases: readonly string[], file: string): boolean {
    return bases.some((base) => this.start.repository.has(path.posix.join(base, file)));
  }

  /** The same, where the file that a runtime is given says by its path whose it is. */
  private builtFor([program = "", ...rest]: readonly string[], bases: readonly string[]): Chain | undefined {
    const name = program.split("/").at(-1) ?? "";
    const given = INTERPRETER.test(name) ? interpreted(rest, name) : undefined;
    if (given === undefined || given.module !== undefined || this.exactly(bases, given.file))
      return undefined;
    return this.built(given.file, bases);
  }

  /** The server that a framework writes to the file: its command replaces the one that starts the file. */
  private built(file: string, bases: readonly string[]): Chain | undefined {
    const command = builtServer(file, bases, this.start.repository);
    if (command === undefined) return undefined;
    const isNamed = this.steps.at(-1)?.text.includes(file) === true;
    return {
      ...withLast(this.steps, isNamed ? /\bnode\b.*$/s : /^.*$/s, command),
      end: { is: "server", files: [] },
      settings: [],
    };
  }

  private module(module: string, bases: readonly string[]): Chain {
    const file = this.start.findModule(bases, module);
    return file === undefined
      ? this.open(`the module \`${module}\` is not in the repository`)
      : this.file(file);
  }

  private file(file: string): Chain {
    return { steps: this.steps, end: { is: "file", files: [file] }, settings: [] };
  }

  private open(
    why: string,
    at?: { readonly file: string; readonly line: number; readonly text: string },
  ): Chain {
    if (at !== undefined)
      this.steps.push({ place: { source: "file", file: at.file, line: at.line }, text: at.text });
    return { steps: this.steps, end: { is: "open", why }, settings: [] };
  }
}
