'use strict';
// A file system provider for the `test-fs:` scheme. The folder is read once, over HTTP, from the
// static server in ../web-server.mjs; edits live in memory and are gone with the page.
const vscode = require('vscode');

const { FileType, FileSystemError, FileChangeType } = vscode;

class MemoryFolder {
  constructor(load) {
    this.load = load;
    this.changed = new vscode.EventEmitter();
    this.onDidChangeFile = this.changed.event;
  }

  /** path -> { type, ctime, mtime, data? , fetch? } */
  entries() {
    return (this.table ??= this.load());
  }

  async find(uri) {
    const entry = (await this.entries()).get(uri.path);
    if (!entry) throw FileSystemError.FileNotFound(uri);
    return entry;
  }

  async bytes(entry) {
    if (!entry.data) {
      entry.data = await entry.fetch();
    }
    return entry.data;
  }

  emit(...events) {
    this.changed.fire(events);
  }

  watch() {
    return new vscode.Disposable(() => {});
  }

  async stat(uri) {
    const entry = await this.find(uri);
    const size = entry.type === FileType.File ? (entry.data ? entry.data.length : entry.size) : 0;
    return { type: entry.type, ctime: entry.ctime, mtime: entry.mtime, size };
  }

  async readDirectory(uri) {
    await this.find(uri);
    const prefix = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    const names = [];
    for (const [path, entry] of await this.entries()) {
      const name = path.startsWith(prefix) ? path.slice(prefix.length) : '';
      if (name && !name.includes('/')) names.push([name, entry.type]);
    }
    return names;
  }

  async readFile(uri) {
    const entry = await this.find(uri);
    if (entry.type !== FileType.File) throw FileSystemError.FileIsADirectory(uri);
    return this.bytes(entry);
  }

  async writeFile(uri, data, { create, overwrite }) {
    const table = await this.entries();
    const entry = table.get(uri.path);
    if (!entry && !create) throw FileSystemError.FileNotFound(uri);
    if (entry && create && !overwrite) throw FileSystemError.FileExists(uri);
    const now = Date.now();
    table.set(uri.path, { type: FileType.File, ctime: entry?.ctime ?? now, mtime: now, data });
    this.emit({ type: entry ? FileChangeType.Changed : FileChangeType.Created, uri });
  }

  async createDirectory(uri) {
    const now = Date.now();
    (await this.entries()).set(uri.path, { type: FileType.Directory, ctime: now, mtime: now });
    this.emit({ type: FileChangeType.Created, uri });
  }

  async delete(uri) {
    const table = await this.entries();
    await this.find(uri);
    for (const path of [...table.keys()]) if (path === uri.path || path.startsWith(`${uri.path}/`)) table.delete(path);
    this.emit({ type: FileChangeType.Deleted, uri });
  }

  async rename(from, to, { overwrite }) {
    const table = await this.entries();
    await this.find(from);
    if (table.has(to.path) && !overwrite) throw FileSystemError.FileExists(to);
    for (const [path, entry] of [...table]) {
      if (path !== from.path && !path.startsWith(`${from.path}/`)) continue;
      table.delete(path);
      table.set(to.path + path.slice(from.path.length), entry);
    }
    this.emit({ type: FileChangeType.Deleted, uri: from }, { type: FileChangeType.Created, uri: to });
  }
}

exports.activate = (context) => {
  const base = context.extensionUri.with({ path: '/' }).toString(true);
  const folder = new MemoryFolder(async () => {
    const listing = await (await fetch(`${base}workspace-index`)).json();
    return new Map(
      listing.map(({ path, directory, size, mtime }) => [
        `/workspace${path}`,
        {
          type: directory ? FileType.Directory : FileType.File,
          ctime: mtime,
          mtime,
          size,
          fetch: async () =>
            new Uint8Array(
              await (await fetch(`${base}workspace${path.split('/').map(encodeURIComponent).join('/')}`)).arrayBuffer(),
            ),
        },
      ]),
    );
  });
  const files = async () => [...(await folder.entries())].filter(([, entry]) => entry.type === FileType.File);
  const uriOf = (path) => vscode.Uri.from({ scheme: 'test-fs', path });

  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('test-fs', folder, { isCaseSensitive: true }));
  // The two search interfaces are not final in the editor's API; without them findFiles and
  // workspace search find nothing in a virtual folder.
  context.subscriptions.push(
    vscode.workspace.registerFileSearchProvider('test-fs', {
      // The editor applies the include and exclude patterns itself.
      provideFileSearchResults: async () => (await files()).map(([path]) => uriOf(path)),
    }),
  );
  context.subscriptions.push(
    vscode.workspace.registerTextSearchProvider('test-fs', {
      async provideTextSearchResults({ pattern, isRegExp, isCaseSensitive }, options, progress) {
        const source = isRegExp ? pattern : pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        for (const [path, entry] of await files()) {
          const lines = new TextDecoder().decode(await folder.bytes(entry)).split(/\r?\n/);
          lines.forEach((text, line) => {
            for (const match of text.matchAll(new RegExp(source, isCaseSensitive ? 'g' : 'gi'))) {
              const start = match.index;
              const end = start + match[0].length;
              progress.report({
                uri: uriOf(path),
                ranges: [new vscode.Range(line, start, line, end)],
                preview: { text, matches: [new vscode.Range(0, start, 0, end)] },
              });
            }
          });
        }
        return { limitHit: false };
      },
    }),
  );
};
