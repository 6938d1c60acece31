import assert from "node:assert/strict";
import { type Reached, reachedSince } from "../../../diagnosis/log/unreached";

/** Seconds from the worker's start, and what it writes then; the window is from second 2 to second 17. */
type Written = readonly (readonly [seconds: number, text: string])[];

/** What each library writes while its broker does not answer, each line as its own logger has it. */
const DOWN: Readonly<Record<string, Written>> = {
  Celery: [
    [0, " -------------- celery@host v5.4.0 (opalescent)"],
    ...[1, 3, 7, 13].flatMap(
      (at, index): Written => [
        [
          at,
          "[2026-11-29 02:00:00,123: ERROR/MainProcess] consumer: Cannot connect to amqp://guest:**@127.0.0.1:5672//: [Errno 111] Connection refused.",
        ],
        [at, `Trying again in ${(index + 1) * 2}.00 seconds... (${index + 1}/100)`],
        [at, ""],
      ],
    ),
  ],
  RQ: [
    [0, "02:00:00 Worker rq:worker:1f: started with PID 41, version 2.0.0"],
    [0, "02:00:00 *** Listening on default..."],
    ...[1, 3, 7, 15].map((at, index): Written[number] => [
      at,
      `02:00:00 Could not connect to Redis instance: Error 111 connecting to localhost:6379. Connection refused. Retrying in ${2 ** (index + 1)} seconds...`,
    ]),
  ],
  Dramatiq: [
    [
      0,
      "[2026-11-29 02:00:00,001] [PID 12] [MainThread] [dramatiq.MainProcess] [INFO] Dramatiq '1.17.1' is booting up.",
    ],
    ...[1, 4, 7, 10, 13, 16].flatMap(
      (at): Written => [
        [
          at,
          "[2026-11-29 02:00:00,010] [PID 12] [Thread-2] [dramatiq.worker.ConsumerThread(default)] [CRITICAL] Consumer encountered a connection error: Error 111 connecting to localhost:6379. Connection refused.",
        ],
        [
          at,
          "[2026-11-29 02:00:00,011] [PID 12] [Thread-2] [dramatiq.worker.ConsumerThread(default)] [INFO] Restarting consumer in 3.00 seconds.",
        ],
      ],
    ),
  ],
  Sidekiq: [
    [0, "2026-11-29T02:00:00.000Z pid=7 tid=1bz INFO: Starting processing, hit Ctrl-C to stop"],
    ...[1, 4, 7, 10, 13, 16].flatMap(
      (at): Written => [
        [
          at,
          "2026-11-29T02:00:01.000Z pid=7 tid=1c3 ERROR: Error fetching job: Connection refused - connect(2) for 127.0.0.1:6379 (redis://localhost:6379)",
        ],
        [
          at,
          "2026-11-29T02:00:01.000Z pid=7 tid=1c3 ERROR: /usr/local/bundle/gems/redis-client-0.22.2/lib/redis_client/ruby_connection.rb:51:in `rescue in initialize'",
        ],
      ],
    ),
  ],
  BullMQ: [
    [0, "worker is up"],
    ...[1, 2, 4, 6, 8, 10, 12, 14, 16].flatMap(
      (at): Written => [
        [at, "Error: connect ECONNREFUSED 127.0.0.1:6379"],
        [at, "    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16) {"],
        [at, "  errno: -111,"],
        [at, "  code: 'ECONNREFUSED',"],
        [at, "  port: 6379"],
        [at, "}"],
      ],
    ),
  ],
  arq: [
    [0, "02:00:00: Starting worker for 1 functions: send"],
    ...[1, 3, 5, 7, 9, 11, 13, 15].map((at, index): Written[number] => [
      at,
      `02:00:00: redis connection error localhost:6379 ConnectionRefusedError [Errno 111] Connect call failed ('127.0.0.1', 6379), ${20 - index} retries remaining...`,
    ]),
  ],
};

const every = (seconds: number, ...lines: readonly string[]): Written =>
  Array.from({ length: Math.floor(16 / seconds) }, (_, index) => 1 + index * seconds).flatMap((at) =>
    lines.map((line): Written[number] => [at, line]),
  );

