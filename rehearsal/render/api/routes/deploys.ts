import { type Context, Hono } from "hono";
import type { Deploy, Service } from "../../store";
import { accepted, answer, listing } from "../answer";
import { deployAnswer } from "../answers/deploy";
import { readBody } from "../body";
import { type ApiContext, deployOf, newestFirst, serviceOf } from "../context";
import { refused } from "../failure";
import { fullImagePath } from "../image-path";
import { among, within } from "../pages";
import { type DeployPost, deployPost, rollbackPost } from "../schemas/deploy";

const isWanted = (c: Context, deploy: Deploy): boolean =>
  among(c, "status", deploy.status) &&
  within(c, { created: deploy.createdAt, updated: deploy.updatedAt, finished: deploy.finishedAt });

/** Host, repository and name of an image, without its tag or digest. */
const imageName = (url: string): string => url.replace(/@.*$/, "").replace(/:[^:/]*$/, "");

/** @throws ApiFailure 400 for what cannot be deployed */
function mayBeDeployed(service: Service, post: DeployPost): void {
  const { commitId, imageUrl } = post;
  if (commitId !== undefined && service.type === "cron_job") throw refused("commitId: not for a cron job");
  if (imageUrl !== undefined && imageName(fullImagePath(imageUrl)) !== imageName(service.imagePath ?? "")) {
    throw refused("imageUrl: host, repository and name must be those of the service's image");
  }
}

/** Only a deploy that was live can be rolled back to. @throws ApiFailure 400 */
function rollbackTarget(service: Service, id: string): Deploy {
  const deploy = deployOf(service, id);
  if (deploy.status !== "live" && deploy.status !== "deactivated") {
    throw refused(`deployId: ${id} was never live, it is ${deploy.status}`);
  }
  return deploy;
}

/** Deploys and rollbacks of a service. */
export function deployRoutes(context: ApiContext): Hono {
  const { deployments } = context;
  const routes = new Hono();
  const path = "/services/:id/deploys";

  routes.get(path, (c) =>
    listing(c, {
      name: "deploy",
      items: newestFirst(serviceOf(context, c.req.param("id")).deploys).filter((deploy) =>
        isWanted(c, deploy),
      ),
      keyOf: ({ id }) => id,
      shown: deployAnswer,
    }),
  );
  // Recorded: behind another deploy the answer is 202 without a body, and the deploy is in the list.
  routes.post(path, async (c) => {
    const service = serviceOf(context, c.req.param("id"));
    const post = await readBody(c, deployPost);
    mayBeDeployed(service, post);
    const commit = post.commitId === undefined ? {} : { commit: post.commitId };
    const { deploy, queued } = deployments.start(service, "api", commit);
    return queued ? accepted(c) : answer(c, deployAnswer(deploy), 201);
  });
  routes.get(`${path}/:deploy`, (c) =>
    answer(c, deployAnswer(deployOf(serviceOf(context, c.req.param("id")), c.req.param("deploy")))),
  );
  routes.post(`${path}/:deploy/cancel`, async (c) => {
    const service = serviceOf(context, c.req.param("id"));
    const deploy = deployOf(service, c.req.param("deploy"));
    await deployments.cancel(service, deploy);
    return answer(c, deployAnswer(deploy));
  });
  routes.post("/services/:id/rollback", async (c) => {
    const service = serviceOf(context, c.req.param("id"));
    const { deployId } = await readBody(c, rollbackPost);
    const rollbackTo = rollbackTarget(service, deployId);
    const { deploy } = deployments.start(service, "rollback", { rollbackTo });
    return answer(c, deployAnswer(deploy), 201);
  });

  return routes;
}
