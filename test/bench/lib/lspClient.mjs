// A language client over stdio, small enough not to disturb the measurement.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export class LspClient {
  #child;
  /** @type {Buffer<ArrayBufferLike>} */
  #buffer = Buffer.alloc(0);
  #lastId = 0;
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  #pending = new Map();
  #errors = '';

  /** @param {string} command @param {string[]} args @param {string} cwd */
  constructor(command, args, cwd) {
    this.#child = spawn(command, args, { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child.stderr.on('data', (data) => (this.#errors = (this.#errors + data).slice(-4000)));
    this.#child.stdout.on('data', (data) => this.#receive(data));
    this.exited = new Promise((resolve) => {
      this.#child.on('error', (error) => this.#fail(error));
      this.#child.on('exit', (code, signal) => {
        this.#fail(new Error(`the server ended with ${code ?? signal}: ${this.#errors}`));
        resolve(undefined);
      });
    });
  }

  /** @param {string} method @param {unknown} params @returns {Promise<any>} */
  request(method, params) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#send({ id, method, params });
    });
  }

  /** @param {string} method @param {unknown} params */
  notify(method, params) {
    this.#send({ method, params });
  }

  /** Resident memory of the server in MiB; undefined where /proc is not there. */
  residentMiB() {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  async stop() {
    await this.request('shutdown', undefined);
    this.notify('exit', undefined);
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 2000);
    await this.exited;
    clearTimeout(timer);
  }

  /** @param {Error} error */
  #fail(error) {
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }

  /** @param {Buffer} data */
  #receive(data) {
    this.#buffer = this.#buffer.length > 0 ? Buffer.concat([this.#buffer, data]) : data;
    for (;;) {
      const headEnd = this.#buffer.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(this.#buffer.toString('latin1', 0, headEnd))?.[1]);
      const end = headEnd + 4 + length;
      if (this.#buffer.length < end) return;
      const message = JSON.parse(this.#buffer.toString('utf8', headEnd + 4, end));
      this.#buffer = this.#buffer.subarray(end);
      this.#handle(message);
    }
  }

  /** @param {any} message */
  #handle({ id, method, params, result, error }) {
    if (method === undefined) {
      const waiting = this.#pending.get(id);
      this.#pending.delete(id);
      if (error) waiting?.reject(new Error(error.message));
      else waiting?.resolve(result);
    } else if (id !== undefined) {
      // Whatever the server wants of its client (settings, registration, refresh): nothing special here.
      this.#send({ id, result: method === 'workspace/configuration' ? params.items.map(() => null) : null });
    }
  }

  /** @param {object} message */
  #send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    // One write: a header that arrives alone can cost the reader a turn.
    this.#child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }
}
