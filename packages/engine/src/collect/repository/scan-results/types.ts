/** What scanners of dependencies said, where somebody kept it. */
export const SCAN_RESULT_TYPES = {
  'Repository::ScanResult': {
    is: 'a kept result of a scanner of dependencies',
    address: 'security/pip-audit.json',
    properties: {
      path: 'where the file lies',
      tool: 'what made it: `pip-audit`, `npm audit`, `osv-scanner`, `trivy`, `grype`',
      covers:
        'the lock files and manifests all of whose packages it looked at, in the versions that they fix now',
      vulnerable: 'the packages that it knows a vulnerability of',
      'vulnerable[].name': 'a package, with its version where the result says it: `jinja2 2.11.2`',
      'vulnerable[].severity': '`critical`, `high` or less; open where the result does not say it',
      'vulnerable[].present': 'whether a lock file or manifest fixes that version now',
    },
  },
} as const;
