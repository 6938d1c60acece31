/** A tool that works in the background of an application, and what its words say; each form begins behind its name. */
export interface WorkerTool {
  /** How its command begins. */
  readonly runs: RegExp;
  /**
   * A *worker* loads the application that its words name; a *command* is one of Django's own, by which manage.py loads
   * it; a *scheduler* starts other programs.
   */
  readonly kind: "worker" | "command" | "scheduler";
  /** What of it works and opens no port. @default all of it */
  readonly works?: RegExp;
  /** What of it goes on for ever, unless `ends` or `limited` say otherwise. @default none that is certain */
  readonly stays?: RegExp;
  /** What of it does what is due, and ends. */
  readonly ends?: RegExp;
  /** Options after which it ends at some time, to be restarted. */
  readonly limited?: RegExp;
  /** Its own help. */
  readonly source: string;
}

const ANY = /^/;
const WITH_A_WORD = /^\S/;
const RAKE = /^(?:\S*\/)?(?:rake|rails) /;
const OF_RAKE = /^(?:jobs:work|resque:work\S*|resque:scheduler|solid_queue:start|sneakers:run)(?: |$)/;
const OF_ARTISAN = /^(?:queue:(?:work|listen)|schedule:work|horizon)(?: |$)/;
const OF_DJANGO = /^(?:rqworker|rqscheduler|qcluster|run_huey|runapscheduler|rundramatiq|db_worker)(?: |$)/;
const BURST = /^(?:.* )?(?:--burst|-b)(?: |$)/;
const RQ_LIMITS = /(?:^| )--max-(?:jobs|idle-time)[= ]/;

