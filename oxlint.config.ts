import { defineConfig } from 'oxlint';

/** A widget asks its adapter and keeps to its own shadow root. */
const NOT_OURS_TO_USE = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'cookieStore',
];

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'import', 'oxc'],
  jsPlugins: ['eslint-plugin-lit', 'eslint-plugin-wc', './tools/lint/plugin.mjs'],
  categories: { correctness: 'error' },
  options: { typeAware: true },
  env: { browser: true, node: true, es2024: true },
  rules: {
    'clientele/layers': 'error',
    'import/no-cycle': 'error',
    'lit/binding-positions': 'error',
    'lit/no-duplicate-template-bindings': 'error',
    'lit/no-invalid-html': 'error',
    'lit/no-legacy-template-syntax': 'error',
    'lit/no-this-assign-in-render': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': [
      'error',
      // Node's runner waits for its tests itself.
      {
        allowForKnownSafeCalls: [
          { from: 'package', package: 'node:test', name: ['after', 'before', 'describe', 'it', 'suite', 'test'] },
        ],
      },
    ],
    'typescript/unbound-method': 'off',
    // It does not see that a body may be null.
    'unicorn/no-invalid-fetch-options': 'off',
    // Text from data is cleaned of them.
    'no-control-regex': 'off',
    // A copy is how a set is walked through whose members come and go meanwhile.
    'unicorn/no-useless-spread': 'off',
    'wc/guard-super-call': 'error',
    'wc/no-constructor-attributes': 'error',
  },
  overrides: [
    {
      files: ['src/**'],
      excludeFiles: ['**/*.{test,stories}.ts'],
      rules: {
        'clientele/logical-css': 'error',
        'clientele/templates': 'error',
        'no-console': ['error', { allow: ['warn'] }],
        'no-restricted-globals': ['error', ...NOT_OURS_TO_USE],
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              {
                regex: '^lit/directives/(style-map|unsafe-)',
                message: 'Strict hosts block inline styles, and no string becomes markup.',
              },
            ],
          },
        ],
      },
    },
    // Adapters are where the network begins; a leaf may also be no more than an example.
    {
      files: ['src/adapters/**', 'src/testing/**', 'src/widgets/*/scenarios.ts'],
      rules: { 'no-restricted-globals': 'off' },
    },
    // Chai asserts by reading a property.
    { files: ['**/*.test.ts'], rules: { 'no-unused-expressions': 'off' } },
  ],
  ignorePatterns: ['dist', 'storybook-static', 'coverage', 'demo/*/dist', 'test/apps/*/**', 'test/types'],
});
