// COUNT sound web services. They are components by another name: what is measured is the pack, not a provider.
const pulumi = require("@pulumi/pulumi");

for (let at = 0; at < Number(process.env.COUNT); at++) {
  new pulumi.ComponentResource("render:index/webService:WebService", `service-${at}`, {
    name: `service-${at}`,
    plan: "starter",
    region: "oregon",
    startCommand: "uvicorn main:app --host 0.0.0.0 --port $PORT",
    healthCheckPath: "/health",
    envVars: {
      PORT: { value: "8000" },
      LOG_LEVEL: { value: "info" },
      DATABASE_URL: {
        value: `postgresql://app.abcdefghijklmnopqrst:secret-${at}@aws-0-us-west-1.pooler.supabase.com:5432/postgres?sslmode=require`,
      },
    },
  });
}