/** The one list of workers. */
export const WORKER_TOOLS: readonly WorkerTool[] = [
  {
    runs: /^celery(?: |$)/,
    kind: "worker",
    // Its monitor is a web server.
    works: /^(?!(?:.* )?flower(?: |$))/,
    stays: /^(?:\S+ ){0,4}(?:worker|beat)(?: |$)/,
    ends: /^(?:(?:-[AbC]|--app|--broker|--config|--workdir|--result-backend) \S+ |--\S+=\S+ |-q )*(?:amqp|call|control|graph|inspect|list|logtool|migrate|purge|report|result|status|upgrade)(?: |$)/,
    source: "docs.celeryq.dev/en/stable/reference/cli",
  },
  {
    runs: /^rq(?: |$)/,
    kind: "worker",
    stays: /^worker/,
    ends: /^(?:worker (?:.* )?(?:--burst|-b)|enqueue|info|suspend|resume|requeue|empty)(?: |$)/,
    limited: RQ_LIMITS,
    source: "python-rq.org/docs/workers",
  },
  {
    runs: /^rqworker(?: |$)/,
    kind: "worker",
    stays: ANY,
    ends: BURST,
    limited: RQ_LIMITS,
    source: "python-rq.org/docs/workers",
  },
  { runs: /^rqscheduler(?: |$)/, kind: "worker", stays: ANY, source: "github.com/rq/rq-scheduler" },
  { runs: /^dramatiq(?: |$)/, kind: "worker", stays: WITH_A_WORD, source: "dramatiq.io/guide.html" },
  {
    runs: /^arq(?: |$)/,
    kind: "worker",
    stays: WITH_A_WORD,
    ends: /^(?:.* )?--(?:burst|check)(?: |$)/,
    source: "arq-docs.helpmanual.io",
  },
  {
    runs: /^huey_consumer\S*(?: |$)/,
    kind: "worker",
    stays: ANY,
    source: "huey.readthedocs.io/en/latest/consumer.html",
  },
  {
    runs: /^taskiq(?: |$)/,
    kind: "worker",
    stays: /^(?:worker|scheduler)/,
    source: "taskiq-python.github.io/guide/cli.html",
  },
  { runs: /^saq(?: |$)/, kind: "worker", stays: WITH_A_WORD, source: "saq-py.readthedocs.io" },
  {
    runs: /^procrastinate(?: |$)/,
    kind: "worker",
    stays: /^(?:\S+ ){0,2}worker/,
    ends: /^(?:.* )?(?:worker (?:.* )?--one-shot|defer|schema|healthchecks)(?: |$)/,
    source: "procrastinate.readthedocs.io/en/stable/howto/basics",
  },
  { runs: /^pgq(?: |$)/, kind: "worker", source: "pgqueuer.readthedocs.io" },
  { runs: /^temporal-worker(?: |$)/, kind: "worker", source: "docs.temporal.io/workers" },
  { runs: /^sidekiq(?: |$)/, kind: "worker", stays: ANY, source: "github.com/sidekiq/sidekiq/wiki" },
  {
    runs: /^good_job(?: |$)/,
    kind: "worker",
    stays: /^start(?: |$)/,
    source: "github.com/bensheldon/good_job",
  },
  { runs: /^que(?: |$)/, kind: "worker", source: "github.com/que-rb/que" },
  {
    runs: /^shoryuken(?: |$)/,
    kind: "worker",
    stays: ANY,
    source: "github.com/ruby-shoryuken/shoryuken/wiki",
  },
  { runs: /^sneakers(?: |$)/, kind: "worker", source: "github.com/jondot/sneakers" },
  { runs: /^clockwork(?: |$)/, kind: "worker", stays: ANY, source: "github.com/Rykian/clockwork" },
  { runs: /^bin\/jobs(?: |$)/, kind: "worker", stays: ANY, source: "github.com/rails/solid_queue" },
  {
    runs: RAKE,
    kind: "worker",
    works: OF_RAKE,
    stays: OF_RAKE,
    ends: /^jobs:(?:workoff|clear|check)\S*(?: |$)/,
    source: "github.com/collectiveidea/delayed_job",
  },
  {
    runs: /^(?:\S*\/)?delayed_job /,
    kind: "worker",
    works: /^run(?: |$)/,
    ends: /^(?:.* )?--exit-on-complete(?: |$)/,
    source: "github.com/collectiveidea/delayed_job",
  },
  {
    runs: /^(?:php )?(?:\.\/)?artisan /,
    kind: "worker",
    works: OF_ARTISAN,
    stays: OF_ARTISAN,
    ends: /^(?:queue:work (?:.* )?--(?:once|stop-when-empty)|schedule:run)(?: |$)/,
    limited: /(?:^| )--max-(?:jobs|time)[= ]/,
    source: "laravel.com/docs/queues; laravel.com/docs/scheduling",
  },
  {
    runs: /^(?:php )?(?:\.\/)?bin\/console (?=messenger:consume(?: |$))/,
    kind: "worker",
    stays: ANY,
    limited: / (?:--(?:limit|time-limit|memory-limit|failure-limit)[= ]|-[lmtf])/,
    source: "symfony.com/doc/current/messenger.html",
  },
  {
    runs: /^graphile-worker(?: |$)/,
    kind: "worker",
    ends: /^(?:.* )?(?:--once|--schema-only)(?: |$)/,
    source: "worker.graphile.org/docs/cli",
  },
  {
    runs: /^(?:\S*python[\d.]* )?(?:\.\/)?manage\.py /,
    kind: "command",
    works: OF_DJANGO,
    stays: OF_DJANGO,
    ends: /^(?:rqworker (?:.* )?(?:--burst|-b)|db_worker (?:.* )?--batch|qcluster (?:.* )?--run-once)(?: |$)/,
    limited: RQ_LIMITS,
    source: "github.com/rq/django-rq; github.com/RealOrangeOne/django-tasks; django-q2.readthedocs.io",
  },
  {
    runs: /^(?:\S*\/)?supercronic(?: |$)/,
    kind: "scheduler",
    stays: /^(?!.*-test)\S/,
    source: "github.com/aptible/supercronic",
  },
  { runs: /^(?:\S*\/)?ofelia /, kind: "scheduler", stays: /^daemon/, source: "github.com/mcuadros/ofelia" },
  {
    runs: /^(?:\S*\/)?crond? /,
    kind: "scheduler",
    // In the foreground.
    stays: /^(?:.* )?-\w*f/,
    source: "man7.org/linux/man-pages/man8/cron.8.html",
  },
];
