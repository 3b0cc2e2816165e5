// Stands in for VS Code's native logger, which would have to be compiled: writes the same files, one line at a time.
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  constructor(_type, _name, file) {
    this.file = file;
    this.level = 2;
    this.plain = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  clearFormatters() {
    this.plain = true;
  }
  setPattern() {}
  flush() {}
  drop() {}
}

LEVELS.forEach((name, level) => {
  Logger.prototype[name] = function write(message) {
    if (level < this.level) return;
    const line = this.plain ? message : `${new Date().toISOString()} [${name}] ${message}\n`;
    fs.appendFile(this.file, line, () => {});
  };
});

const create = async (name, file) => new Logger('rotating', name, file);

module.exports = {
  version: 0,
  Logger,
  setLevel() {},
  setFlushOn() {},
  createRotatingLogger: create,
  createAsyncRotatingLogger: create,
};
