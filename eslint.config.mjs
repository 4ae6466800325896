// Lint rules and the layers: what each folder may import. The table is that of ARCHITECTURE.md.
import tseslint from 'typescript-eslint';

/** The layers of the core and of the shells: folder, and the folders of server/src that it may import. */
const layers = {
  syntax: [],
  schema: ['syntax'],
  model: ['syntax', 'schema'],
  rules: ['model', 'schema', 'syntax'],
  features: ['rules', 'model', 'schema', 'syntax'],
  service: ['features', 'rules', 'model', 'schema', 'syntax'],
  lsp: ['service', 'model', 'rules', 'syntax'],
  cli: ['service', 'features', 'rules', 'model', 'node'],
  node: ['service', 'lsp'],
  browser: ['service', 'lsp'],
};
const shells = ['lsp', 'cli', 'node', 'browser'];
const noIo = ['fs', 'path', 'os', 'child_process', 'net', 'http', 'https', 'process', 'worker_threads', 'url', 'util'];

const layerRules = Object.entries(layers).map(([folder, allowed]) => ({
  files: [`server/src/${folder}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: Object.keys(layers)
              .filter((other) => other !== folder && !allowed.includes(other))
              .flatMap((other) => [`**/${other}/*`, `**/${other}`]),
            message: `${folder} may import only ${['itself', ...allowed].join(', ')} (see ARCHITECTURE.md).`,
          },
          ...(shells.includes(folder)
            ? []
            : [
                {
                  group: [
                    'vscode',
                    'vscode-languageserver',
                    'vscode-languageserver/*',
                    'vscode-languageclient*',
                    'node:*',
                    ...noIo,
                  ],
                  message: 'The core does no I/O and knows neither editor nor wire (see ARCHITECTURE.md).',
                },
              ]),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.editor/', 'examples/', 'test/fixtures/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'server/tsconfig.core.json',
          'server/tsconfig.node.json',
          'server/tsconfig.browser.json',
          'client/tsconfig.json',
          'client/tsconfig.browser.json',
          'test/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', 400],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers in messages need no ceremony.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An index signature that is not checked would hide a miss; `noUncheckedIndexedAccess` makes these checks useful.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { boolean: true } }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  ...layerRules,
  {
    files: ['client/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              // All paths into the server but its protocol.
              regex: 'server/src/(?!(?:protocol|authoringProtocol|reviewProtocol)$)',
              message: 'The client knows only the protocol of the server (see ARCHITECTURE.md).',
            },
          ],
        },
      ],
    },
  },
  {
    files: [
      'server/src/protocol.ts',
      'server/src/authoringProtocol.ts',
      'server/src/reviewProtocol.ts',
      'server/src/diagnostic.ts',
      'server/src/host.ts',
      'server/src/config.ts',
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['node:*', 'vscode', 'vscode-languageserver', 'vscode-languageserver/*'], message: 'Data only.' },
          ],
        },
      ],
    },
  },
  {
    // node:test returns promises that its runner awaits; Mocha's callbacks may be async.
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off', 'no-console': 'off' },
  },
);
