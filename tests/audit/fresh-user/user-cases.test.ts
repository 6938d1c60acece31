import { itJudges, type JudgedCase } from "../judged-case";
import { FIXES, REPORTS } from "./fixes";
import { LOCAL_DATABASES } from "./local-databases";
import { UNREAD } from "./manifests";
import { NO_PORTS, REST } from "./smaller";

const GROUPS: Readonly<Record<string, readonly JudgedCase[]>> = {
  "a database on the service's own machine": LOCAL_DATABASES,
  "a manifest that is not read": UNREAD,
  "what a fix says": FIXES,
  "a public report": REPORTS,
  "a PORT that is none": NO_PORTS,
  "what is followed": REST,
};

for (const [subject, cases] of Object.entries(GROUPS))
  describe(subject, () => {
    itJudges(cases, "is told as it is");
  });
