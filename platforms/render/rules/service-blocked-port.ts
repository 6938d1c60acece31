import { factsOf } from "../../../domain/fact";
import { judgeEach } from "../../../domain/judge-each";
import type { Place } from "../../../domain/place";
import { rule, type Violation } from "../../../domain/rule";
import { variablesNamed } from "../../../domain/variables";
import { together } from "../../../domain/verdict";

/** The ports of mail that Render's free services cannot reach (docs/facts/render.md#r14). */
const BLOCKED = ["25", "465", "587"];
const MAIL_PORT = /^(?:.*_)?(?:SMTP|MAIL|EMAIL)(?:_.*)?_PORT$|^(?:SMTP|MAIL|EMAIL)_?PORT$/i;
/** A host and its port in one variable, as Go's net/smtp wants them. */
const MAIL_ADDRESS = /^(?:.*_)?(?:SMTP|MAIL|EMAIL)_(?:.*_)?(?:SERVER|ADDR|ADDRESS|HOST|ENDPOINT)$/i;
const HOST_AND_PORT = /^\s*[\w-]+(?:\.[\w-]+)+:(\d+)\s*$/;

export const serviceBlockedPort = rule({
  id: "service/blocked-port",
  severity: "error",
  title: "Mail is sent by a port that the plan lets through",
  why: "Render lets no free service reach ports 25, 465 and 587: the deploy succeeds, and sending mail times out.",
  fix: "Choose a paid plan, or send mail by the mail provider's HTTP interface or another port of it.",
  reference: "https://render.com/docs/free",
  platforms: ["render"],
  check: (facts) => {
    const free = factsOf(facts, "platform").some(
      ({ platform, plan }) => platform === "render" && plan === "free",
    );
    const inUrls = judgeEach(
      free ? factsOf(facts, "variable").filter(({ value }) => value.known && MAIL_URL.test(value.value)) : [],
      ({ value }) => value,
      (value, { place, name }) =>
        violation(place, name, MAIL_URL.exec(value)?.[1] ?? "", "a URL with a port"),
    );
    const ports = judgeEach(
      free ? variablesNamed(facts, (name) => MAIL_PORT.test(name)) : [],
      ({ value }) => value,
      (value, { place, name }) => violation(place, name, value.trim(), "a port"),
    );
    const addresses = judgeEach(
      free ? variablesNamed(facts, (name) => MAIL_ADDRESS.test(name)) : [],
      ({ value }) => value,
      (value, { place, name }) =>
        violation(place, name, HOST_AND_PORT.exec(value)?.[1] ?? "", "an address with a port"),
    );
    return together(ports, inUrls, addresses);
  },
});

/** django-environ's, Symfony's and other libraries' one variable of all that sending mail needs. */
const MAIL_URL = /^smtps?(?:\+\w+)?:\/\/(?:.*@)?[^@/:?#\s]+:(\d+)(?:[/?#]|$)/i;

function violation(place: Place, name: string, port: string, what: string): Violation | undefined {
  if (!BLOCKED.includes(port)) return undefined;
  return {
    place,
    what: `variable ${name}`,
    expected: `${what} that a free service reaches`,
    got: port,
    fix: "Choose a paid plan, or send mail by the provider's HTTP interface, or by port 2525 where the provider has it.",
  };
}