/** What other clients write as long as their queue is not reached, or refuses each login. */
const UNREACHED: Readonly<Record<string, Written>> = {
  kafkajs: every(
    3,
    '{"level":"ERROR","timestamp":"2026-11-29T02:00:01.000Z","logger":"kafkajs","message":"[Connection] Connection error: getaddrinfo ENOTFOUND kafka.internal","broker":"kafka.internal:9092","clientId":"mails"}',
    '{"level":"ERROR","timestamp":"2026-11-29T02:00:01.001Z","logger":"kafkajs","message":"[BrokerPool] Failed to connect to seed broker, trying another broker from the list: Connection error: getaddrinfo ENOTFOUND kafka.internal","retryCount":1,"retryTime":300}',
  ),
  librdkafka: every(
    2,
    "%3|1764381600.123|FAIL|rdkafka#consumer-1| [thrd:kafka:9092/bootstrap]: kafka:9092/bootstrap: Connect to ipv4#10.0.0.5:9092 failed: Connection refused (after 0ms in state CONNECT)",
  ),
  "a JVM's Kafka client": every(
    2,
    "2026-11-29 02:00:01.000  WARN 1 --- [ntainer#0-0-C-1] org.apache.kafka.clients.NetworkClient   : [Consumer clientId=c-1, groupId=mails] Connection to node -1 (kafka/10.0.0.5:9092) could not be established. Node may not be available.",
    "2026-11-29 02:00:01.000  WARN 1 --- [ntainer#0-0-C-1] org.apache.kafka.clients.NetworkClient   : [Consumer clientId=c-1, groupId=mails] Bootstrap broker kafka:9092 (id: -1 rack: null) disconnected",
  ),
  "Spring AMQP": every(
    5,
    "2026-11-29 02:00:01.000  INFO 1 --- [ntContainer#0-1] o.s.a.r.l.SimpleMessageListenerContainer : Restarting Consumer@4b1c1ea0: tags=[[]], channel=null, acknowledgeMode=AUTO local queue size=0",
    "2026-11-29 02:00:01.001  INFO 1 --- [ntContainer#0-2] o.s.a.r.c.CachingConnectionFactory       : Attempting to connect to: [rabbit:5672]",
    "2026-11-29 02:00:01.002 ERROR 1 --- [ntContainer#0-2] o.s.a.r.l.SimpleMessageListenerContainer : Failed to check/redeclare auto-delete queue(s).",
    "org.springframework.amqp.AmqpConnectException: java.net.ConnectException: Connection refused",
  ),
  "nats.go": every(2, "2026/11/29 02:00:01 nats: no servers available for connection, retrying in 2s"),
  "Temporal's worker": every(
    4,
    'Error: [TransportError: Failed to connect before the deadline: tonic::transport::Error(Transport, ConnectError("tcp connect error", Os { code: 111, kind: ConnectionRefused, message: "Connection refused" }))]',
  ),
  asynq: every(
    5,
    "asynq: pid=7 2026/11/29 02:00:01.000000 ERROR: Dequeue error: UNKNOWN: redis eval error: dial tcp 10.0.0.5:6379: connect: connection refused",
  ),
  "Sidekiq without a password": every(
    3,
    "2026-11-29T02:00:01.000Z pid=7 tid=1c3 ERROR: Error fetching job: NOAUTH Authentication required. (redis://cache:6379)",
  ),
  "Celery that is refused": every(
    4,
    "[2026-11-29 02:00:00,123: ERROR/MainProcess] consumer: Cannot connect to amqp://mails:**@rabbit:5672//: (403) ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN. For details see the broker logfile..",
    "Trying again in 4.00 seconds... (1/100)",
  ),
  boto3: every(
    5,
    'botocore.exceptions.EndpointConnectionError: Could not connect to the endpoint URL: "https://sqs.eu-west-1.internal/"',
    "retrying in 5 seconds",
  ),
  Mongoose: every(
    5,
    "MongooseServerSelectionError: connect ECONNREFUSED 10.0.0.7:27017",
    "    at _handleConnectionErrors (/app/node_modules/mongoose/lib/connection.js:897:11)",
    "retrying in 5 s",
  ),
  "Solid Queue": every(
    2,
    'ActiveRecord::ConnectionNotEstablished: connection to server at "10.0.0.7", port 5432 failed: Connection refused',
    "\tIs the server running on that host and accepting TCP/IP connections?",
  ),
  "a Redis whose name is not known": every(
    2,
    "[ioredis] Unhandled error event: Error: getaddrinfo ENOTFOUND red-abc123",
    "    at GetAddrInfoReqWrap.onlookupall [as oncomplete] (node:dns:122:26)",
  ),
  "a Redis that wants TLS": every(
    2,
    "[ioredis] Unhandled error event: Error: Connection is closed.",
    "Error: read ECONNRESET redis, reconnecting in 50 ms",
  ),
};

