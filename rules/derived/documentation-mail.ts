import { isEnvFile } from "../../domain/env-file-name";
import { environmentKind } from "../../domain/environment-name";
import { type Fact, factsOf } from "../../domain/fact";
import { judgeEach } from "../../domain/judge-each";
import type { Place } from "../../domain/place";
import type { Knowledge, RuleSettings, Verdict } from "../../domain/rule";
import { runsLocally } from "../../domain/runs-locally";
import { isStackPlace } from "../../domain/stack-place";
import { manifestAt } from "../../platforms";

/** Who gets mail, who sends it, and the account of a mail server. */
const MAIL =
  /(?:^|_)(?:E?MAILS?|RECIPIENTS?|MAIL_TO|EMAIL_TO|NOTIFY|ALERTS_TO|CC|BCC|REPLY_TO)$|(?:^|_)(?:SMTP|E?MAIL)_(?:\w+_)?(?:USER|USERNAME|LOGIN|FROM|SENDER|ADDRESS)$/;
/** What is shown, tested with or kept out. */
const NOT_SENT =
  /(?:^|_)(?:EXAMPLE|SAMPLE|TEST|TESTING|E2E|DEMO|SEED|FIXTURE|FAKE|MOCK|DUMMY|PLACEHOLDER|BLOCKED|DENIED|IGNORED|EXCLUDED|HELP|FORMAT|TEMPLATE|PATTERN|TEXT|LABEL)(?:_|$)/;

/** Domains of documentation (RFC 2606): mail to them is lost, and a server of mail knows none of their accounts. */
const DOCUMENTATION = /^[^@\s<>]+@(?:[\w-]+\.)*example\.(?:com|org|net)$/i;

/** Addresses of documentation where mail is sent: it deploys, and the mail is lost. What a developer's env file has is meant. */
export function documentationMail(
  facts: readonly Fact[],
  settings: Knowledge & Pick<RuleSettings, "localEnvironments" | "allow">,
): Verdict {
  if (runsLocally(facts, settings)) return { violations: [], undecided: [] };
  const named = factsOf(facts, "variable").filter(
    ({ name, place, value, environment }) =>
      isDeployed(place, environment, settings) && value.known && MAIL.test(name) && !NOT_SENT.test(name),
  );
  return judgeEach(
    named,
    ({ value }) => value,
    (value, { place, name }) => {
      const addresses = value.split(/[\s,;]+/).map((one) => one.replace(/^<|>$/g, ""));
      const address = addresses.find((one) => DOCUMENTATION.test(one));
      if (address === undefined || [name, value].some((text) => settings.allow?.includes(text)))
        return undefined;
      return {
        place,
        severity: "warning" as const,
        what: `variable ${name}`,
        expected: "an address that gets mail",
        got: `one at \`${address.split("@")[1]}\`, which belongs to documentation`,
        fix: "Write the real address.",
      };
    },
  );
}

/** What a service gets for certain: by a program, a stack, a platform's manifest, or production's own env file. */
function isDeployed(place: Place, environment: string | undefined, settings: Knowledge): boolean {
  if (place.source === "configuration") return false;
  if (isStackPlace(place) || manifestAt(place, settings) !== undefined) return true;
  return isEnvFile(place) && environmentKind(environment ?? "") === "production";
}
