// Stands in for VS Code's native watchdog: the process group is ended by whoever started the server.
module.exports = { start() {}, exit: (code) => process.exit(code ?? 0) };