/** Sound workers whose lines look alike. */
const SOUND: Readonly<Record<string, Written>> = {
  "one that reports each message that it could not deliver": every(
    2,
    "mail 7 to a@example.com: 535 Authentication required by the other server, given up",
    "mail 8 to b@example.com: sent",
  ),
  "one that scans hosts": every(2, "10.0.0.5:22 connection refused", "10.0.0.5:443 open"),
  "one whose consumer is balanced anew": every(
    4,
    '{"level":"INFO","logger":"kafkajs","message":"[ConsumerGroup] Consumer has joined the group","groupId":"mails"}',
  ),
  "one that retries a job": every(
    3,
    "2026-11-29T02:00:01.000Z pid=7 tid=1c3 class=Mail jid=1 INFO: start",
    "2026-11-29T02:00:01.100Z pid=7 tid=1c3 class=Mail jid=1 WARN: Errno::ECONNREFUSED: Connection refused - connect(2) for smtp:25",
    "2026-11-29T02:00:01.101Z pid=7 tid=1c3 class=Mail jid=1 INFO: fail",
  ),
  "one that counts": every(2, "retried 0, refused connections 0, jobs 12"),
};

/** What each writes once its broker answers; nothing where it says nothing. */
const RECOVERED: Readonly<Record<string, string | undefined>> = {
  Celery: "[2026-11-29 02:00:03,123: INFO/MainProcess] Connected to amqp://guest:**@127.0.0.1:5672//",
  RQ: undefined,
  Dramatiq: undefined,
  Sidekiq: "2026-11-29T02:00:04.000Z pid=7 tid=1c3 INFO: Redis is online, 3.1 sec downtime",
  BullMQ: undefined,
  arq: "02:00:02: redis_version=7.2 mem_usage=1.0M clients_connected=2 db_keys=0",
};

const START = Date.parse("2026-11-29T02:00:00Z");

function at(written: Written, now = 17): Reached {
  const lines = written
    .filter(([seconds]) => seconds <= now)
    .map(([seconds, text]) => ({ at: START + seconds * 1000, text }));
  return reachedSince(lines, START + 2000, START + now * 1000);
}

/** Asked again when it says that it waits, as a verification does. */
function settled(written: Written): Reached["state"] {
  let now = 17;
  for (;;) {
    const found = at(written, now);
    if (found.state !== "waiting") return found.state;
    assert.ok(found.until > START + now * 1000);
    now = (found.until - START) / 1000;
  }
}

describe("A worker whose broker does not answer", () => {
  for (const [library, written] of Object.entries(DOWN)) {
    it(`is seen by ${library}'s log`, () => {
      const found = at(written);
      assert.equal(found.state, "unreached");
      assert.equal("mode" in found && found.mode, "broker/refused");
    });

    it(`is sound where ${library} got over it after one retry`, () => {
      const [first = 0] = written.flatMap(([seconds]) => (seconds > 0 ? [seconds] : []));
      const once = written.filter(([seconds]) => seconds <= first);
      const words = RECOVERED[library];
      assert.equal(settled(words === undefined ? once : [...once, [first + 2, words]]), "reached");
    });

    it(`is sound where ${library} got over it within the window`, () => {
      const until = written.filter(([seconds]) => seconds <= 7);
      const words = RECOVERED[library];
      assert.equal(settled(words === undefined ? until : [...until, [9, words]]), "reached");
    });
  }

  for (const [who, written] of Object.entries(UNREACHED))
    it(`is seen by what ${who} says again and again`, () => {
      assert.equal(settled(written), "unreached");
    });

  for (const [who, written] of Object.entries(SOUND))
    it(`is not ${who}`, () => {
      assert.equal(settled(written), "reached");
    });

  it("is sound where it works, and something else of it cannot connect", () => {
    const works = [3, 6, 9, 12, 15].map((seconds): Written[number] => [seconds, "job 12 done in 20 ms"]);
    const exporter = [4, 8, 12, 16].map((seconds): Written[number] => [
      seconds,
      "Failed to export traces: connect ECONNREFUSED 127.0.0.1:4317",
    ]);
    assert.equal(settled([...works, ...exporter].sort(([one], [other]) => one - other)), "reached");
  });

  it("is sound where it says nothing, or nothing of a connection", () => {
    assert.equal(settled([]), "reached");
    assert.equal(
      settled([
        [1, "ready"],
        [9, "heartbeat"],
      ]),
      "reached",
    );
  });

  it("is waited for where its next try is later than the window", () => {
    const celery = (last: number): Written => [
      [
        1,
        "consumer: Cannot connect to redis://localhost:6379//: Error 111 connecting to localhost:6379. Connection refused.",
      ],
      [1, "Trying again in 20.00 seconds... (10/100)"],
      ...(last > 1
        ? ([
            [last, "consumer: Cannot connect to redis://localhost:6379//: Error 111. Connection refused."],
            [last, "Trying again in 22.00 seconds... (11/100)"],
          ] as const)
        : []),
    ];
    assert.deepEqual(at(celery(0)), { state: "waiting", until: START + 23_000 });
    assert.equal(settled(celery(0)), "reached");
    assert.equal(settled(celery(21)), "unreached");
  });
});
