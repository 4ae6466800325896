/** The few settings of the editor itself; what is about documents stands in `.phase-docs.yaml`. */
import { DidChangeConfigurationNotification, type ClientCapabilities, type Connection } from 'vscode-languageserver';
import type { EditorSettings } from '../protocol';

const defaults: EditorSettings = { codeLens: { enabled: true }, hints: { enabled: true } };

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
    if (
      this.#current.codeLens.enabled !== defaults.codeLens.enabled ||
      this.#current.hints.enabled !== defaults.hints.enabled
    )
      onChange();
  }

  async #read(): Promise<void> {
    const settings: unknown = await this.#connection.workspace.getConfiguration('phaseDocs');
    this.#current = {
      codeLens: { enabled: readFlag(settings, 'codeLens') ?? defaults.codeLens.enabled },
      hints: { enabled: readFlag(settings, 'hints') ?? defaults.hints.enabled },
    };
  }
}

/** `settings[group].enabled`, if it is a boolean. */
function readFlag(settings: unknown, group: string): boolean | undefined {
  const value = isRecord(settings) ? settings[group] : undefined;
  return isRecord(value) && typeof value['enabled'] === 'boolean' ? value['enabled'] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
