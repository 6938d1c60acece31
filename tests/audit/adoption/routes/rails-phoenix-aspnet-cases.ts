import type { Files } from "../../written-folder";
import { type FrameworkCase, lines } from "./framework-cases";

const rails = (...body: readonly string[]): Files => ({
  "config/routes.rb": lines("Rails.application.routes.draw do", ...body, "end"),
});
const phoenix = (...body: readonly string[]): Files => ({
  "lib/shop_web/router.ex": lines(
    "defmodule ShopWeb.Router do",
    "  use ShopWeb, :router",
    "  pipeline :api do",
    '    plug :accepts, ["json"]',
    "  end",
    ...body,
    "end",
  ),
});
const program = (...body: readonly string[]): Files => ({
  "Program.cs": lines("var app = builder.Build();", ...body, "app.Run();"),
});

/** Written before the first run. */
export const RAILS_PHOENIX_ASPNET: readonly FrameworkCase[] = [
  // guides.rubyonrails.org/routing, of October 2026
  {
    title: "Rails: the one of a new application",
    files: rails('  get "up" => "rails/health#show", as: :rails_health_check'),
    health: "/up config/routes.rb:2",
  },
  {
    title: "Rails: a route of a namespace and a scope",
    files: rails(
      "  namespace :api do",
      '    scope "/v1" do',
      '      get "health", to: "health#show"',
      "    end",
      "  end",
    ),
    health: "/api/v1/health config/routes.rb:4",
  },
  {
    title: "Rails: none behind a constraint, a condition or a login, and none in a comment",
    files: rails(
      '  # get "up" => "rails/health#show"',
      '  constraints subdomain: "ops" do',
      '    get "health", to: "health#show"',
      "  end",
      "  authenticate :user do",
      '    get "status", to: "health#show"',
      "  end",
      "  if Rails.env.development?",
      '    get "ping", to: "health#show"',
      "  end",
    ),
  },
  {
    title: "Rails: none where the scope is computed, and none that answers POST",
    files: rails(
      "  scope PREFIX do",
      '    get "health", to: "health#show"',
      "  end",
      '  post "status", to: "x#y"',
    ),
  },
  {
    title: "Rails: none where the application has a root of its own",
    files: {
      ...rails('  get "up" => "rails/health#show"'),
      "config/application.rb": 'config.relative_url_root = "/shop"\n',
    },
  },
  {
    title: "Phoenix: a route of a scope",
    files: phoenix(
      '  scope "/api", ShopWeb do',
      "    pipe_through :api",
      '    get "/health", HealthController, :index',
      "  end",
    ),
    health: "/api/health lib/shop_web/router.ex:8",
  },
  {
    title: "Phoenix: a forwarded plug",
    files: phoenix('  forward "/healthz", ShopWeb.HealthPlug'),
    health: "/healthz lib/shop_web/router.ex:6",
  },
  {
    title: "Phoenix: none behind a login, of another host, or of development",
    files: phoenix(
      '  scope "/", ShopWeb do',
      "    pipe_through [:browser, :require_authenticated_user]",
      '    get "/status", HealthController, :index',
      "  end",
      '  scope "/", ShopWeb, host: "ops." do',
      '    get "/health", HealthController, :index',
      "  end",
      "  if Application.compile_env(:shop, :dev_routes) do",
      '    get "/ping", HealthController, :index',
      "  end",
    ),
  },
  // learn.microsoft.com/aspnet/core/host-and-deploy/health-checks
  {
    title: "ASP.NET: MapHealthChecks",
    files: program('app.MapHealthChecks("/healthz");'),
    health: "/healthz Program.cs:2",
  },
  {
    title: "ASP.NET: MapHealthChecks of a group",
    files: program('var api = app.MapGroup("/api");', 'api.MapHealthChecks("/health");'),
    health: "/api/health Program.cs:3",
  },
  {
    title: "ASP.NET: endpoints of Startup",
    files: {
      "Startup.cs": lines(
        "public void Configure(IApplicationBuilder app) {",
        "  app.UseEndpoints(endpoints => {",
        '    endpoints.MapHealthChecks("/health", new HealthCheckOptions { Predicate = _ => true });',
        "  });",
        "}",
      ),
    },
    health: "/health Startup.cs:3",
  },
  {
    title: "ASP.NET: none of development, behind a login, of another port, or under a computed group",
    files: program(
      "if (app.Environment.IsDevelopment())",
      "{",
      '  app.MapHealthChecks("/health");',
      "}",
      'app.MapHealthChecks("/status").RequireAuthorization();',
      'app.UseHealthChecks("/ready", 8081);',
      "var api = app.MapGroup(prefix);",
      'api.MapHealthChecks("/live");',
    ),
  },
];
