/** Loaded into every child process: when the supervisor is gone (kill -9), the child goes too. */
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 5_000).unref()
})
