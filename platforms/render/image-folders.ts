import { diskOf } from "../../domain/disk";
import { type Fact, factsOf } from "../../domain/fact";
import { isBelow } from "../../domain/is-below";
import { nameOfImage } from "../../domain/published-images";
import type { Undecided } from "../../domain/rule";

/** The home of the user by whom most images run. */
const HOME_OF_ROOT = "/root";
const HOMES = "/home";

/**
 * Where images that are run as published keep what has to stay, by each one's Dockerfile or page of settings, as
 * known: the pages were not opened for the table, so that it leads to what is not decided alone. An image's rootless
 * variant has a row of its own.
 */
const FOLDERS: readonly (readonly [image: RegExp, folders: readonly string[]])[] = [
  // docs.openwebui.com: DATA_DIR; docs.n8n.io: N8N_USER_FOLDER; docs.flowiseai.com: DATABASE_PATH
  [/(?:^|\/)open-webui\/open-webui$/, ["/app/backend/data"]],
  [/(?:^|\/)n8n$/, [`${HOMES}/node/.n8n`]],
  [/(?:^|\/)flowiseai\/flowise$/, [`${HOME_OF_ROOT}/.flowise`]],
  // louislam/uptime-kuma, gotify/server, nocodb/nocodb: their pages of installation by Docker
  [/(?:^|\/)louislam\/uptime-kuma$/, ["/app/data"]],
  [/(?:^|\/)gotify\/server$/, ["/app/data"]],
  [/(?:^|\/)nocodb\/nocodb$/, ["/usr/app/data"]],
  // docs.gitea.com: installation with Docker, rootless too; dani-garcia/vaultwarden: README
  [/(?:^|\/)gitea(?:\/gitea)?$/, ["/data"]],
  [/(?:^|\/)gitea-rootless$/, ["/var/lib/gitea"]],
  [/(?:^|\/)vaultwarden(?:\/server)?$/, ["/data"]],
  // grafana.com/docs: configure Grafana's image; docker-library/ghost; nodered.org/docs: Docker
  [/(?:^|\/)grafana\/grafana(?:-oss|-enterprise)?$/, ["/var/lib/grafana"]],
  [/^ghost$/, ["/var/lib/ghost/content"]],
  [/(?:^|\/)nodered\/node-red$/, ["/data"]],
  // actualbudget.org/docs; docs.usememos.com; verdaccio.org/docs/docker; Mintplex-Labs/anything-llm: docker
  [/(?:^|\/)actual(?:-server)?$/, ["/data"]],
  [/(?:^|\/)memos$/, ["/var/opt/memos"]],
  [/(?:^|\/)verdaccio\/verdaccio$/, ["/verdaccio/storage"]],
  [/(?:^|\/)(?:mintplexlabs\/anythingllm|anything-llm)$/, ["/app/server/storage"]],
  // muchobien/pocketbase-docker: README
  [/(?:^|\/)muchobien\/pocketbase$/, ["/pb_data"]],
  // Stores, by the pages of their images
  [/^postgres$|^(?:postgis\/postgis|pgvector\/pgvector)$/, ["/var/lib/postgresql"]],
  [/^(?:mysql|mariadb)$/, ["/var/lib/mysql"]],
  [/^(?:redis|valkey\/valkey)$/, ["/data"]],
  [/^mongo$/, ["/data/db"]],
  [/^clickhouse(?:\/clickhouse-server)?$/, ["/var/lib/clickhouse"]],
  [/^getmeili\/meilisearch$/, ["/meili_data"]],
  [/^qdrant\/qdrant$/, ["/qdrant/storage"]],
  [/^rabbitmq$/, ["/var/lib/rabbitmq"]],
  [/^ollama\/ollama$/, [`${HOME_OF_ROOT}/.ollama`]],
];

/**
 * A disk beside the folder in which a service's image keeps its data: each deploy begins without it. A setting that is
 * not read here may move the data, and a database may hold all of it.
 */
export function imageBesideDisk(facts: readonly Fact[]): readonly Undecided[] {
  return factsOf(facts, "origin").flatMap(({ of, url, tag, service }): readonly Undecided[] => {
    const disk = diskOf(facts, service);
    if (of !== "image" || !url.known || disk === undefined) return [];
    const isRootless = /-rootless(?:@|$)/.test(tag ?? url.value);
    const image = `${nameOfImage(url.value)}${isRootless ? "-rootless" : ""}`;
    const folders = FOLDERS.find(([name]) => name.test(image))?.[1];
    if (folders === undefined || folders.some((folder) => isBelow(folder, disk) || isBelow(disk, folder)))
      return [];
    const place = factsOf(facts, "manifest-part").find(
      (one) => one.part === "disk" && one.service === service,
    );
    if (place?.place.source !== "resource" || namesDisk(facts, service, disk)) return [];
    const why = `${image} keeps its data in ${folders.join(" or ")}, unless it is moved, and the disk is at ${disk}`;
    return [{ place: place.place, why }];
  });
}

/** Whether a command or a variable of the service, as far as they are known, names the disk's folder. */
export function namesDisk(facts: readonly Fact[], service: string | undefined, disk: string): boolean {
  const texts = [
    ...factsOf(facts, "variable").flatMap((one) =>
      one.service === service && one.value.known ? [one.value.value] : [],
    ),
    ...factsOf(facts, "start-command").flatMap(({ command }) => (command.known ? [command.value] : [])),
  ];
  return texts.some((text) => text.split(/[\s=:"',;]+/).some((word) => isBelow(word, disk)));
}
