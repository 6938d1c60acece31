// Reads a variable that somebody has to set.
const url = process.env.DATABASE_URL;
if (!url) throw new Error("DATABASE_URL is not defined");
