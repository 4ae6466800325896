/** The few settings of the editor itself; what is about documents stands in `.phase-docs.yaml`. */
import { DidChangeConfigurationNotification, type ClientCapabilities, type Connection } from 'vscode-languageserver';
import type { EditorSettings } from '../protocol';

const defaults: EditorSettings = {
  codeLens: { enabled: true, document: true, sections: true, obligations: true, references: true },
  hints: { enabled: true },
  inlayHints: { enabled: false },
  semanticHighlighting: { enabled: false },
};

export class EditorSettingsStore {
  readonly #connection: Connection;
  readonly #capabilities: ClientCapabilities;
  #current = defaults;

  constructor(connection: Connection, capabilities: ClientCapabilities) {
    this.#connection = connection;
    this.#capabilities = capabilities;
  }

  get current(): EditorSettings {
    return this.#current;
  }

  async initialize(onChange: () => void): Promise<void> {
    const { workspace } = this.#capabilities;
    if (!workspace?.configuration) return;
    // Asked again at each change, also while the first answer is under way or if there is none.
    this.#connection.onDidChangeConfiguration(() => {
      void this.#read().then(onChange, () => undefined);
    });
    if (workspace.didChangeConfiguration?.dynamicRegistration) {
      await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: 'phaseDocs' });
    }
    await this.#read();
    // The first findings may have been shown by the defaults.
    if (JSON.stringify(this.#current) !== JSON.stringify(defaults)) onChange();
  }

  async #read(): Promise<void> {
    const settings: unknown = await this.#connection.workspace.getConfiguration('phaseDocs');
    this.#current = {
      codeLens: readFlags(settings, 'codeLens', defaults.codeLens),
      hints: readFlags(settings, 'hints', defaults.hints),
      inlayHints: readFlags(settings, 'inlayHints', defaults.inlayHints),
      semanticHighlighting: readFlags(settings, 'semanticHighlighting', defaults.semanticHighlighting),
    };
  }
}

/** The booleans of `settings[group]`; what is something else is as by default. */
function readFlags<Flags extends Readonly<Record<keyof Flags, boolean>>>(
  settings: unknown,
  group: string,
  usual: Flags,
): Flags {
  const given = isRecord(settings) ? settings[group] : undefined;
  const flags = { ...usual };
  for (const name in usual) {
    const value = isRecord(given) ? given[name] : undefined;
    if (typeof value === 'boolean') Object.assign(flags, { [name]: value });
  }
  return flags;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
