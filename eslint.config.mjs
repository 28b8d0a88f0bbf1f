import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const sdk = '@aws-sdk/*';
const cdk = ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs'];
const dynalite = 'dynalite';

/** From low to high: what each kind of project may import, tests apart, and which packages it may not. */
const floors = [
  { from: 'contract', to: ['contract'], never: [sdk, ...cdk, dynalite] },
  { from: 'test-data', to: ['contract'], never: [sdk, ...cdk, dynalite] },
  { from: 'simulator', to: ['contract'], never: [sdk, ...cdk] },
  { from: 'operator', to: ['contract'], never: [...cdk, dynalite] },
  { from: 'runtime', to: ['contract'], never: [...cdk, dynalite] },
  { from: 'synth', to: ['contract'], never: [sdk, dynalite] },
  { from: 'infra', to: ['synth', 'operator', 'contract'], never: [dynalite] },
  {
    from: 'tooling',
    to: ['runtime', 'simulator', 'operator', 'contract', 'test-data'],
    never: [...cdk, dynalite],
  },
  {
    from: 'verification',
    to: ['verification', 'tooling', 'runtime', 'simulator', 'operator', 'contract', 'test-data'],
    never: [...cdk, dynalite],
  },
];

/** What tests and benches may import besides: test data, and AWS on this machine. */
const forTests = {
  contract: ['test-data'],
  'test-data': ['test-data'],
  operator: ['test-data'],
  runtime: ['test-data', 'simulator'],
  infra: ['test-data'],
};

const boundaries = (isTest) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    allow: ['^.*/vitest\\.shared\\.ts$'],
    depConstraints: floors.map(({ from, to, never }) => ({
      sourceTag: `type:${from}`,
      onlyDependOnLibsWithTags: [...to, ...((isTest && forTests[from]) || [])].map(
        (tag) => `type:${tag}`,
      ),
      // The simulator is asked with the SDK, as by what it serves.
      bannedExternalImports: isTest && from === 'simulator' ? cdk : never,
    })),
  },
];

export default [
  {
    ignores: [
      '**/node_modules',
      '**/dist',
      '**/cdk.out',
      '**/coverage',
      '**/.stryker-tmp',
      '**/reports',
    ],
  },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.mts'],
    plugins: { '@nx': nx },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(false),
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.test.ts', '**/testing/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries(true),
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/bench/**/*.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries(true) },
  },
  {
    // Inside the notifier only its edges know the AWS SDK.
    files: ['libs/notifier/src/**/*.ts'],
    ignores: [
      'libs/notifier/src/handler.ts',
      'libs/notifier/src/adapters/**/*.ts',
      'libs/notifier/src/testing/**/*.ts',
      '**/*.test.ts',
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@aws-sdk/*', '@smithy/*'],
              message: 'Only handler.ts and adapters/ talk to AWS.',
            },
            {
              group: ['**/adapters/*'],
              message: 'Only handler.ts knows the adapters; what the core needs is in services.ts.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['tools/**/*.ts', 'apps/*/src/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
];
