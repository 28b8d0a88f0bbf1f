import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const sdk = '@aws-sdk/*';
const cdk = ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs'];

/** Who may import whom; tests may also use the test data, and ask the simulator with the SDK. */
const boundaries = (testData, sdkOutsideTests = [sdk]) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    allow: ['^.*/vitest\\.shared\\.ts$'],
    depConstraints: [
      {
        sourceTag: 'type:contract',
        onlyDependOnLibsWithTags: ['type:contract', ...testData],
        bannedExternalImports: [sdk, ...cdk],
      },
      {
        sourceTag: 'type:test-data',
        onlyDependOnLibsWithTags: ['type:contract', ...testData],
        bannedExternalImports: [sdk, ...cdk],
      },
      {
        sourceTag: 'type:runtime',
        onlyDependOnLibsWithTags: ['type:contract', ...testData],
        bannedExternalImports: cdk,
      },
      {
        sourceTag: 'type:operator',
        onlyDependOnLibsWithTags: ['type:contract', ...testData],
        bannedExternalImports: cdk,
      },
      {
        sourceTag: 'type:synth',
        onlyDependOnLibsWithTags: ['type:contract'],
        bannedExternalImports: [sdk],
      },
      {
        sourceTag: 'type:infra',
        onlyDependOnLibsWithTags: ['type:operator', 'type:synth', 'type:contract', ...testData],
      },
      {
        sourceTag: 'type:simulator',
        onlyDependOnLibsWithTags: ['type:contract'],
        bannedExternalImports: [...sdkOutsideTests, ...cdk],
      },
      {
        sourceTag: 'type:tooling',
        onlyDependOnLibsWithTags: [
          'type:runtime',
          'type:operator',
          'type:simulator',
          'type:contract',
          'type:test-data',
        ],
        bannedExternalImports: cdk,
      },
      {
        sourceTag: 'type:verification',
        onlyDependOnLibsWithTags: [
          'type:verification',
          'type:tooling',
          'type:runtime',
          'type:simulator',
          'type:contract',
          'type:test-data',
        ],
        bannedExternalImports: cdk,
      },
    ],
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
      '@nx/enforce-module-boundaries': boundaries([]),
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
      '@nx/enforce-module-boundaries': boundaries(['type:test-data'], []),
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Inside the notifier only its adapters know the AWS SDK, and only its entry knows them.
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
