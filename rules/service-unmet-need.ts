import { rule } from "../domain/rule";
import { together } from "../domain/verdict";
import { encryptingServers } from "./derived/encrypting-servers";
import { imagesWithoutPassword } from "./derived/image-passwords";
import { unlikePeers, unlikeProcesses } from "./derived/processes";
import { unmetNeeds } from "./derived/unmet-needs";
import { unsetBrokers } from "./derived/unset-brokers";
import { unsetQueues } from "./derived/unset-queues";
import { unsetValues } from "./derived/unset-values";

export const serviceUnmetNeed = rule({
  id: "service/unmet-need",
  severity: "error",
  title: "What a service needs to start or to be reached is there",
  why: "A service that waits for the health of one without a check never starts, and a platform refuses a service of a process group that is not there. `collectstatic` ends without STATIC_ROOT, and a program that is linked with glibc in an image without it. An image of a database makes none without a password.",
  fix: "Add what is needed, or name what is there.",
  reference: "https://docs.docker.com/reference/compose-file/services/#depends_on",
  // An env group may set what a command or an image asks for.
  comparesServices: true,
  prevents: ["process/exited"],
  check: (facts) =>
    together(
      { undecided: unsetQueues(facts), violations: unmetNeeds(facts, "service/unmet-need") },
      imagesWithoutPassword(facts),
      unsetValues(facts),
      unsetBrokers(facts),
      encryptingServers(facts),
      { violations: [], undecided: [...unlikeProcesses(facts), ...unlikePeers(facts)] },
    ),
});
