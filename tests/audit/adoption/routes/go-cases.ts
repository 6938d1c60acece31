import { type FrameworkCase, lines } from "./framework-cases";

const go = (...body: readonly string[]): string => lines("package main", "func main() {", ...body, "}");

/** Written before the first run. */
export const GO: readonly FrameworkCase[] = [
  // pkg.go.dev: net/http, gin, chi, echo, fiber
  {
    title: "Go: net/http",
    files: { "main.go": go('  http.HandleFunc("/healthz", ok)', '  http.ListenAndServe(":8000", nil)') },
    health: "/healthz main.go:3",
  },
  {
    title: "Go: a pattern with its method",
    files: {
      "main.go": go(
        "  mux := http.NewServeMux()",
        '  mux.HandleFunc("GET /health", ok)',
        '  http.ListenAndServe(":8000", mux)',
      ),
    },
    health: "/health main.go:4",
  },
  {
    title: "Go: none of another method or host, and none of a second server",
    files: {
      "main.go": go(
        "  mux := http.NewServeMux()",
        '  mux.HandleFunc("POST /health", ok)',
        '  mux.HandleFunc("ops.acme.com/health", ok)',
        '  http.ListenAndServe(":8000", mux)',
      ),
      "metrics.go":
        'package main\nfunc metrics() {\n  m := http.NewServeMux()\n  m.HandleFunc("/ping", ok)\n  http.ListenAndServe(":9090", m)\n}\n',
    },
  },
  {
    title: "Go: a group of gin",
    files: {
      "main.go": go(
        "  r := gin.Default()",
        '  api := r.Group("/api")',
        '  api.GET("/health", ok)',
        "  r.Run()",
      ),
    },
    health: "/api/health main.go:5",
  },
  {
    title: "Go: a route of chi",
    files: {
      "main.go": go(
        "  r := chi.NewRouter()",
        '  r.Route("/ops", func(r chi.Router) {',
        '    r.Get("/ready", ok)',
        "  })",
        '  http.ListenAndServe(":8000", r)',
      ),
    },
    health: "/ops/ready main.go:5",
  },
  {
    title: "Go: echo and a handler of the whole application in another file",
    files: {
      "main.go": go("  e := echo.New()", "  routes(e)", '  e.Start(":8000")'),
      "routes.go": 'package main\nfunc routes(e *echo.Echo) {\n  e.GET("/livez", live)\n}\n',
    },
    health: "/livez routes.go:3",
  },
  {
    title: "Go: fiber",
    files: { "main.go": go("  app := fiber.New()", '  app.Get("/health", ok)', '  app.Listen(":8000")') },
    health: "/health main.go:4",
  },
  {
    title: "Go: none under a computed group, and none of a client or a group that is handed over",
    files: {
      "main.go": go(
        "  r := gin.New()",
        "  api := r.Group(prefix)",
        '  api.GET("/health", ok)',
        '  resp, err := client.Get("/ping")',
        "  r.Run()",
      ),
      "routes.go": 'package main\nfunc routes(g *gin.RouterGroup) {\n  g.GET("/livez", live)\n}\n',
    },
  },
];
