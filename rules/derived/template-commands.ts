import { type Fact, factsOf } from "../../domain/fact";
import { judgeEach } from "../../domain/judge-each";
import type { Verdict } from "../../domain/rule";

/**
 * A module, a file or an archive as templates call the reader's own: `your_application.wsgi`, with which Render's form
 * begins (render.com/docs/deploy-django), `target/your-app.jar`, `path/to/your/server.js`.
 */
const YOURS =
  /(?:^|[\s/=:])((?:path\/to\/)?your[-_/](?:application|app|project|package|module|server|service|script|file|main|site|program|binary|jar|django[-_]project|flask[-_]app|fastapi[-_]app)(?:[-_](?:name|here|file|dir))?)(?=[.:/\s]|$)/i;

/** Start commands of a program in which a template's name was left. */
export const templateCommands = (
  facts: readonly Fact[],
  isAllowed: (texts: readonly string[]) => boolean,
): Verdict =>
  judgeEach(
    factsOf(facts, "start-command").filter(({ place }) => place.source === "resource"),
    ({ command }) => command,
    (command, { place }) => {
      const placeholder = YOURS.exec(command)?.[1];
      if (placeholder === undefined || isAllowed([command, placeholder])) return undefined;
      return {
        place,
        what: "start command",
        expected: "the name of what the service starts",
        got: `\`${placeholder}\``,
        fix: "Write your own module's or file's name.",
      };
    },
  );
