/** Fields of a service at Render: its scaling, and where its program is from. */
export const scaled = (min: number, max: number, cpu = 70, memory = 70) => ({
  autoscaling: {
    enabled: true,
    min,
    max,
    criteria: { cpu: { enabled: true, percentage: cpu }, memory: { enabled: true, percentage: memory } },
  },
});
export const native = (more: object, runtime = "python") => ({
  runtimeSource: {
    nativeRuntime: {
      ...{ repoUrl: "https://github.com/acme/api", branch: "main", runtime, buildCommand: "true" },
      ...more,
    },
  },
});
export const image = (imageUrl: string, more: object = {}) => ({
  runtimeSource: { image: { imageUrl, ...more } },
});
