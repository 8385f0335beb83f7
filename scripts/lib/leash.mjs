/**
 * Loaded first into a child: when the parent is gone, however it ended, the child ends too.
 * The child's own children inherit this file and the variable; only the one it was meant for obeys.
 */
if (process.channel && process.env.KEHE_LEASH === String(process.ppid)) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
