const COMMANDS = {
  'commands[].kind':
    'what it is for: `test`, `lint`, `scan`, `build`, `plan`, `deploy`, `migrate`, `smoke`, `load`, `publish`, `keep` and `fetch` (of artifacts), `login`, `checkout` or `other`',
  'commands[].text': 'the command as it is written where it finally stands',
  'commands[].scans':
    'what a scanner looks at: `dependencies`, `code`, `secrets`, `infrastructure`, `images`, `site`',
  'commands[].through': 'the scripts and targets that lead to it, the outermost first',
  'commands[].cannotFail': 'why its failure stops nothing',
  'commands[].nothing': {
    is: 'whether it is a test or a scan by name only, and runs nothing',
    otherwise: false,
  },
  'commands[].migrates': 'the folders of migrations that it runs: `db/migrations`',
  'commands[].ownDatabase':
    'for a migration: how its job starts the database that it changes, which is gone when the job ends',
  'commands[].onlyIf': 'the condition of the script behind which it runs',
  'commands[].handsOver': {
    is: 'whether what it keeps lies where something elsewhere may take and deploy it',
    otherwise: false,
  },
  'commands[].looksForDrift': {
    is: 'whether it says when what runs is not what the code says',
    otherwise: false,
  },
} as const;

const DEPLOYS = {
  deploys: 'what it deploys; open where it may deploy something that was not seen',
  'deploys[].tool': 'the tool that deploys: `cdk deploy`, `aws ecs`',
  'deploys[].text': 'the command as it is written',
  'deploys[].what': 'the stack, service or bucket that it names',
  'deploys[].environments': 'what on the command and around it says which environment is deployed',
  'deploys[].environments[].name': 'the environment as it is written: `prod`, `env/prod.tfvars`',
  'deploys[].environments[].from': 'what says so: `the workspace`, `--config-env`',
  'deploys[].environments[].stage':
    '`production`, `staging`, `test` or `development`, where the name says one of them',
  'deploys[].named': 'names of scripts, jobs and environments on the way to it that say an environment',
  'deploys[].named[].name': 'the name: `scripts/deploy-prod.sh`',
  'deploys[].named[].of': 'what is called so: `the job`, `a script`',
  'deploys[].named[].stage': '`production`, `staging`, `test` or `development`',
  'deploys[].takesEnvironment': {
    is: 'whether the environment is a value that is given to it',
    otherwise: false,
  },
  'deploys[].given': {
    is: 'whether nothing but a value that whoever calls it gives says the environment',
    otherwise: false,
  },
  'deploys[].region': 'the region that it is given',
  'deploys[].infrastructure': { is: 'whether it deploys infrastructure as code', otherwise: false },
  'deploys[].unread': 'a setting that it hands to the app of the CDK, which reads none of that name',
} as const;

