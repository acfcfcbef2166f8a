import { add, type Change, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const CHECKS = '.github/workflows/checks.yml';
const SITE = 'pages in site';
const BUDGET = 'lighthouserc.json';

/** The example has no budget of its pages: one that its workflow holds. */
const HOLDS_A_BUDGET: readonly Change[] = [
  add(
    BUDGET,
    '{ "ci": { "assert": { "assertions": { "categories:performance": ["error", { "minScore": 0.9 }] } } } }\n',
  ),
  replace(
    CHECKS,
    '        run: pip-audit',
    '        run: npx lhci autorun\n      - name: Packages\n        run: pip-audit',
  ),
];

export const FRONT_ENDS: readonly RepositoryPerturbation[] = [
  {
    check: 'page-budgets-kept',
    given: HOLDS_A_BUDGET,
    resource: SITE,
    off: [replace(CHECKS, 'run: npx lhci autorun\n', 'run: npx lhci autorun || true\n')],
    at: { file: CHECKS, text: 'npx lhci autorun || true' },
    unreadable: CHECKS,
  },
  {
    check: 'page-scripts-small',
    given: [
      add(
        'shop/package.json',
        '{ "private": true, "size-limit": [{ "path": "dist/*.js", "limit": "300 kB" }], "dependencies": { "react-dom": "19.2.0" }, "devDependencies": { "vite": "7.1.0" } }\n',
      ),
      replace(
        CHECKS,
        '        run: pip-audit',
        '        run: npx size-limit\n      - name: Packages\n        run: pip-audit',
      ),
    ],
    resource: 'pages in shop',
    off: [replace('shop/package.json', '300 kB', '900 kB')],
    at: { file: 'shop/package.json', text: '"size-limit"' },
    unreadable: 'shop/package.json',
  },
  {
    check: 'front-end-splits-code',
    given: [
      add(
        'shop/package.json',
        '{ "private": true, "dependencies": { "react-dom": "19.2.0" }, "devDependencies": { "vite": "7.1.0" } }\n',
      ),
      add('shop/pages/Home.jsx', 'export const Home = () => <h1>Home</h1>;\n'),
      add('shop/pages/Prices.jsx', 'export const Prices = () => <h1>Prices</h1>;\n'),
      add(
        'shop/App.jsx',
        "import { lazy } from 'react';\nexport const Prices = lazy(() => import('./pages/Prices.jsx'));\n",
      ),
    ],
    resource: 'pages in shop',
    off: [
      replace('shop/App.jsx', "lazy(() => import('./pages/Prices.jsx'))", "whole('./pages/Prices.jsx')"),
      replace('shop/App.jsx', "import { lazy } from 'react';", "import { whole } from './whole.js';"),
    ],
    at: { file: 'shop/package.json', text: '{ "private": true' },
    unreadable: 'shop/App.jsx',
  },
  {
    check: 'site-built-with-addresses',
    given: [
      add(
        'shop/package.json',
        '{ "private": true, "scripts": { "build": "vite build" }, "dependencies": { "react-dom": "19.2.0" }, "devDependencies": { "vite": "7.1.0" } }\n',
      ),
      add('shop/.env.production', 'VITE_API_URL=https://shop.example.org\n'),
      add('shop/prices.js', 'export const prices = () => load(`${import.meta.env.VITE_API_URL}/prices`);\n'),
      add(
        '.github/workflows/shop.yml',
        'on: { push: { branches: [main] } }\njobs:\n  shop:\n    runs-on: ubuntu-24.04\n    defaults: { run: { working-directory: shop } }\n    steps:\n      - run: npm run build\n      - run: aws s3 sync dist s3://shop\n',
      ),
    ],
    resource: 'pages in shop',
    off: [replace('shop/.env.production', 'https://shop.example.org', '')],
    at: { file: 'shop/prices.js', text: 'import.meta.env.VITE_API_URL' },
    unreadable: 'shop/.env.production',
  },
];
