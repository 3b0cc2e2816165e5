// Stands in for VS Code's native logger, which would have to be compiled: writes the same files, one line at a time.
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = /** @type {const} */ (['trace', 'debug', 'info', 'warn', 'error', 'critical']);

class Logger {
  /** @param {string} _type @param {string} _name @param {string} file */
  constructor(_type, _name, file) {
    this.level = LEVELS.indexOf('info');
    this.plain = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const methods = LEVELS.map((name, level) => {
      /** @param {string} message */
      const write = (message) => {
        if (level < this.level) return;
        const line = this.plain ? message : `${new Date().toISOString()} [${name}] ${message}\n`;
        fs.appendFile(file, line, () => {});
      };
      return [name, write];
    });
    Object.assign(this, Object.fromEntries(methods));
  }
  getLevel() {
    return this.level;
  }
  /** @param {number} level */
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

/** @param {string} name @param {string} file */
const create = async (name, file) => new Logger('rotating', name, file);

// One by one, or who imports this as an ES module does not find the names.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
