/** What decides everything that only running a CDK app shows: one sentence everywhere, so that it is one line of a report. */
export const SYNTHESIZE = 'synthesizing the app: npx cdk synth, or airworthy assess --synth';
