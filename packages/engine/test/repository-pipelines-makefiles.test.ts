import { describe, expect, it } from 'vitest';
import { at, factsOf, githubStep, type Plain, ranBy } from './support/pipeline-facts.ts';

/*
 * What makefiles take from each other, and how they run their recipes.
 */

describe('a makefile', () => {
  it('has the targets and variables of what it includes', async () => {
    const files = {
      Makefile: 'include make/common.mk\nRUNNER = pytest\n',
      'make/common.mk': 'include make/tests.mk\n-include make/nowhere.mk\n',
      'make/tests.mk': 'RUNNER = jest\ntest-unit:\n\t$(RUNNER) unit\n',
    };
    expect(await ranBy({ ...githubStep('make test-unit'), ...files })).toEqual(['test pytest unit']);
  });

  it('finds what it includes by a variable, a pattern or under any name', async () => {
    const files = {
      Makefile: 'PARTS := parts\ninclude $(PARTS)/rules.mk rules.inc\n-include $(wildcard more/*.mk)\n',
      'parts/rules.mk': 'one:\n\tpytest\n',
      'rules.inc': 'three:\n\tvitest run\n',
      'more/b.mk': 'two:\n\tnpx jest\n',
    };
    expect(await ranBy({ ...githubStep('make one two three'), ...files })).toEqual([
      'test pytest',
      'test npx jest',
      'test vitest run',
    ]);
  });

  it('includes from the folder that it runs in, and leaves open what is not there', async () => {
    const files = { 'api/Makefile': 'include rules.mk\n', 'rules.mk': 'check:\n\tpytest\n' };
    expect(await ranBy({ ...githubStep('make -C api check'), ...files })).toEqual([
      '… where the target check is, which api/Makefile does not have',
    ]);
    expect(await ranBy({ ...githubStep('make check'), Makefile: 'include Makefile\n' })).toEqual([
      '… where the target check is, which Makefile does not have',
    ]);
  });

  it.each(['rules.mk', 'rules.inc'])('is open where %s of it cannot be read', async (rules) => {
    const files = {
      Makefile: `include ${rules}\ndeploy: migrate\n\tnpx cdk deploy\n`,
      [rules]: { error: 'EACCES' },
    };
    expect(await ranBy({ ...githubStep('make deploy'), ...files })).toEqual([`… making ${rules} readable`]);
  });

  it('that keeps one shell for a recipe runs its lines together', async () => {
    const recipe = 'check:\n\tif [ -n "$$CI" ]; then\n\t  # the same\n\t  pytest\n\tfi\n';
    const files = (head: string) => ({ ...githubStep('make check'), Makefile: `${head}${recipe}` });
    expect(await ranBy(files('.ONESHELL:\nifdef CI\n\t.SHELLFLAGS := -ce\nendif\n'))).toEqual([
      'test pytest',
    ]);
    expect((await ranBy(files(''))).some((one) => one.includes('the rest of the script'))).toBe(true);
  });

  it('stops at a failure within a recipe where its shell is told so', async () => {
    const ran = (flags: string) =>
      ranBy({
        ...githubStep('make check'),
        Makefile: `.ONESHELL:\n${flags}\ncheck:\n\tpytest\n\techo done\n`,
      });
    expect((await ran(''))[0]).toMatch(/^test pytest \(/);
    expect(await ran('.SHELLFLAGS = -e -c')).toEqual(['test pytest']);
  });

  it('tells once, where it stands, what deploys of what it includes', async () => {
    const scripts = (
      await factsOf({
        Makefile: 'STAGE = dev\ninclude make/deploy.mk\n',
        'make/deploy.mk': 'release:\n\tsls deploy --stage $(STAGE)\n',
      })
    ).filter(({ type }) => type === 'Repository::DeployScript');
    expect(scripts.map(({ address }) => address)).toEqual(['make/deploy.mk make release']);
  });
});

describe('what make computes', () => {
  it('is the first of several values that is there', async () => {
    const files = {
      Makefile: 'STACK ?= $(or ${stack}, $(or $(NAME), api))\ncheck:\n\tpytest $(or ${dir}, ${STACK})\n',
    };
    expect(await ranBy({ ...githubStep('make check'), ...files })).toEqual(['test pytest api']);
    expect(
      await deployedBy('Makefile', 'deploy:\n\tsls deploy --stage $(or ${stage}, $(or $(NAME), dev))\n'),
    ).toEqual(['dev', true]);
    expect(
      await deployedBy('Makefile', 'stage = qa\ndeploy:\n\tsls deploy --stage $(or ${stage}, dev)\n'),
    ).toEqual(['qa', null]);
  });
});

describe('what make only says', () => {
  it('is no command, whatever it is said of', async () => {
    const recipe = (last: string) =>
      `.ONESHELL:\nlist:\n\t$(foreach v, $(.VARIABLES),\n\t  $(if $(filter %_KEY,$v),\n\t    $(info hidden),\n\t    ${last}\n\t  )\n\t)\n`;
    const ran = (last: string) => ranBy({ ...githubStep('make list'), Makefile: recipe(last) });
    expect(await ran('$(info $v is $($v))')).toEqual([]);
    expect(await ran('$(shell $v)')).toEqual(['… what … runs']);
  });
});

/** The environment of the one script that deploys, and whether somebody may name another. */
async function deployedBy(file: string, text: string): Promise<readonly Plain[]> {
  const [script] = (await factsOf({ [file]: text })).filter(
    ({ type }) => type === 'Repository::DeployScript',
  );
  const [deploys] = at(script!, 'deploys') as readonly Record<string, Plain>[];
  const [environment] = deploys!.environments as readonly Record<string, Plain>[];
  return [environment!.name!, deploys!.takesEnvironment ?? null];
}

describe('a function of a file that is sourced', () => {
  const library = 'helper() {\n  npx jest "$1"\n}\nfunction check-all() {\n  helper unit\n}\nexport A=1\n';

  it('runs what it is made of, where it stands', async () => {
    const files = { ...githubStep('source lib/tests.sh\ncheck-all'), 'lib/tests.sh': library };
    expect(await ranBy(files)).toEqual(['test npx jest "$1"']);
    const [step] = (await factsOf(files)).filter(({ type }) => type === 'Repository::Step');
    const commands = step!.properties.members.get('commands');
    const [only] = commands?.kind === 'list' ? commands.items : [];
    expect([only?.origin.at.file, only?.origin.at.line]).toEqual(['lib/tests.sh', 2]);
  });

  it('is followed in a file that nobody shall edit', async () => {
    const text = `#!/bin/bash\n\n# Code generated by a tool. DO NOT EDIT.\n\n${library}`;
    const files = { ...githubStep('source lib/tests.sh\ncheck-all'), 'lib/tests.sh': text };
    expect(await ranBy(files)).toEqual(['test npx jest "$1"']);
  });

  it('is open where it is not known which file that is', async () => {
    const files = { 'lib/tests.sh': library };
    expect(await ranBy({ ...githubStep('. "$LIB"\ncheck-all'), ...files })).toEqual([
      '… which script is run',
    ]);
    expect(await ranBy({ ...githubStep('check-all\n. lib/tests.sh'), ...files })).toContain(
      '… what check-all does',
    );
  });
});
