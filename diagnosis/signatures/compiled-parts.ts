import type { Signature } from "../signature";

/** Packages with a compiled part, by the name under which they are imported. */
const PYTHON_PACKAGES =
  "psycopg2|psycopg_c|psycopg_binary|pydantic_core|numpy|scipy|pandas|sklearn|grpc|lxml|PIL|cryptography|MySQLdb|asyncpg|orjson|rpds|jiter|tiktoken|tokenizers|safetensors|bcrypt|nacl|Crypto|Cryptodome|uvloop|httptools|aiohttp|yarl|multidict|frozenlist|greenlet|regex|zstandard|matplotlib|confluent_kafka|watchfiles|gevent|cv2|torch|tensorflow|pyarrow|shapely|fiona|rasterio|h5py|_cffi_backend";

/** A package for one system and processor, such as `@img/sharp-linuxmusl-x64`. */
const PLATFORM_PACKAGE =
  "@?[\\w./-]*[-./](?:linux|linuxmusl|darwin|win32|android|freebsd)-?(?:x64|arm64|arm|ia32|x86_64|aarch64|s390x|ppc64)(?:-(?:gnu|musl|msvc|gnueabihf|eabi))?";

/** What the loaders of glibc, musl and macOS say before a symbol that no library has. */
const NO_SYMBOL = String.raw`(?:undefined symbol: |Error relocating \S+: |[Ss]ymbol not found[^'"]{0,30}['"]?_?)`;

const REBUILD_PYTHON =
  "Install the package in the image itself, with the Python that runs it (`pip install --force-reinstall --no-cache-dir …`; for a zip or a layer `--only-binary=:all: --platform manylinux2014_x86_64 --python-version …`), and keep a virtual environment of another machine or stage out of the image.";
const REBUILD_NODE =
  "Install in the image itself, with the Node and the system that run it, and with optional dependencies (`npm ci --include=optional`, `npm rebuild`); keep node_modules out of what is copied (.dockerignore), and make a lock file of another system anew.";

