/**
 * Modules stand in one line and import only to the left, through their front door.
 * Moving a word in ORDER is a decision: write down why in docs/decisions.
 */
const ORDER = [
  'audit',
  'vault',
  'notifications',
  'places',
  'identity',
  'roles',
  'passkeys',
  'consents',
  'supporters',
  'register',
  'grants',
  'services',
  'organisations',
  'practices',
  'support-exchange',
  'actors',
  'framing',
  'squeeze-outs',
  'challenges',
  'protections',
  'codesign',
  'recruitment',
  'proposals',
  'charters',
  'sessions',
  'texts',
  'payments',
  'decisions',
  'suggestions',
  'conversations',
  'matching',
  'invitations',
  'interests',
  'joint-interests',
  'readings',
  'questions',
  'amendments',
  'cohorts',
  'agreements',
  'cases',
  'introductions',
  'contacts',
  'alerts',
  'exports',
]

/** Tests and what they are set up with look wherever they need. */
const OF_TESTS = '\\.(test|fixture)\\.tsx?$'

const onlyLookLeft = ORDER.slice(0, -1).map((name, i) => ({
  name: `only-look-left:${name}`,
  severity: 'error',
  comment: `${name} may not know the modules on its right`,
  from: { path: `^apps/api/src/modules/${name}/`, pathNot: OF_TESTS },
  to: { path: `^apps/api/src/modules/(${ORDER.slice(i + 1).join('|')})/` },
}))

module.exports = {
  forbidden: [
    ...onlyLookLeft,
    {
      name: 'matching-knows-no-money',
      severity: 'error',
      comment: 'who funded whom, and what a directory says, are never inputs of a match (§2.6)',
      from: { path: '^apps/api/src/modules/matching/', pathNot: OF_TESTS },
      to: { path: '^apps/api/src/modules/(grants|services)/' },
    },
    {
      name: 'no-answer-of-a-draw-decides-elsewhere',
      severity: 'error',
      comment:
        'what people say of themselves for a draw is never used for matching or scoring (CD7)',
      from: {
        path: '^apps/api/src/modules/(matching|invitations|interests|cohorts|readings)/',
        pathNot: OF_TESTS,
      },
      to: { path: '^apps/api/src/modules/recruitment/' },
    },
    {
      name: 'every-module-stands-in-line',
      severity: 'error',
      comment: 'a new module is added to ORDER before its first import',
      from: {},
      to: {
        path: '^apps/api/src/modules/',
        pathNot: `^apps/api/src/modules/(${ORDER.join('|')})/`,
      },
    },
    {
      name: 'front-door',
      severity: 'error',
      comment: 'past index.ts only to a table',
      from: { path: '^apps/api/src/modules/([^/]+)/', pathNot: OF_TESTS },
      to: {
        path: '^apps/api/src/modules/([^/]+)/',
        pathNot: ['^apps/api/src/modules/$1/', '/index\\.ts$', '\\.table\\.ts$'],
      },
    },
    {
      name: 'fixtures-for-tests',
      severity: 'error',
      comment: 'what tests are set up with is no part of the product',
      from: { path: '^(apps|packages)/', pathNot: [OF_TESTS, '/(test|e2e)/'] },
      to: { path: '\\.fixture\\.tsx?$' },
    },
    {
      name: 'tables-from-queries',
      severity: 'error',
      comment: 'only queries, other tables and the front door may see a table',
      from: {
        path: '^apps/api/src/modules/',
        pathNot: [
          '\\.(table|queries|usecases)\\.ts$',
          '/index\\.ts$',
          OF_TESTS,
          '/queries/',
          '/usecases/',
          '/import/',
        ],
      },
      to: { path: '\\.table\\.ts$' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'rules and policies know no database and no HTTP; who asks is neither',
      from: { path: '\\.(rules|policy)\\.ts$' },
      to: {
        path: '(^apps/api/src/(db|http)/|drizzle-orm|node_modules/fastify|/pg/|\\.(table|queries|usecases|routes)\\.ts$)',
        pathNot: '^apps/api/src/http/actor\\.ts$',
      },
    },
    {
      name: 'http-and-db-know-no-noun',
      severity: 'error',
      from: { path: '^apps/api/src/(http|db)/', pathNot: ['^apps/api/src/db/schema\\.ts$'] },
      to: { path: '^apps/api/src/modules/' },
    },
    {
      name: 'web-never-imports-api',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^apps/api/' },
    },
    {
      name: 'features-never-meet',
      severity: 'error',
      comment: 'two nouns meet in app/pages',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/(features/(?!$1/)|app/)' },
    },
    {
      name: 'ui-has-no-domain-word',
      severity: 'error',
      from: { path: '^apps/web/src/(ui|lib)/' },
      to: { path: '^apps/web/src/(features|app)/' },
    },
    {
      name: 'shared-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^packages/shared/' },
      to: { path: '^apps/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