/** What pipelines, and the scripts that they call, say. */
export const PIPELINE_TYPES = {
  'Repository::Workflow': {
    is: 'a pipeline',
    address: '.github/workflows/deploy.yml',
    properties: {
      path: 'where the file lies',
      system:
        '`github-actions`, `gitlab-ci`, `codebuild`, `circleci`, `bitbucket`, `azure-pipelines`, `jenkins` or `amplify`',
      name: 'the name that it gives itself',
      triggers: 'what starts it',
      'triggers[].event': 'the event: `push`, `pull_request`, `schedule`',
      'triggers[].branches': 'the branches that it is limited to',
      disabled: 'why its host never runs it',
      jobs: 'its jobs',
      'jobs[].id': 'the name of a job',
      'jobs[].neverRuns': 'why the job never runs',
      'jobs[].permissions': 'what it may do with the host, where that is one word: `write-all`, `read-all`',
      'jobs[].scopes': 'what it may do with the host, scope by scope',
      'jobs[].scopes[].scope': 'a scope: `contents`',
      'jobs[].scopes[].access': '`read`, `write` or `none`',
      actions: 'actions, orbs and pipes that it takes from elsewhere',
      'actions[].name': 'the name: `actions/checkout`',
      'actions[].ref': 'the version that it asks for, as it is written',
      'actions[].pinned': 'whether it can never mean anything else: a commit or a digest',
      'actions[].by': '`host` (of the host of the pipeline) or `others`',
      credentials: 'the credentials of the cloud that it names',
      'credentials[].kind': '`key` (lives until somebody deletes it) or `role` (taken for a run)',
      'credentials[].name': 'the variable or input: `AWS_ACCESS_KEY_ID`',
      'credentials[].job': 'the job that has it; all jobs where it is left out',
      usesCloud: { is: 'whether a job that runs calls AWS', otherwise: false },
    },
  },
  'Repository::Job': {
    is: 'a job of a pipeline',
    address: '.github/workflows/deploy.yml deploy',
    properties: {
      workflow: 'the pipeline that it belongs to',
      id: 'its name in the file',
      name: 'the name that people see',
      needs: 'the jobs that must have ended well before it',
      environment: 'the environment that it names',
      condition: 'the condition under which it runs, as it is written',
      runsOn: 'the kind of machine',
      image: 'the image that it runs in',
      neverRuns: 'why it never runs',
      mayFail: 'why its failure does not matter',
      waits: 'how it waits for somebody',
      checks: 'tests, linters, smoke tests and migrations that it runs',
      'checks[].kind': '`test`, `lint`, `smoke` or `migrate`',
      'checks[].text': 'the command as it is written',
      'checks[].cannotFail': 'why its failure stops nothing',
      'checks[].nothing': { is: 'whether it runs nothing of what it is called', otherwise: false },
    },
  },
  'Repository::Step': {
    is: 'a step of a pipeline',
    address: '.github/workflows/deploy.yml deploy: Smoke test',
    properties: {
      workflow: 'the pipeline that it belongs to',
      job: 'the job that it belongs to',
      system: 'the system of the pipeline',
      name: 'the name that it gives itself',
      uses: 'the action that it runs, with its reference',
      events: 'the events that start its pipeline',
      neverRuns: 'why it never runs, or its job, or its pipeline',
      commands: 'what it finally runs, in order',
      ...COMMANDS,
    },
  },
  'Repository::Deployment': {
    is: 'a step of a pipeline that deploys, or may: what it runs could not be followed to its end',
    address: '.github/workflows/deploy.yml deploy: Deploy',
    properties: {
      workflow: 'the pipeline that it belongs to',
      job: 'the job that it belongs to',
      events: 'the events that start its pipeline',
      neverRuns: 'why it never runs, or its job, or its pipeline',
      ...DEPLOYS,
      before: 'what must have ended well before it: in its job, and in the jobs that it needs',
      'before[].kind': 'what a command is for, as for `commands`',
      'before[].text': 'the command as it is written',
      'before[].sameJob': { is: 'whether it stands in the same job', otherwise: false },
      'before[].cannotFail': 'why its failure does not keep this step from running',
      'before[].nothing': { is: 'whether it runs nothing of what it is called', otherwise: false },
      'before[].stages':
        'for a deployment: the environments that it deploys, as `production`, `staging`, `test`, `development`',
      environment: 'the environment that its job names',
      waits: 'how its job waits for somebody before it',
      version: 'the commit or version that what it deploys is given',
      stage:
        'where it only may deploy: the kind of environment that its job names, as `production`, `staging`, `test`, `development`',
    },
  },
  'Repository::DeployScript': {
    is: 'a script that deploys',
    address: 'scripts/deploy-prod.sh',
    properties: {
      path: 'the file that it stands in',
      name: 'as it is called: `make deploy`, `npm run deploy`',
      ...DEPLOYS,
      checksRevision: { is: 'whether it stops where something is not committed', otherwise: false },
      calledBy: 'the steps of pipelines that call it and that run',
    },
  },
} as const;
