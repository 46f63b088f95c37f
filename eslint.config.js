import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** The walls of the house: what a folder may not import. Arrows point one way; nothing points back. */
const wall = (files, forbidden, ignores = []) => ({
  files,
  ignores: ['**/*.test.ts', '**/*.test.tsx', ...ignores],
  rules: {
    'no-restricted-imports': ['error', { patterns: forbidden.map(([group, message]) => ({ group, message })) }],
  },
})

const lucia = [['lucia', '@lucia-auth/*'], 'Only services/auth knows Lucia.']
const meilisearch = [['#search/meilisearch/*'], 'Only search/meilisearch knows Meilisearch.']
const above = [
  ['~/http/*', '~/routes/*', '~/components/*', '~/jobs/*', '~/lists/*'],
  'The domain does not know who asks: routes, jobs and lists call it, never the other way.',
]

export default tseslint.config(
  { ignores: ['build/**', '.data/**', '.test-data/**', 'node_modules/**', 'db/migrations/**', 'public/**'] },
  ...tseslint.configs.recommended,
  { plugins: { 'react-hooks': hooks }, rules: hooks.configs.recommended.rules },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-function': 'off',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: ['scripts/**', 'test/**'], rules: { 'no-console': 'off' } },
  wall(['search/**'], [[['~/*', '#db/*'], 'search/ stands alone.'], lucia], []),
  wall(['db/**'], [[['~/*', '#search/*'], 'db/ knows no domain.'], lucia, meilisearch]),
  wall(['app/domain/**'], [above, lucia, meilisearch], ['app/domain/*/rules.ts']),
  wall(
    ['app/domain/*/rules.ts'],
    [above, lucia, meilisearch, [['**/*.server', 'drizzle-orm', '#db/client', '~/services/*'], 'Rules are pure.']],
  ),
  wall(
    ['app/services/**'],
    [
      [['~/domain/*', '~/routes/*', '~/components/*', '~/http/*'], 'Services are libraries behind our words.'],
      meilisearch,
    ],
    ['app/services/auth/**'],
  ),
  {
    ...wall(['app/components/**'], [lucia, meilisearch]),
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['~/http/*', '~/routes/*', '~/jobs/*', '~/services/*', '#db/client', 'lucia', '#search/*'],
              allowTypeImports: true,
              message: 'Components get what they show as props.',
            },
            { group: ['**/*.server'], allowTypeImports: true, message: 'Components take only types from the domain.' },
          ],
        },
      ],
    },
  },
  wall(
    ['app/routes/**', 'app/http/**', 'app/jobs/**', 'app/lists/**'],
    [lucia, meilisearch, [['drizzle-kit'], 'SQL stands in db/ and in queries.']],
  ),
)
