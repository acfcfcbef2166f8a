import { choose, not } from "../../../model/truth.ts";
import { leftTo } from "../../blocks/left-open.ts";
import { defineRootCheck } from "../../check.ts";

const GROUP = "AWS::CodeDeploy::DeploymentGroup";
const ALIAS = "AWS::Lambda::Alias";

export default defineRootCheck({
	id: "function-releases-gradual",
	requirement: "OPS-03",
	severity: "high",
	effort: "days",
	title: "New versions of functions get their traffic bit by bit",
	gap: {
		one: "A new version of a function gets all traffic at once",
		many: "In {count} roots new versions of functions get all traffic at once",
	},
	evidence: ["iac", "repo", "aws"],
	aliases: [],
	frameworks: {
		wellArchitected: ["ops_mit_deploy_risks_auto_testing_and_rollback"],
	},
	messages: {
		none: "no alias could shift traffic from one version to the next, and no deployment does",
		once: "the deployment of functions shifts all traffic at once: {actual}",
	},
	when: (graph) => graph.of("AWS::Lambda::Function").exist(),
	evaluate: (graph) =>
		choose(
			graph.of(GROUP).exist(),
			graph
				.of(GROUP)
				.some((group) =>
					not(
						group
							.text("DeploymentConfigName")
							.matches("bit by bit", /AllAtOnce/)
							.quote(),
					),
				)
				.else("once"),
			choose(
				graph.of(ALIAS).exist(),
				graph
					.of(ALIAS)
					.some((alias) =>
						leftTo(
							`the job that moves ${alias.address} from version to version`,
							alias,
						),
					),
				graph.of(ALIAS).exist(),
			).else("none"),
		),
	fix: "Call functions by an alias, and let CodeDeploy shift it with a canary or linear configuration and alarms",
	fixImpact: { downtime: false },
});
