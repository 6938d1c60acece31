import { IPV6, LOCAL } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { django, goApi, nest, prismaApi } from "./posted-connections-form";
import { container, DIRECT, fails, NETWORK, POOL, runs, SESSION } from "./posted-services-form";
import { pricing } from "./several";

const UVICORN = "uvicorn main:app --host 0.0.0.0 --port $PORT";
const GUNICORN = "gunicorn shop.wsgi -b 0.0.0.0:$PORT";
const PEER = "port/peer-mismatch";
const withPricing = { others: [pricing()] };

/**
 * Commands that wait for what never answers. Before waits were read 1 of 20 was undecided by the right rule and none
 * rejected, and none of 17 sound ones.
 */
export const AWAITED_HOSTS_BROKEN: readonly ExplainedCase[] = [
  fails(
    IPV6,
    "it gives up, and starts nothing then",
    `./wait-for-it.sh --strict -t 60 ${DIRECT}:5432 -- ${UVICORN}`,
  ),
  fails(
    IPV6,
    "it gives up, and starts the server all the same",
    `./wait-for-it.sh ${DIRECT}:5432 -- ${UVICORN}`,
  ),
  fails(IPV6, "host and port are options", `wait-for-it.sh -h ${DIRECT} -p 5432 --strict -- ${UVICORN}`),
  fails(
    IPV6,
    "another script of the kind, which ends with 1",
    `./wait-for ${DIRECT}:5432 -t 30 -- ${GUNICORN}`,
    django,
  ),
  fails(
    IPV6,
    "dockerize ends with 1",
    `dockerize -wait tcp://${DIRECT}:5432 -timeout 30s ./bin/api -addr :8000`,
    { ...goApi, ...container },
  ),
  fails(IPV6, "a loop without an end", `until nc -z ${DIRECT} 5432; do sleep 1; done; ${UVICORN}`),
  fails(IPV6, "the other way round", `while ! nc -z -w 2 ${DIRECT} 5432; do sleep 1; done; ${UVICORN}`),
  fails(
    IPV6,
    "pg_isready in a loop",
    `until pg_isready -h ${DIRECT} -p 5432 -U postgres; do sleep 2; done && ${GUNICORN}`,
    django,
  ),
  fails(
    IPV6,
    "the shell's own way to a port",
    `until (echo > /dev/tcp/${DIRECT}/5432) 2>/dev/null; do sleep 1; done; ${UVICORN}`,
  ),
  fails(IPV6, "wait-on of npm's", `npx wait-on tcp:${DIRECT}:5432 && node dist/main.js`, nest),
  fails(IPV6, "the variable has the host", `until nc -z "$DB_WAIT" 5432; do sleep 1; done; ${UVICORN}`, {
    variables: { DB_WAIT: DIRECT },
  }),
  fails(LOCAL, "this machine has no database", `until nc -z localhost 5432; do sleep 1; done; ${UVICORN}`),
  fails(LOCAL, "the same by its address", `./wait-for-it.sh 127.0.0.1:5432 --strict -- ${GUNICORN}`, django),
  fails(LOCAL, "the same for a store", `dockerize -wait tcp://localhost:6379 -timeout 20s ${UVICORN}`),
  fails(LOCAL, "wait-on has a port alone", "npx wait-on tcp:5432 && node dist/main.js", prismaApi),
  fails(`${NETWORK}|${LOCAL}`, "nothing is called db", `while ! nc -z db 5432; do sleep 1; done; ${UVICORN}`),
  fails(PEER, "pricing listens on 8000", `./wait-for-it.sh pricing:3000 -- ${UVICORN}`, withPricing),
  fails(PEER, "the same, by dockerize", `dockerize -wait tcp://pricing:3000 ${UVICORN}`, withPricing),
  fails(PEER, "the same, by nc", `until nc -z pricing 10000; do sleep 1; done; ${UVICORN}`, withPricing),
  fails(PEER, "the same, by wait-on", "npx wait-on http-get://pricing:3000/health && node dist/main.js", {
    ...nest,
    ...withPricing,
  }),
];

export const AWAITED_HOSTS_SOUND: readonly ExplainedCase[] = [
  runs("the pooler's host", `./wait-for-it.sh --strict ${POOL}:5432 -- ${UVICORN}`),
  runs("the pooler's host, by options", `wait-for-it.sh --host=${POOL} --port=6543 --strict -- ${UVICORN}`),
  runs("the pooler's host, in a loop", `until nc -z ${POOL} 5432; do sleep 1; done; ${UVICORN}`),
  runs("the pooler's URL", `until pg_isready -d "$DATABASE_URL"; do sleep 1; done; ${GUNICORN}`, {
    ...django,
    variables: { DATABASE_URL: SESSION },
  }),
  runs("the service beside it, at its port", `./wait-for-it.sh pricing:8000 -- ${UVICORN}`, withPricing),
  runs("the same, in a loop", `until nc -z pricing 8000; do sleep 1; done; ${UVICORN}`, withPricing),
  runs(
    "wait-on asks the service beside it",
    "npx wait-on http-get://pricing:8000/health && node dist/main.js",
    { ...nest, ...withPricing },
  ),
  runs(
    "the server's own port, from behind it",
    `${UVICORN} & ./wait-for-it.sh localhost:8000 -- curl -s http://localhost:8000/warm; wait`,
  ),
  runs(
    "a store that the line starts",
    `redis-server --daemonize yes && until nc -z localhost 6379; do sleep 1; done; ${UVICORN}`,
  ),
  runs(
    "a proxy that the line starts",
    `./cloud-sql-proxy acme:europe-west2:shop & ./wait-for-it.sh localhost:5432 -- ${UVICORN}`,
  ),
  runs(
    "a pool that the line starts",
    `pgbouncer -d pgbouncer.ini && ./wait-for-it.sh localhost:6432 -- ${GUNICORN}`,
    django,
  ),
  runs("Render's own database", `./wait-for-it.sh dpg-cq1plum0terrace8k-a:5432 -- ${UVICORN}`),
  runs(
    "a page of another service",
    `dockerize -wait https://status.example.org/health -timeout 20s ${UVICORN}`,
  ),
  runs("a name of the loop's", `for host in db cache; do echo $host; done; ${UVICORN}`),
  runs("a text of a wait", `echo "nc -z localhost 5432" && ${UVICORN}`),
  runs("tests of the port alone", `nc -z localhost 5432 && echo "a database is here"; ${UVICORN}`),
  runs("npm's script waits", "npm run wait-for-db && node dist/main.js", nest),
];
