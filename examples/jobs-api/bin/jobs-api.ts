#!/usr/bin/env node
import { App, Aspects, type IAspect, TagManager, Tags } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { environments } from '../config/environments';
import { ApiStack } from '../lib/api-stack';
import { AuthStack } from '../lib/auth-stack';
import { DatabaseStack } from '../lib/database-stack';
import { NetworkStack } from '../lib/network-stack';
import { WebStack } from '../lib/web-stack';

/** Whoever pays wants to know whom to ask. */
class Owned implements IAspect {
  constructor(private readonly owner: string) {}

  visit(node: IConstruct): void {
    if (TagManager.isTaggable(node)) node.tags.setTag('owner', this.owner);
  }
}

const app = new App();
const name = app.node.tryGetContext('env') ?? 'dev';
const config = environments[name];
if (config === undefined) throw new Error(`no environment ${name}: choose dev or prod with -c env=…`);

const network = new NetworkStack(app, `JobsApi-${name}-Network`, { config });
const database = new DatabaseStack(app, `JobsApi-${name}-Database`, { config, vpc: network.vpc });
const auth = new AuthStack(app, `JobsApi-${name}-Auth`, { config });
const web = new WebStack(app, `JobsApi-${name}-Web`, { config });
new ApiStack(app, `JobsApi-${name}-Api`, {
  config,
  vpc: network.vpc,
  database,
  userPool: auth.userPool,
  uploads: web.uploads,
});

Tags.of(app).add('project', 'jobs-api');
Tags.of(app).add('environment', name);
Aspects.of(app).add(new Owned('platform'));
