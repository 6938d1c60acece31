import { pip } from "./modules-faulty";
import type { FaultyRepository, SmallRepository } from "./repository";

const RULE = "database/url-parameters";
const start = "uvicorn main:app --host 0.0.0.0 --port $PORT";
const packages = (...more: readonly string[]): string =>
  `${["fastapi==0.115.0", "uvicorn==0.34.0", "sqlalchemy==2.0.36", ...more].join("\n")}\n`;
const repository = (code: string, ...more: readonly string[]): Record<string, string> => ({
  "render.yaml": pip(start),
  "requirements.txt": packages(...more),
  "main.py": `import os\n\nfrom fastapi import FastAPI\n${code}\napp = FastAPI()\n`,
});
const ASYNC = "from sqlalchemy.ext.asyncio import create_async_engine\n\n";
const SYNC = "from sqlalchemy import create_engine\n\n";
const URL = 'os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+asyncpg://")';
const faulty = (name: string, line: number, code: string, ...more: readonly string[]): FaultyRepository => ({
  name: `arguments: ${name}`,
  files: repository(code, ...more),
  finds: [`${RULE} main.py:${line}`],
});
const sound = (name: string, code: string, ...more: readonly string[]): SmallRepository => ({
  name: `arguments: ${name}`,
  files: repository(code, ...more),
});

/** Arguments that code gives to a driver, and that the driver does not take: a TypeError, or an invalid option. */
export const FAULTY_ARGUMENTS: readonly FaultyRepository[] = [
  faulty(
    "libpq's sslmode, handed on to asyncpg",
    6,
    `${ASYNC}engine = create_async_engine(${URL}, connect_args={"sslmode": "require"})\n`,
    "asyncpg==0.30.0",
  ),
  faulty(
    "libpq's options, handed on to asyncpg",
    8,
    `${ASYNC}engine = create_async_engine(\n    ${URL},\n    connect_args={"options": "-c statement_timeout=5000"},\n)\n`,
    "asyncpg==0.30.0",
  ),
  faulty(
    "a certificate of libpq's, in a dictionary of its own",
    6,
    `${ASYNC}arguments = {"sslrootcert": "/etc/ssl/ca.pem", "ssl": "require"}\nengine = create_async_engine(${URL}, connect_args=arguments)\n`,
    "asyncpg==0.30.0",
  ),
  faulty(
    "psycopg's prepare_threshold, handed on to asyncpg",
    6,
    `${ASYNC}engine = create_async_engine(${URL}, connect_args={"prepare_threshold": None})\n`,
    "asyncpg==0.30.0",
  ),
  faulty(
    "asyncpg.connect with sslmode",
    7,
    `import asyncpg\n\n\nasync def connect():\n    return await asyncpg.connect(os.environ["DATABASE_URL"], sslmode="require")\n`.replace(
      "\n\n\n",
      "\n\n",
    ),
    "asyncpg==0.30.0",
  ),
  faulty(
    "asyncpg.create_pool with connect_timeout",
    7,
    `import asyncpg\n\nasync def connect():\n    return await asyncpg.create_pool(os.environ["DATABASE_URL"], connect_timeout=5)\n`,
    "asyncpg==0.30.0",
  ),
  faulty(
    "asyncpg's server_settings, handed on to psycopg2",
    6,
    `${SYNC}engine = create_engine(os.environ["DATABASE_URL"], connect_args={"server_settings": {"jit": "off"}})\n`,
    "psycopg2-binary==2.9.10",
  ),
  faulty(
    "asyncpg's statement_cache_size, handed on to psycopg",
    6,
    `${ASYNC}engine = create_async_engine("postgresql+psycopg://db.example.net/shop", connect_args={"statement_cache_size": 0})\n`,
    "psycopg==3.2.3",
  ),
  faulty(
    "SQLite's check_same_thread, handed on to psycopg2",
    6,
    `${SYNC}engine = create_engine(os.environ["DATABASE_URL"], connect_args={"check_same_thread": False})\n`,
    "psycopg2-binary==2.9.10",
  ),
  faulty(
    "asyncpg's ssl to psycopg.connect",
    6,
    'import psycopg\n\nconnection = psycopg.connect(os.environ["DATABASE_URL"], ssl="require")\n',
    "psycopg==3.2.3",
  ),
  faulty(
    "asyncpg's command_timeout in the arguments of psycopg's pool",
    6,
    'from psycopg_pool import ConnectionPool\n\npool = ConnectionPool(os.environ["DATABASE_URL"], kwargs={"command_timeout": 5})\n',
    "psycopg[pool]==3.2.3",
  ),
];

