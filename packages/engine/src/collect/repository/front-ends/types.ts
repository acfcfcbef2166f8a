/** What people load into a browser, and what is promised of its size. */
export const FRONT_END_TYPES = {
  'Repository::FrontEnd': {
    is: 'a front end',
    address: 'pages in site',
    properties: {
      path: 'the folder that it lies in, `.` for the top',
      framework: 'what makes it: `next`, `vite`; left out where its files are served as they are',
      built: { is: 'whether what is served is built from what lies here', otherwise: false },
      splitsItself: { is: 'whether its framework loads each page by itself', otherwise: false },
      scriptBytes: 'the size of its scripts, where they are served as they are',
      elsewhere: 'scripts that its pages load from elsewhere',
      pages: 'how many pages its code tells apart, by the folders that they lie in',
      splits: 'what its code loads only when it is asked for',
      addresses:
        'variables of its bundler that addresses begin with, or its code throws without, where it has nothing else',
      'addresses[].name': 'the name: `VITE_API_URL`',
    },
  },
  'Repository::PageBudget': {
    is: 'a budget of pages',
    address: 'lighthouserc.json lighthouse',
    properties: {
      path: 'where it is written',
      tool: '`lighthouse`, `size-limit`, `bundlesize`, `bundlewatch` or `angular`',
      of: '`scripts`, or `performance` for how fast a page is',
      bytes: 'the most that scripts may have',
      compressed: { is: 'whether that is what goes over the network', otherwise: false },
      stops: { is: 'whether more than that is an error', otherwise: false },
    },
  },
} as const;
