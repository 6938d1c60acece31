import { Command, InvalidArgumentError, Option } from "commander";
import { interruptible } from "../interruption";
import { projectOption } from "../stacks/project-folder";
import { type ConnectOptions, connect } from "./connect";

const list = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** `portcullis connect`: whether a database is reachable, each way, with these credentials. */
export function connectCommand(): Command {
  return new Command("connect")
    .description(
      "Ask whether a stack's database can be reached, by every way that it has (direct, session pooler, transaction " +
        "pooler, dedicated pooler): names, routes, TLS, login, role, limits and prepared statements; and say which way " +
        "the service should take. Nothing is changed. A credential that a pooler refuses is not tried there again.",
    )
    .option("-s, --stack <name>", "the stack, from Pulumi.<name>.yaml; several are compared", list)
    .option("--database <name>", "of a stack with several databases this one alone; repeatable", list)
    .option("--url-from <variable>", "read a connection URL from this environment variable instead", list)
    .option("--driver <name>", "the driver that reads the URL of --url-from")
    .option("--password-from <variable>", "read the password from this environment variable, not by Pulumi")
    .option("--no-login", "ask no further than TLS and the mechanisms that the server offers")
    .option("--ca <file>", "certificates to trust, in PEM, such as the database provider's own")
    .addOption(
      new Option("--timeout <seconds>", "how long each step may take").argParser(seconds).default(4_000, "4"),
    )
    .addOption(projectOption())
    .option("--json", "print one JSON document instead of the table")
    .addHelpText(
      "after",
      "\nA URL is never an argument: arguments are seen by others on the machine.\n\n" +
        "Exit codes: 0 every declared way works for the service, 1 one does not, 2 unusable input,\n3 not decided, 130 interrupted.\n\n" +
        "Examples:\n" +
        "  portcullis connect -s staging -s production\n" +
        "  portcullis connect --url-from DATABASE_URL --driver asyncpg",
    )
    .action((options: Omit<ConnectOptions, "signal">) =>
      interruptible("every connection has been closed", (signal) => connect({ ...options, signal })),
    );
}

function seconds(text: string): number {
  const value = Number(text.replace(/s$/, ""));
  if (!(value > 0 && value <= 600))
    throw new InvalidArgumentError("Expected seconds, such as 4, at most 600.");
  return value * 1000;
}
