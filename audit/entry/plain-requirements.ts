/**
 * Packages of Python that bring no server but themselves, by the metadata that they and all that they require are
 * published with, read 30 November 2026. What is not among them is not decided, since it may bring one.
 */
const PLAIN = new Set(
  `
    aerich aio-pika aioboto3 aiofiles aiogram aiohttp aiohttp-cors aiokafka aiomysql aioredis aiosignal
    aiosqlite alembic amqp anthropic anyio apispec apscheduler argon2-cffi ariadne arq arrow
    asgi-correlation-id asgiref async-timeout asyncmy asyncpg attrs authlib autobahn azure-identity
    azure-storage-blob babel backoff bandit bcrypt beanie beautifulsoup4 billiard bjoern black
    blacksheep bleach boto3 botocore bottle cachetools celery certifi cffi channels channels-redis
    chardet charset-normalizer cheroot cherrypy click colorama confluent-kafka coverage
    crispy-bootstrap5 croniter cryptography dagster daphne dash databases ddtrace decouple discord.py
    dj-database-url django django-allauth django-celery-beat django-celery-results django-cors-headers
    django-crispy-forms django-debug-toolbar django-environ django-extensions django-filter
    django-redis django-storages djangorestframework djangorestframework-simplejwt dnspython dramatiq
    drf-spectacular ecdsa email-validator environs eventlet factory-boy faiss-cpu faker falcon fastapi
    fastapi-cors fastapi-limiter fastapi-mail fastapi-pagination fastapi-users fastapi-utils fastmcp
    feedparser firebase-admin flake8 flask flask-bcrypt flask-caching flask-cors flask-jwt-extended
    flask-limiter flask-login flask-mail flask-marshmallow flask-migrate flask-restful flask-session
    flask-socketio flask-sqlalchemy flask-talisman flask-wtf freezegun frozenlist geoalchemy2 geopy
    gevent google-api-python-client google-auth google-cloud-storage gql granian graphene
    graphene-django graphql-core greenlet grpcio grpcio-tools gunicorn h11 hiredis html5lib httpcore
    httptools httpx huey huggingface-hub humanize hypercorn idna isort itsdangerous jinja2 jmespath
    joblib kafka-python kombu label-studio langchain langchain-community langchain-core
    langchain-openai langgraph langserve lightgbm litellm llama-index logfire loguru lxml markdown
    markdown2 markupsafe marshmallow marshmallow-sqlalchemy masonite matplotlib meinheld minio mistune
    more-itertools motor msgpack multidict mypy mysqlclient nanoid nats-py newrelic numpy odmantic
    openai opencv-python opencv-python-headless openpyxl opentelemetry-api opentelemetry-exporter-otlp
    opentelemetry-instrumentation opentelemetry-instrumentation-fastapi opentelemetry-sdk orjson
    packaging paho-mqtt pandas passlib pdfplumber peewee pendulum pg8000 phonenumbers pika pillow
    pinecone pip playwright plotly polars pre-commit prometheus-client
    prometheus-fastapi-instrumentator prometheus-flask-exporter protobuf psutil psycopg psycopg-binary
    psycopg-pool psycopg2 psycopg2-binary pyarrow pyasn1 pycparser pydantic pydantic-ai pydantic-core
    pydantic-settings pyjwt pylint pymongo pymysql pypdf pypdf2 pyramid pyrogram pytest pytest-asyncio
    pytest-cov pytest-django pytest-mock pytest-xdist python-dateutil python-decouple python-docx
    python-dotenv python-engineio python-jose python-json-logger python-multipart python-slugify
    python-socketio python-telegram-bot pytz pyyaml qdrant-client qrcode ray redis reportlab requests
    resend respx rich robyn rq rsa ruff s3transfer sanic scikit-learn scipy scrapy seaborn selenium
    sendgrid sentence-transformers sentry-sdk setuptools shapely shellingham shortuuid simple-websocket
    six slack-bolt slack-sdk slowapi sniffio soupsieve sqlalchemy sqlmodel sqlparse sse-starlette
    starlette starlette-context strawberry-graphql stripe structlog supabase taskiq telethon tenacity
    threadpoolctl tiktoken tokenizers toml tomli torch tornado tortoise-orm tox tqdm transformers
    tweepy twilio twisted typer typing-extensions tzdata tzlocal ujson ulid-py unidecode urllib3
    uvicorn uvloop validators vine waitress watchfiles weasyprint weaviate-client webargs
    websocket-client websockets werkzeug wheel whitenoise wtforms xgboost xlsxwriter yarl
  `
    .trim()
    .split(/\s+/),
);

/** Extras that add a driver, a hash or a client, and no server. */
const PLAIN_EXTRA =
  /^(?:binary|pool|c|asyncio|bcrypt|argon2|cryptography|crypto|redis|hiredis|email|http2|brotli|speedups|sqlalchemy|asyncpg|aiosqlite|psycopg\w*|postgresql\w*|fastapi|flask|django|celery|opentelemetry|gevent|eventlet|tornado)$/;

/**
 * The package, with its extras, of a requirement that may bring a server; undefined where none does.
 *
 * @param lines of requirements.txt, in lower case, without blanks, with `-` for `_`
 */
export function mayBringServer(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const [written, name, extras = ""] = /^([a-z\d][a-z\d.-]*)(?:\[([^\]]*)\])?/.exec(line) ?? [];
    // uvicorn's `standard` has what is asked of it faster, and settings.
    if (name === undefined || written === "uvicorn" || written === "uvicorn[standard]") continue;
    const isPlain = PLAIN.has(name) || /^(?:types-|pytest-|flake8-).+|-stubs$/.test(name);
    if (!isPlain || extras.split(",").some((extra) => extra !== "" && !PLAIN_EXTRA.test(extra)))
      return written;
  }
  return undefined;
}
