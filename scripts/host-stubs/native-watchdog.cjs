// Stands in for VS Code's native watchdog: whoever started the server ends its whole process group.
exports.start = () => {};
exports.exit = (/** @type {number} */ code) => process.exit(code);