/** The same drivers with what they take, and what only may be handed on. */
export const SOUND_ARGUMENTS: readonly SmallRepository[] = [
  sound(
    "asyncpg's own",
    `${ASYNC}engine = create_async_engine(\n    ${URL},\n    connect_args={"ssl": "require", "server_settings": {"jit": "off"}, "command_timeout": 5, "statement_cache_size": 0, "timeout": 3},\n)\n`,
    "asyncpg==0.30.0",
  ),
  sound(
    "those of SQLAlchemy's dialect of asyncpg",
    `${ASYNC}engine = create_async_engine(\n    ${URL},\n    connect_args={"prepared_statement_cache_size": 0, "prepared_statement_name_func": lambda: "", "statement_cache_size": 0, "ssl": "require"},\n)\n`,
    "asyncpg==0.30.0",
  ),
  sound(
    "libpq's to psycopg2",
    `${SYNC}engine = create_engine(os.environ["DATABASE_URL"], connect_args={"sslmode": "require", "options": "-c statement_timeout=5000", "connect_timeout": 5, "application_name": "shop"})\n`,
    "psycopg2-binary==2.9.10",
  ),
  sound(
    "psycopg's own",
    `${ASYNC}engine = create_async_engine("postgresql+psycopg://db.example.net/shop?sslmode=require", connect_args={"prepare_threshold": None, "autocommit": True, "connect_timeout": 5})\n`,
    "psycopg==3.2.3",
  ),
  sound(
    "SQLite's where the URL is SQLite's",
    `${SYNC}url = os.environ["DATABASE_URL"]\narguments = {"check_same_thread": False} if url.startswith("sqlite") else {}\nengine = create_engine(url, connect_args=arguments)\n`,
    "psycopg2-binary==2.9.10",
  ),
  sound(
    "SQLite's in a fallback of a developer's machine",
    `${SYNC}engine = create_engine("sqlite:///./shop.db", connect_args={"check_same_thread": False})\n`,
    "psycopg2-binary==2.9.10",
  ),
  sound(
    "two engines, each with its own driver's",
    `${ASYNC}from sqlalchemy import create_engine\n\nurl = os.environ["DATABASE_URL"]\nengine = create_async_engine("postgresql+asyncpg://db.example.net/shop", connect_args={"ssl": "require"})\nsync_engine = create_engine("postgresql+psycopg2://db.example.net/shop", connect_args={"sslmode": "require"})\n`,
    "asyncpg==0.30.0",
    "psycopg2-binary==2.9.10",
  ),
  sound(
    "a pool's own timeout, and its connections'",
    'from psycopg_pool import ConnectionPool\n\npool = ConnectionPool(os.environ["DATABASE_URL"], timeout=5, kwargs={"sslmode": "require", "autocommit": True})\n',
    "psycopg[pool]==3.2.3",
  ),
  sound(
    "asyncpg.create_pool with its own",
    'import asyncpg\n\nasync def connect():\n    return await asyncpg.create_pool(dsn=os.environ["DATABASE_URL"], min_size=1, max_size=5, ssl="require", command_timeout=5, statement_cache_size=0, init=None)\n',
    "asyncpg==0.30.0",
  ),
  sound(
    "arguments that a function puts together",
    `${ASYNC}\ndef arguments(name):\n    return {name: "require"}\n\n\nengine = create_async_engine(${URL}, connect_args=arguments("ssl"))\n`,
    "asyncpg==0.30.0",
  ),
];
