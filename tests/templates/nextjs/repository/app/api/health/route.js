import { pool } from "../../../lib/database.js";

export const dynamic = "force-dynamic";

export async function GET() {
  await pool.query("select 1");
  return Response.json({ database: "ok" });
}