/** What says that a package is there, and its compiled part is not, or was compiled for another runtime. */
export const COMPILED_PARTS_SIGNATURES: readonly Signature[] = [
  {
    id: "native/ruby-symbol",
    mode: "runtime/incompatible",
    meaning: "a gem's compiled part was built for another Ruby",
    pattern: new RegExp(String.raw`${NO_SYMBOL}(?<symbol>(?:rb|ruby)_\w+)`),
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause:
      "a gem's compiled part asks for {symbol}, a part of Ruby that the Ruby that runs does not have: it was built for another Ruby",
    correctiveAction:
      "Build the gems with the Ruby that runs: set one version in both places, empty the cache of the build (vendor/bundle), and type `bundle pristine` or install anew; use one buildpack for Ruby.",
    source: "docs.ruby-lang.org/en/master/extension_rdoc.html",
    example: "ruby: symbol lookup error: generator.so: undefined symbol: rb_data_typed_object_zalloc",
    nearMiss: "symbol rb_define_method is exported",
  },
  {
    id: "native/ruby-version",
    mode: "runtime/incompatible",
    meaning: "a gem's compiled part was built for another Ruby",
    pattern: /incompatible library version - (?<file>\S+)/,
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause: "{file} was built for another Ruby than the one that runs",
    correctiveAction:
      "Install the gems anew with the Ruby that runs (empty vendor/bundle and the build's cache), and set one version of Ruby in both places.",
    source: "ruby/ruby: dln.c",
    example: "LoadError: incompatible library version - /usr/local/bundle/gems/msgpack/msgpack.so",
    nearMiss: "library version is compatible",
  },
  {
    id: "native/python-symbol",
    mode: "runtime/incompatible",
    meaning: "an extension was built for another Python",
    pattern: new RegExp(String.raw`${NO_SYMBOL}(?<symbol>_?Py[A-Z_]\w*)`),
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "an extension asks for {symbol}, a part of Python that the Python that runs does not have: it was built for another Python",
    correctiveAction: `${REBUILD_PYTHON} Where no release of the package has a wheel for this Python, take a newer release or an older Python.`,
    source: "docs.python.org/3/c-api/stable.html",
    example: "ImportError: /app/x.cpython-311.so: undefined symbol: _PyErr_StackItem",
    nearMiss: "symbol PyInit_x is exported",
  },
  {
    id: "native/node-symbol",
    mode: "runtime/incompatible",
    meaning: "a native module was built for another Node.js",
    pattern: new RegExp(
      String.raw`${NO_SYMBOL}(?<symbol>napi_\w+|node_module_register|_ZNK?\d*(?:4node|2v8)\w+)`,
    ),
    stage: "root",
    certainty: "certain",
    decisive: false,
    cause:
      "a native module asks for {symbol}, a part of Node.js that the one that runs does not have: it was built for another Node",
    correctiveAction: REBUILD_NODE,
    source: "nodejs.org/api/n-api.html; nodejs.org/api/addons.html",
    example: "Error: /app/bcrypt_lib.node: undefined symbol: napi_get_all_property_names",
    nearMiss: "symbol napi_register_module_v1 is exported",
  },
  {
    id: "native/musl-symbol",
    mode: "runtime/incompatible",
    meaning: "a binary for glibc runs on musl",
    pattern: /(?<symbol>__\w+): symbol not found/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause:
      "a binary asks for {symbol}, which this image's C library does not have: it was built for glibc, and the image (Alpine) has musl, or an older musl",
    correctiveAction:
      "Take the package's build for musl, build it in this image, or take an image of Debian in place of Alpine.",
    source: "wiki.musl-libc.org: functional differences from glibc",
    example: "Error relocating /app/grpc_node.node: __memcpy_chk: symbol not found",
    nearMiss: "__memcpy_chk was found",
  },
  {
    id: "native/symbol",
    mode: "runtime/incompatible",
    meaning: "two compiled libraries do not fit each other",
    pattern: /(?:undefined symbol: |Error relocating \S+: )(?<symbol>(?!__)\w+)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause:
      "a compiled library asks for {symbol}, which none of the libraries that are loaded has: the two are of versions that do not fit each other",
    correctiveAction:
      "Install the package that is named and the libraries that it uses anew, from one source and for this image; update the system's packages together (`apt-get upgrade`, `apk upgrade`), and look whether LD_LIBRARY_PATH or a copied folder puts another version first.",
    source: "man7.org: ld.so(8)",
    example: "ImportError: /app/lib/libtorch_cpu.so: undefined symbol: iJIT_NotifyEvent",
    nearMiss: "undefined symbols are allowed",
  },
  {
    id: "native/python-part",
    mode: "import/missing-library",
    meaning: "a package's compiled part is not there",
    pattern: new RegExp(
      `No module named '?(?<name>(?:${PYTHON_PACKAGES})\\.\\w[\\w.]*|_cffi_backend)'?|cannot import name '(?<name2>_\\w+|etree|cygrpc)' from (?:partially initialized module )?'(?<package>(?:${PYTHON_PACKAGES})[\\w.]*)'|Importing the (?<name3>numpy C-extensions) failed`,
    ),
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause:
      "the package is installed, and its compiled part {name} is not there for this Python: it was installed for another version, system or processor",
    correctiveAction: REBUILD_PYTHON,
    source: "packaging.python.org/specifications/platform-compatibility-tags",
    example: "ModuleNotFoundError: No module named 'psycopg2._psycopg'",
    examples: ["ImportError: cannot import name 'etree' from 'lxml' (/var/task/lxml/__init__.py)"],
    nearMiss: "No module named 'psycopg2'",
  },
  {
    id: "native/python-standard",
    mode: "import/missing-library",
    meaning: "Python itself was built without a part",
    pattern:
      /No module named '?(?<name>_(?:sqlite3|ssl|ctypes|bz2|lzma|tkinter|curses|dbm|gdbm|hashlib|uuid|zlib|zstd)|zlib|tkinter)'?/,
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause: "this Python was built without {name}, a part of its standard library",
    correctiveAction:
      "Take an image whose Python has it (python:3.x, or the system's package, such as python3-tk), or build Python anew with the library's headers there (`libsqlite3-dev`, `libssl-dev`, `libffi-dev`, `libbz2-dev`, `liblzma-dev`).",
    source: "docs.python.org/3/using/unix.html#building-python",
    example: "ModuleNotFoundError: No module named '_sqlite3'",
    nearMiss: "No module named 'sqlite'",
  },
  {
    id: "native/node-part",
    mode: "import/missing-module",
    meaning: "a package's compiled part is not there",
    pattern: new RegExp(
      `Cannot find (?:module|package) '?(?<name>${PLATFORM_PACKAGE})(?:/[\\w./-]+)?(?:\\.node)?(?=['. ]|$)|The package "(?<name2>${PLATFORM_PACKAGE})" could not be found|Attempted to load (?<name3>@next/swc[\\w-]+), but it was not installed|Cannot find (?:module|native binding)[^']{0,20}'(?<name4>[^']+\\.node)'|Failed to load (?<name5>SWC binary) for \\S+|You installed (?<name6>esbuild) for another platform|Failed to load native binding(?<name7>)`,
    ),
    stage: "root",
    certainty: "certain",
    decisive: true,
    cause:
      "the compiled part {name} is not installed for this system and processor: it was left out, or node_modules or the lock file was made on another system",
    correctiveAction: REBUILD_NODE,
    source:
      "docs.npmjs.com/cli/configuring-npm/package-json#optionaldependencies; esbuild.github.io/getting-started",
    example: "Error: Cannot find module '@img/sharp-linuxmusl-x64'",
    examples: [
      'Error: The package "@esbuild/linux-x64" could not be found, and is needed by esbuild.',
      "Error: Cannot find module '/app/node_modules/bcrypt/lib/binding/napi-v3/bcrypt_lib.node'",
      "⨯ Failed to load SWC binary for linux/x64, see more info here: https://nextjs.org/docs/messages/failed-loading-swc",
    ],
    nearMiss: "Cannot find module '@scope/linux'",
  },
];
