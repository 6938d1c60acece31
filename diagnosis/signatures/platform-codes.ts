import type { Signature } from "../signature";

const HEROKU = "devcenter.heroku.com/articles/error-codes";
const NEON = "neon.com/docs/connect/connection-errors";
const root = { stage: "root", certainty: "possible", decisive: false } as const;
const sure = { stage: "root", certainty: "certain", decisive: false } as const;
const open = { certainty: "open", decisive: false } as const;

/** What platforms say by a code or a reason of their own. */
export const PLATFORM_CODES_SIGNATURES: readonly Signature[] = [
  {
    ...open,
    id: "heroku/slow-answer",
    mode: "health-check/timeout",
    stage: "platform",
    asksFor: [
      "What does the request do in these 30 seconds? The service's own lines of that request say it.",
    ],
    meaning: "Heroku's router got no answer in its time",
    pattern: /code=(?<code>H12|H15|H28) desc="(?<text>[^"]+)"/,
    cause:
      "the service did not answer a request in time ({code}: {text}); why it is slow, the line does not say",
    correctiveAction:
      "Give long work to a worker and answer at once; look which query or call takes the time, and whether all threads are taken.",
    source: HEROKU,
    example: 'at=error code=H12 desc="Request timeout" method=GET path="/"',
    nearMiss: 'at=info method=GET path="/" status=200',
  },
  {
    ...open,
    id: "heroku/no-good-answer",
    mode: "process/exited",
    stage: "process",
    asksFor: ["What does the process print before it? H10 and H13 follow from its end."],
    meaning: "Heroku's router did not get an answer from the process",
    pattern: /code=(?<code>H1[0137]|H2[1236]|H99) desc="(?<text>[^"]+)"/,
    cause: "the process did not answer a request ({code}: {text}); why, its own lines say",
    correctiveAction: "Read the process's own lines before it, and correct what ended it.",
    source: HEROKU,
    example: 'at=error code=H13 desc="Connection closed without response" method=GET path="/"',
    nearMiss: 'at=info method=GET path="/" status=200',
  },
  {
    ...sure,
    id: "heroku/blank",
    mode: "configuration/invalid",
    meaning: "nothing has been deployed to the app",
    pattern: /code=H81 desc="Blank app"/,
    cause: "the app is blank: no code was deployed to it (H81)",
    correctiveAction: "Push the code to the app, and look at its build for why there is no release.",
    source: HEROKU,
    example: 'at=info code=H81 desc="Blank app" method=GET path="/"',
    nearMiss: 'at=info method=GET path="/" status=200',
  },
  {
    ...root,
    id: "kubernetes/forbidden-user",
    mode: "configuration/invalid",
    meaning: "the pod's security context does not fit the image",
    pattern:
      /(?<text>container has runAsNonRoot and image (?:will run as root|has non-numeric user \([^)]*\)[^.(]{0,60}))/,
    certainty: "certain",
    cause: "the cluster does not start the container: {text}",
    correctiveAction:
      "Name a user by number in the image (`USER 1000`), or set runAsUser in the pod's securityContext.",
    source: "kubernetes: pkg/kubelet/kuberuntime/security_context.go",
    example: "Error: container has runAsNonRoot and image will run as root",
    nearMiss: "runAsNonRoot: true",
  },
  {
    ...open,
    id: "kubernetes/config-error",
    mode: "configuration/invalid",
    stage: "process",
    asksFor: [
      "What do the pod's events say (`kubectl describe pod`)? They name the secret, the key or the user.",
    ],
    meaning: "the container's settings are not complete",
    pattern: /\bCreateContainer(?:Config)?Error\b(?!: (?:secret|configmap))/,
    cause: "the cluster cannot make the container of its settings; which one, the pod's events say",
    correctiveAction:
      "Read the pod's events: a secret, a config map, a key, or the user is not as the manifest says.",
    source: "kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle",
    example: "api-6d5f7c9b8d-x2x9p   0/1     CreateContainerConfigError   0          40s",
    nearMiss: "api-6d5f7c9b8d-x2x9p   0/1     ContainerCreating   0          40s",
  },
  {
    ...root,
    id: "swarm/no-node",
    mode: "platform/cause-unknown",
    meaning: "no node of the swarm takes the task",
    pattern: /no suitable node \((?!host-mode port)(?<text>[^)]{1,160})\)/,
    cause: "no node takes the task: {text}",
    correctiveAction: "Correct the service's constraints and reservations, or add a node that meets them.",
    source: "docs.docker.com/engine/swarm/services/#control-service-placement",
    example: '"no suitable node (scheduling constraints not satisfied on 3 nodes)"',
    nearMiss: "node is suitable",
  },
  {
    ...sure,
    id: "swarm/port",
    mode: "port/in-use",
    meaning: "the nodes have the published port in use",
    pattern: /no suitable node \((?<text>host-mode port already in use[^)]{0,80})\)/,
    cause: "no node has the published port free: {text}",
    correctiveAction:
      "Stop what has the port (an older service, mostly), publish another one, or use mode ingress.",
    source: "moby/swarmkit: manager/scheduler/filter.go",
    example: '"no suitable node (host-mode port already in use on 1 node)"',
    nearMiss: "node is suitable",
  },
  {
    ...root,
    id: "neon/no-endpoint",
    mode: "database/driver-mismatch",
    meaning: "Neon's proxy cannot see which project is meant",
    pattern:
      /Endpoint ID is not specified\b|Project ID is not specified\b|Inconsistent project name inferred from SNI/,
    competing: [
      { mode: "database/url-malformed", cause: "the host is an address, and not the endpoint's name" },
    ],
    cause:
      "the client does not send the endpoint's name in its TLS handshake (SNI), by which Neon's proxy knows the project",
    correctiveAction:
      "Take a driver with a newer libpq, connect by the endpoint's own host name, or give the endpoint as `options=endpoint%3D…`.",
    source: NEON,
    example:
      "ERROR:  Endpoint ID is not specified. Either please upgrade the postgres client library (libpq) for SNI support",
    nearMiss: "the endpoint is specified",
  },
  {
    ...root,
    id: "neon/endpoint-away",
    mode: "database/tenant-not-found",
    meaning: "Neon's endpoint is not there or not in use",
    pattern: /The requested endpoint could not be found|endpoint (?:has been|is) disabled\b/,
    cause:
      "Neon knows no such endpoint, or it is disabled: another project's host, a deleted branch, or a switched-off compute",
    correctiveAction:
      "Copy the connection string again from Neon's console, and enable the compute of that branch.",
    source: NEON,
    example: "ERROR: The requested endpoint could not be found, or you don't have access to it.",
    nearMiss: "the endpoint was found",
  },
  {
    ...root,
    id: "neon/quota",
    mode: "database/auth-blocked",
    meaning: "the Neon project has used up its quota",
    pattern: /project has exceeded the compute time quota|exceeded the (?:data transfer|active time) quota/,
    cause: "the project's quota at Neon is used up, and its compute is not started until the next period",
    correctiveAction: "Take a larger plan, or wait for the next period.",
    source: NEON,
    example:
      "ERROR: Your account or project has exceeded the compute time quota. Upgrade your plan to increase limits.",
    nearMiss: "the quota is 100 hours",
  },
  {
    ...root,
    id: "django/check-setting",
    mode: "configuration/invalid",
    meaning: "Django's checks find a fault of the settings",
    pattern:
      /\((?<code>(?:4_0\.E0|security\.E0|caches\.E0|templates\.E0|urls\.E0|files\.E0|mail\.E0|admin\.E0|auth\.E0|sites\.E0|staticfiles\.E0|debug_toolbar\.E0|corsheaders\.E0|rest_framework\.E0|account\.E0)\d\d)\) (?<text>.{1,200})/,
    certainty: "certain",
    cause: "Django's checks stop it ({code}): {text}",
    correctiveAction: "Correct the setting that the check names.",
    source: "docs.djangoproject.com/en/stable/ref/checks",
    example:
      "?: (4_0.E001) As of Django 4.0, the values in the CSRF_TRUSTED_ORIGINS setting must start with a scheme",
    nearMiss: "?: (security.W004) You have not set a value for the SECURE_HSTS_SECONDS setting.",
  },
  {
    ...root,
    id: "django/check-code",
    mode: "process/exception",
    meaning: "Django's checks find a fault of the code",
    pattern:
      /\((?<code>(?:fields\.E|models\.E|signals\.E|contenttypes\.E|postgres\.E)\d+)\) (?<text>.{1,200})/,
    cause: "Django's checks stop it ({code}): {text}",
    correctiveAction: "Correct the model or class that the check names.",
    source: "docs.djangoproject.com/en/stable/ref/checks",
    example: "orders.Order.image: (fields.E210) Cannot use ImageField because Pillow is not installed.",
    nearMiss: "orders.Order: (models.W042) Auto-created primary key used",
  },
];
