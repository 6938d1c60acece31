import { simpleCommands } from "../../../domain/start-command/shell";

/** Servers that take the variable's letters for a number or an address, and end. */
const SERVERS = /^(?:uvicorn|gunicorn|hypercorn|daphne|granian|waitress-serve)$/;
const OPTION = /^(?:-b|-p|-B|--(?:bind|port|listen))$/;

/**
 * The variable that a command gives to its server as its port, where no shell puts its value in: Railway starts an image
 * in exec form (docs.railway.com/guides/start-command, 30 November 2026). Undefined for a command that needs a shell for
 * more, which is not read here.
 */
export function withoutShell(command: string): string | undefined {
  if (/[&|;<>`'"\\]|\$\(/.test(command)) return undefined;
  const [only, ...others] = simpleCommands(command);
  if (only === undefined || others.length > 0) return undefined;
  const words = command.trim().split(/\s+/);
  const [program = "", flag, module = ""] = words;
  const name = /^(?:\S*\/)?python[\d.]*$/.test(program) && flag === "-m" ? module : program;
  if (!SERVERS.test(name.split("/").at(-1) ?? "")) return undefined;
  return words.flatMap((word, index) => {
    const [, option = words[index - 1] ?? "", value = word] = /^(--[\w-]+)=(.*)$/.exec(word) ?? [];
    const [variable] = /\$(?:[A-Z_]\w*|\{[A-Z_]\w*(?::?-[^}]*)?\})$/.exec(value) ?? [];
    return variable !== undefined && OPTION.test(option) ? [variable] : [];
  })[0];
}
