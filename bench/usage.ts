/** What a server process has used, asked from within it. */
export const usage = {
  /** microseconds of all cores, since the process began */
  cpu: (): number => {
    const { user, system } = process.cpuUsage();
    return user + system;
  },
  /** bytes that the process holds once it has tidied up */
  memory: (): number => {
    globalThis.gc?.();
    globalThis.gc?.();
    return process.memoryUsage().rss;
  },
};
