import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { planFixes } from "../../../audit/fixes";
import { inFolder } from "../written-folder";

const REPOSITORY = (bind: string) => ({
  "render.yaml":
    "services:\n  - type: web\n    name: heron\n    runtime: rust\n    buildCommand: cargo build --release\n    startCommand: ./target/release/heron\n    envVars:\n      - key: PORT\n        value: 3000\n",
  "Cargo.toml":
    '[package]\nname = "heron"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\ntokio = "1"\n',
  "Cargo.lock": "version = 4\n",
  "src/main.rs": `fn main() {\n    ${bind}\n}\n`,
});

/** Each bind in Rust, what the fix says, and what the line is after `--fix`; undefined where it stays. */
const FAULTY: readonly (readonly [bind: string, fix: RegExp, after: string])[] = [
  [
    "let l = TcpListener::bind((Ipv4Addr::LOCALHOST, 3000)).unwrap();",
    /Ipv4Addr::UNSPECIFIED/,
    "let l = TcpListener::bind((Ipv4Addr::UNSPECIFIED, 3000)).unwrap();",
  ],
  [
    "let a = SocketAddr::from((Ipv4Addr::LOCALHOST, 3000));",
    /Ipv4Addr::UNSPECIFIED/,
    "let a = SocketAddr::from((Ipv4Addr::UNSPECIFIED, 3000));",
  ],
  [
    "let a = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 3000);",
    /Ipv4Addr::UNSPECIFIED/,
    "let a = SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), 3000);",
  ],
  [
    "let a = SocketAddr::from(([127, 0, 0, 1], 3000));",
    /\[0, 0, 0, 0\]/,
    "let a = SocketAddr::from(([0, 0, 0, 0], 3000));",
  ],
  [
    "let a = SocketAddr::from(([127,0,0,1], 3000));",
    /\[0, ?0, ?0, ?0\]/,
    "let a = SocketAddr::from(([0,0,0,0], 3000));",
  ],
  [
    "let a = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(127, 0, 0, 1)), 3000);",
    /Ipv4Addr::new\(0, 0, 0, 0\)|Ipv4Addr::UNSPECIFIED/,
    "let a = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(0, 0, 0, 0)), 3000);",
  ],
  [
    'let l = TcpListener::bind("127.0.0.1:3000").unwrap();',
    /Bind 0\.0\.0\.0/,
    'let l = TcpListener::bind("0.0.0.0:3000").unwrap();',
  ],
  [
    'let s = HttpServer::new(app).bind(("localhost", 3000)).unwrap();',
    /Bind 0\.0\.0\.0/,
    'let s = HttpServer::new(app).bind(("0.0.0.0", 3000)).unwrap();',
  ],
  [
    "let a = SocketAddr::from((Ipv6Addr::LOCALHOST, 3000));",
    /Ipv6Addr::UNSPECIFIED/,
    "let a = SocketAddr::from((Ipv6Addr::UNSPECIFIED, 3000));",
  ],
];

const SOUND: readonly string[] = [
  "let l = TcpListener::bind((Ipv4Addr::UNSPECIFIED, 3000)).unwrap();",
  "let a = SocketAddr::from(([0, 0, 0, 0], 3000));",
  "let a = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(0, 0, 0, 0)), 3000);",
  "let a = SocketAddr::from((Ipv6Addr::UNSPECIFIED, 3000));",
  'let l = TcpListener::bind("0.0.0.0:3000").unwrap();',
  "// let a = SocketAddr::from((Ipv4Addr::LOCALHOST, 3000));",
  "let a = SocketAddr::from(([127, 0, 0, 1], 5432)); let s = TcpStream::connect(a).unwrap();",
  "let s = TcpStream::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, 5432))).unwrap();",
  'let s = TcpStream::connect("127.0.0.1:3000").unwrap();',
  "let s = TcpStream::connect((Ipv4Addr::LOCALHOST, 3000)).unwrap();",
];

describe("a loopback address in Rust", () => {
  for (const [bind, fix, after] of FAULTY)
    it(`is corrected in Rust's own words: ${bind}`, () =>
      inFolder(REPOSITORY(bind), (folder) => {
        const found = auditFolder(folder).findings.find(({ rule }) => rule === "service/loopback-bind");
        assert.match(found?.fix ?? "no finding", fix);
        const [changed] = planFixes(folder, {}).files;
        assert.equal(changed?.after.toString().split("\n")[1]?.trim(), after);
      }));
  for (const bind of SOUND)
    it(`is not found where there is none: ${bind}`, () =>
      inFolder(REPOSITORY(bind), (folder) => {
        const found = auditFolder(folder).findings.filter(({ rule }) => rule === "service/loopback-bind");
        assert.deepEqual(found, []);
      }));
});
