import type { Signature } from "../signature";

const row = { stage: "root", certainty: "possible", decisive: false } as const;

/** Host names that do not resolve, where the words leave open whether the name is wrong. */
export const UNRESOLVED_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "connect/name-again",
    mode: "database/dns",
    meaning: "the resolver gave no answer for the database's host name",
    pattern:
      /^(?!.*Mongo).*getaddrinfo EAI_AGAIN (?<host>[\w.-]*(?:db|sql|postgres|mongo|maria|pooler|database|pg)[\w.-]*)|could not translate host name "(?<host2>[^"]+)" to address: Temporary failure/,
    competing: [
      {
        mode: "platform/cause-unknown",
        cause: "the resolver itself did not answer, and the name is right: no network at that moment",
      },
    ],
    cause:
      "the host name {host} of the database did not resolve (EAI_AGAIN): between containers its service does not run or is in another network",
    correctiveAction:
      "Start what the name stands for and put both into one network; where the name is a public one, correct it or try again.",
    source: "getaddrinfo(3): EAI_AGAIN; docs.docker.com/engine/network/#dns-services",
    example: "error     getaddrinfo EAI_AGAIN mariadb",
    nearMiss: "getaddrinfo took 3 ms",
  },
  {
    ...row,
    id: "nginx/unresolved",
    mode: "configuration/invalid",
    meaning: "nginx does not resolve a host of its configuration",
    pattern:
      /(?<!nginx: )\[emerg\] (?:\d+#\d+: )?host not found in upstream "(?<name>[^"]+)"(?: in (?<place>\S+))?/,
    competing: [{ mode: "process/exited", cause: "the container of that name ended before nginx started" }],
    cause: 'nginx does not start: host not found in upstream "{name}", which {place} names',
    correctiveAction:
      "Start that service first, put both into one network and write its name as compose has it, or use `resolver` with a variable.",
    source: "nginx.org/en/docs/http/ngx_http_upstream_module.html",
    example:
      '2021/05/23 20:07:09 [emerg] 31#31: host not found in upstream "code" in /etc/nginx/nginx.conf:20',
    nearMiss: 'found upstream "code"',
  },
];
