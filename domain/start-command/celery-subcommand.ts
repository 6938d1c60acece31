import type { Unusable } from "./unusable-word";

/** Options of `celery` itself that take a value, and those that take none (docs.celeryq.dev/en/stable/reference/cli, read 2026-12-01). */
const WITH_VALUE = /^(?:-A|--app|-b|--broker|--result-backend|--loader|--config|--workdir)$/;
const OF_ITSELF =
  /^(?:-[Ab].+|--(?:app|broker|result-backend|loader|config|workdir)=.*|-C|--no-color|-q|--quiet|--skip-checks)$/;

/**
 * `celery -A tasks --loglevel=info`: `No such option`, since what a subcommand takes comes behind the subcommand.
 *
 * @param words behind the program's name
 */
export function withoutSubcommand(words: readonly string[]): Unusable | undefined {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (WITH_VALUE.test(word)) at += 1;
    else if (!OF_ITSELF.test(word))
      return /^-[a-zA-Z-]/.test(word) && !/^(?:-h|--help|--version)$/.test(word)
        ? ofOption(word, words)
        : undefined;
  }
  return undefined;
}

function ofOption(word: string, words: readonly string[]): Unusable | undefined {
  // Another rule judges options of a subcommand that come before it.
  if (words.some((one) => SUBCOMMANDS.test(one))) return undefined;
  const [option = word] = word.split("=");
  return {
    certain: true,
    what: "celery's subcommand",
    expected: `one before \`${option}\`, such as \`worker\``,
    got: "none",
    fix: `Write \`worker\`, \`beat\` or another subcommand before \`${option}\`.`,
  };
}

const SUBCOMMANDS =
  /^(?:worker|beat|events|report|shell|amqp|call|control|graph|inspect|list|logtool|migrate|multi|purge|result|status|upgrade|flower|batches)$/;
