import type { ExplainedCase } from "../nineteenth-form";
import {
  boot,
  CANARY,
  django,
  dotnet,
  eloquent,
  flask,
  GUNICORN,
  laravel,
  POOL,
  pooled,
  spring,
  taken,
  USER,
} from "./twenty-fifth-form";

const JAVA = "java -jar /app/lantern.jar --server.port=$PORT";
const KESTREL = "dotnet Lantern.Api.dll --urls http://0.0.0.0:8000";
const FLASK = "gunicorn --bind 0.0.0.0:$PORT lantern:app";
const pairs = (rest: string) => `Host=${POOL};Database=postgres;Username=${USER};Password=${CANARY};${rest}`;
const key = `base64:${Buffer.from("another text that has 32 bytes..").toString("base64")}`;

/** Connections of other stacks, and to other databases than Supabase's. */
export const SOUND_URLS_OF_TWENTY_FIFTH: readonly ExplainedCase[] = [
  taken("Spring's three variables, with the pooler's user", {
    command: JAVA,
    variables: boot(`${POOL}:5432/postgres?sslmode=require`),
    ...spring,
  }),
  taken("pgJDBC's user and password are parameters of the URL, as Supabase's page shows it", {
    command: JAVA,
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?user=${USER}&password=${CANARY}`,
    },
    ...spring,
  }),
  taken("pgJDBC prepares nothing in transaction mode", {
    command: JAVA,
    variables: boot(`${POOL}:6543/postgres?prepareThreshold=0`),
    ...spring,
  }),
  taken("R2DBC has its own scheme", {
    command: JAVA,
    variables: {
      SPRING_R2DBC_URL: `r2dbc:postgresql://${POOL}:5432/postgres?sslMode=require`,
      SPRING_R2DBC_USERNAME: USER,
      SPRING_R2DBC_PASSWORD: CANARY,
    },
    ...spring,
    driver: "r2dbc",
  }),
  taken("Npgsql's pairs by session mode", {
    command: KESTREL,
    variables: {
      ConnectionStrings__DefaultConnection: pairs("Port=5432;SSL Mode=Require;Trust Server Certificate=true"),
    },
    ...dotnet,
  }),
  taken("Npgsql prepares nothing by itself, and resets nothing between two transactions", {
    command: KESTREL,
    variables: {
      ConnectionStrings__DefaultConnection: pairs(
        "Port=6543;SSL Mode=Require;Trust Server Certificate=true;No Reset On Close=true",
      ),
    },
    ...dotnet,
  }),
  taken("Laravel's parts with the pooler's user", {
    command: "php artisan migrate --force && php artisan serve --host=0.0.0.0 --port=8000",
    variables: { ...eloquent(POOL), DB_SSLMODE: "require", APP_KEY: key },
    ...laravel,
  }),
  taken("Ecto's scheme, with a small pool", {
    command: "_build/prod/rel/lantern/bin/server",
    variables: {
      DATABASE_URL: pooled("5432/postgres", "ecto"),
      POOL_SIZE: "5",
      PHX_HOST: "lantern-web.onrender.com",
      SECRET_KEY_BASE: "q8Zr2LanternXc5Vb7NmKp0Wt6Yh3Jd9q8Zr2LanternXc5Vb7NmKp0Wt6Yh3Jd9Bb",
    },
    runtime: "elixir",
    driver: "postgrex",
  }),
  taken("a database of Render's own, by its internal address", {
    command: GUNICORN,
    variables: { DATABASE_URL: `postgresql://lantern_user:${CANARY}@dpg-cr8lantern2p7q3kd0mt-a/lantern` },
    ...django,
  }),
  taken("a database of Neon's: libpq knows channel_binding", {
    command: FLASK,
    variables: {
      DATABASE_URL: `postgresql://lantern:${CANARY}@ep-calm-lantern-a1b2c3d4-pooler.ap-southeast-1.aws.neon.tech/lantern?sslmode=require&channel_binding=require`,
    },
    ...flask,
  }),
];
