import { PLACEHOLDER } from "../batch";
import type { SealedCase } from "../sealed";

type Pair = readonly [name: string, value: string];
const python = { driver: "none" } as const;

/**
 * What templates of public repositories have in mail's and others' variables, in several languages. Drawn on 30 November
 * 2026: of 62 such values the gate knew 33.
 */
const BROKEN: readonly Pair[] = [
  ["SMTP_USER", "tu-email@gmail.com"],
  ["SMTP_USER", "votre-email@gmail.com"],
  ["SMTP_USER", "seu-email@gmail.com"],
  ["SMTP_USER", "dein-mail@gmx.de"],
  ["SMTP_PASS", "tu-app-password"],
  ["SMTP_PASS", "sua-senha-de-aplicativo"],
  ["CLOUDINARY_API_KEY", "tu-api-key"],
  ["SMTP_PASS", "SG.xxx"],
  ["EMAIL_HOST_PASSWORD", "xxxx xxxx xxxx xxxx"],
  ["SMTP_HOST", "smtp.yourprovider.com"],
  ["SMTP_HOST", "smtp.your-provider.com"],
  ["SMTP_FROM", "noreply@yourdomain.com"],
  ["EMAIL_FROM", "Your Name <you@your-domain.com>"],
  ["SMTP_USER", "user@domain.com"],
  ["NEXTAUTH_URL", "https://tu-dominio.vercel.app"],
  ["APP_BASE_URL", "https://portal.YOUR_COMPANY.com"],
  ["FRONTEND_URL", "https://your-frontend.vercel.app"],
  ["MONGO_URI", "your-mongodb-connection-string"],
  ["MONGO_URI", "mongodb+srv://user:pass@cluster.mongodb.net/db"],
  ["NEXT_PUBLIC_GA_ID", "G-XXXXXXXXXX"],
];

const SOUND: readonly Pair[] = [
  ["SMTP_USER", "email@acme.io"],
  ["SMTP_USER", "tu-berlin@acme.io"],
  ["SMTP_PASS", "qzvh wmkx tplr bncd"],
  ["SMTP_PASS", "tu-madre-come-queso-9x"],
  ["SMTP_HOST", "smtp.provider.net"],
  ["SMTP_FROM", "noreply@acme.io"],
  ["EMAIL_FROM", "Your Shop <shop@acme.io>"],
  ["EMAIL_FROM", "You & Me <hello@youandme.io>"],
  ["NEXTAUTH_URL", "https://tu-dresden.acme.io"],
  ["APP_BASE_URL", "https://company.acme.io"],
  ["FRONTEND_URL", "https://frontend-shop.vercel.app"],
  ["MONGO_URI", "mongodb+srv://app:k3JqL9vX@cluster0.x7k2q.mongodb.net/shop"],
  ["NEXT_PUBLIC_GA_ID", "G-7K2QX9VT4M"],
  ["SENDGRID_API_KEY", "SG.9vQ2hTz4mNpR7wYc51Kx.A3bC7dE1fG5hJ2k9vQ2hTz4mNpR7wYc51KxA3bC7dE1"],
  ["STRIPE_PRICE_ID", "price_1Kx9vQ2hTz4mNpR7wYc"],
];

export const SAMPLES_BROKEN: readonly SealedCase[] = BROKEN.map(([name, value]) => ({
  ...python,
  rule: PLACEHOLDER,
  variables: { [name]: value },
}));
export const SAMPLES_SOUND: readonly SealedCase[] = SOUND.map(([name, value]) => ({
  ...python,
  variables: { [name]: value },
}));
