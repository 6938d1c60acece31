import { factsOf } from "../../../domain/fact";
import { judgeEach } from "../../../domain/judge-each";
import { rule } from "../../../domain/rule";
import { variablesNamed } from "../../../domain/variables";

/** The ports of mail that Render's free services cannot reach (docs/facts/render.md#r14). */
const BLOCKED = ["25", "465", "587"];
const MAIL_PORT = /^(?:.*_)?(?:SMTP|MAIL|EMAIL)(?:_.*)?_PORT$|^(?:SMTP|MAIL|EMAIL)_?PORT$/;

export const serviceBlockedPort = rule({
  id: "service/blocked-port",
  severity: "warning",
  title: "Mail is sent by a port that the plan lets through",
  why: "Render lets no free service reach ports 25, 465 and 587: the deploy succeeds, and sending mail times out.",
  fix: "Choose a paid plan, or send mail by the mail provider's HTTP interface or another port of it.",
  reference: "https://render.com/docs/free",
  platforms: ["render"],
  check: (facts) => {
    const free = factsOf(facts, "platform").some(
      ({ platform, plan }) => platform === "render" && plan === "free",
    );
    return judgeEach(
      free ? variablesNamed(facts, (name) => MAIL_PORT.test(name)) : [],
      ({ value }) => value,
      (value, { place, name }) =>
        BLOCKED.includes(value.trim())
          ? {
              place,
              what: `variable ${name}`,
              expected: "a port that a free service reaches",
              got: value.trim(),
              fix: "Choose a paid plan, or send mail by the provider's HTTP interface, or by port 2525 where the provider has it.",
            }
          : undefined,
    );
  },
});
