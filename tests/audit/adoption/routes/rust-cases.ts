import { type FrameworkCase, lines } from "./framework-cases";

/** Written before the first run. */
export const RUST: readonly FrameworkCase[] = [
  // docs.rs: axum, actix-web
  {
    title: "Rust: axum",
    files: {
      "src/main.rs": lines(
        "fn main() {",
        '    let app = Router::new().route("/health", get(ok));',
        "    axum::serve(listener, app);",
        "}",
      ),
    },
    health: "/health src/main.rs:2",
  },
  {
    title: "Rust: axum, beside and in a nested router",
    files: {
      "src/main.rs": lines(
        "fn main() {",
        '    let ops = Router::new().route("/ready", get(ok));',
        '    let app = Router::new().nest("/ops", ops);',
        "}",
      ),
    },
    health: "/ops/ready src/main.rs:2",
  },
  {
    title: "Rust: actix, by an attribute",
    files: {
      "src/main.rs": lines(
        '#[get("/healthz")]',
        "async fn health() -> impl Responder {}",
        "fn main() {",
        "    HttpServer::new(|| App::new().service(health))",
        "}",
      ),
    },
    health: "/healthz src/main.rs:1",
  },
  {
    title: "Rust: actix, of a scope",
    files: {
      "src/main.rs": lines(
        "fn main() {",
        '    HttpServer::new(|| App::new().service(web::scope("/api").route("/health", web::get().to(ok))))',
        "}",
      ),
    },
    health: "/api/health src/main.rs:2",
  },
  {
    title: "Rust: none that answers POST, that nothing serves, or under a computed scope",
    files: {
      "src/main.rs": lines(
        '#[get("/status")]',
        "async fn status() -> impl Responder {}",
        "fn main() {",
        '    HttpServer::new(|| App::new().route("/ping", web::post().to(ok)).service(web::scope(&prefix).route("/health", web::get().to(ok))))',
        "}",
      ),
    },
  },
];
