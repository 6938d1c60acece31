import { type FrameworkCase, lines } from "./framework-cases";

const IMPORTS = [
  "from starlette.applications import Starlette",
  "from starlette.routing import Mount, Route, Router",
];

export const STARLETTE: readonly FrameworkCase[] = [
  {
    title: "Starlette's list of routes",
    files: {
      "main.py": lines(
        ...IMPORTS,
        'app = Starlette(routes=[Route("/orders", add, methods=["POST"]), Route("/healthz", healthz)])',
      ),
    },
    health: "/healthz main.py:3",
  },
  {
    title: "Starlette's list that another module has, under a mount",
    files: {
      "app/main.py": lines(...IMPORTS, "from app.routes import routes", "app = Starlette(routes=routes)"),
      "app/routes.py": lines(
        ...IMPORTS,
        'routes = [Route("/orders", orders), Mount("/api", routes=[Route("/health", health)])]',
      ),
    },
    health: "/api/health app/routes.py:3",
  },
  {
    title: "a router that Starlette mounts",
    files: {
      "main.py": lines(
        ...IMPORTS,
        'ops = Router(routes=[Route(path="/ready", endpoint=ready)])',
        'app = Starlette(routes=[Mount("/ops", app=ops)])',
      ),
    },
    health: "/ops/ready main.py:3",
  },
  {
    title: "no route that Starlette is not given, or answers to a POST alone",
    files: {
      "main.py": lines(
        ...IMPORTS,
        'others = [Route("/health", health)]',
        'app = Starlette(routes=[Route("/healthz", healthz, methods=["POST"])])',
      ),
    },
  },
];
