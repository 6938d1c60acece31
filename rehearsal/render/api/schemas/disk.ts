import { z } from "zod";
import { disk } from "./service";

export const diskPost = disk.extend({ serviceId: z.string().min(1, "must not be empty") });

export const diskPatch = disk.partial();
