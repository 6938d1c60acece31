import { toolOf } from "./wrappers";

/** Workers, each by its own command line: they go on running, and open no port. */
const WORKERS: readonly RegExp[] = [
  // Its monitor `flower` is a web server.
  /^(?:\S*python[\d.]* -m )?celery (?!(?:.* )?flower(?: |$))/,
  /^(?:\S*python[\d.]* -m )?(?:rq|rqworker|rqscheduler|dramatiq|arq|huey_consumer\S*|taskiq|saq|procrastinate|pgq|temporal-worker)(?: |$)/,
  /^(?:sidekiq|good_job|que|shoryuken|sneakers|clockwork|bin\/jobs)(?: |$)/,
  /^(?:\S*\/)?(?:rake|rails|bin\/rails|bin\/rake) (?:jobs:work|resque:work\S*|resque:scheduler|solid_queue:start|sneakers:run)(?: |$)/,
  /^(?:\S*\/)?delayed_job run(?: |$)/,
  /^(?:php )?(?:\.\/)?artisan (?:queue:(?:work|listen)|schedule:work|horizon)(?: |$)/,
  /^(?:php )?(?:\.\/)?bin\/console messenger:consume(?: |$)/,
  /^graphile-worker(?: |$)/,
];

/** Workers and their tools with an option or a word by which they do what is due and end; each from its own help. */
const ENDING_WORKERS: readonly RegExp[] = [
  // python-rq.org/docs/workers: burst mode; its other commands ask or change, and end.
  /^(?:\S*python[\d.]* (?:-m |(?:\.\/)?manage\.py ))?(?:rq worker|rqworker) (?:.* )?(?:--burst|-b)(?: |$)/,
  /^(?:\S*python[\d.]* -m )?rq (?:enqueue|info|empty|requeue|suspend|resume)(?: |$)/,
  // docs.celeryq.dev/en/stable/reference/cli
  /^(?:\S*python[\d.]* -m )?celery (?:(?:-[AbC]|--app|--broker|--config|--workdir|--result-backend) \S+ |--\S+=\S+ |-q )*(?:amqp|call|control|graph|inspect|list|logtool|migrate|purge|report|result|status|upgrade)(?: |$)/,
  // arq-docs.helpmanual.io: --burst and --check; procrastinate: docs/howto/basics, worker --one-shot
  /^(?:\S*python[\d.]* -m )?arq (?:.* )?--(?:burst|check)(?: |$)/,
  /^(?:\S*python[\d.]* -m )?procrastinate (?:.* )?(?:worker (?:.* )?--one-shot|defer|schema|healthchecks)(?: |$)/,
  // RealOrangeOne/django-tasks: README, db_worker --batch; django-q2: cluster, qcluster --run-once
  /^(?:\S*python[\d.]* )?(?:\.\/)?manage\.py (?:db_worker (?:.* )?--batch|qcluster (?:.* )?--run-once)(?: |$)/,
  // collectiveidea/delayed_job: README
  /^(?:\S*\/)?(?:rake|rails) jobs:(?:workoff|clear|check)\S*(?: |$)/,
  /^(?:\S*\/)?delayed_job (?:.* )?--exit-on-complete(?: |$)/,
  // laravel.com/docs/queues: processing all queued jobs; laravel.com/docs/scheduling: schedule:run
  /^(?:php )?(?:\.\/)?artisan (?:queue:work (?:.* )?--(?:once|stop-when-empty)|schedule:run)(?: |$)/,
  // worker.graphile.org/docs/cli
  /^graphile-worker (?:.* )?(?:--once|--schema-only)(?: |$)/,
  // hexdocs.pm/mix/Mix.Tasks.Run: without --no-halt it ends once the applications have started; a script may stay.
  /^mix run(?: --no-(?:start|compile|deps-check|archives-check|warnings-as-errors))*$/,
];

/** Options after which a worker ends at some time, to be restarted. */
const LIMITED =
  / --(?:burst|once|one-shot|stop-when-empty|max-(?:jobs|time|idle-time)|run-once|batch|exit-on-complete|check|help|version)(?:[= ]|$)|^\S*rq\S* (?:.* )?-b(?: |$)|messenger:consume (?:.* )?(?:--(?:limit|time-limit|memory-limit|failure-limit)[= ]|-[lmtf])/;

/** Commands of Django and Python that go on running, beside the workers, and other schedulers of their own. */
const ENDLESS: readonly RegExp[] = [
  /^(?:\S*python[\d.]* )?(?:\.\/)?manage\.py (?:rqworker|rqscheduler|qcluster|run_huey|runapscheduler|rundramatiq|db_worker)(?: |$)/,
  /^(?:\S*python[\d.]* -m )?celery (?:\S+ ){0,4}(?:worker|beat)(?: |$)/,
  /^(?:\S*python[\d.]* -m )?(?:rq worker|rqscheduler|rqworker|dramatiq \S|arq \S|huey_consumer|taskiq (?:worker|scheduler)|saq \S|procrastinate (?:\S+ ){0,2}worker)/,
  /^(?:sidekiq|shoryuken|clockwork|good_job start|bin\/jobs)(?: |$)/,
  /^(?:\S*\/)?(?:rake|rails) (?:jobs:work|resque:work\S*|resque:scheduler|solid_queue:start|sneakers:run)(?: |$)/,
  /^(?:php )?(?:\.\/)?artisan (?:queue:(?:work|listen)|schedule:work|horizon)(?: |$)/,
  /^(?:php )?(?:\.\/)?bin\/console messenger:consume(?: |$)/,
  // github.com/aptible/supercronic, github.com/mcuadros/ofelia; cron(8) and crond(8) in the foreground
  /^(?:\S*\/)?(?:supercronic (?!.*-test)\S|ofelia daemon|crond? (?:.* )?-\w*f)/,
];

const textsOf = (words: readonly string[]) => [words, toolOf(words)].map((each) => each.join(" "));

/** Whether a command is known to start a worker, which opens no port. */
export function isWorker(words: readonly string[]): boolean {
  return textsOf(words).some((text) => WORKERS.some((form) => form.test(`${text} `)));
}

/** Whether a worker's own words say that it ends when nothing is left to do. */
export function endsByDesign(words: readonly string[]): boolean {
  return textsOf(words).some((text) => ENDING_WORKERS.some((form) => form.test(text)));
}

/** Whether a command is a worker or a scheduler that never ends, whatever there is to do. */
export function neverEnds(words: readonly string[]): boolean {
  return textsOf(words).some((text) => !LIMITED.test(text) && ENDLESS.some((form) => form.test(text)));
}
