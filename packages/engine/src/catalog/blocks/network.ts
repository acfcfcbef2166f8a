import { type Graph, type Properties, type Resource, refersTo } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { Reading } from '../../model/reading.ts';
import { all, any, type Truth } from '../../model/truth.ts';

/** The inbound rules of a security group, written in it or beside it. */
export function inboundRules(group: Resource, graph: Graph): Many<Properties> {
  return group.list('SecurityGroupIngress').and(graph.to(group, 'rulesOf'));
}

/** Whether the group that a rule on its own belongs to is in this code: such a rule is judged with its group. */
export function hasGroupHere(rule: Resource, graph: Graph): Truth {
  return all(
    rule.has('GroupId').asMembership(),
    graph.of('AWS::EC2::SecurityGroup').some((group) => refersTo(rule.text('GroupId'), group)),
  );
}

/** Whether a rule lets in the whole internet, by either family of addresses. */
export function fromTheInternet(rule: Properties): Truth {
  return any(anywhere(rule, 'CidrIp'), anywhere(rule, 'CidrIpv6'));
}

/** Whether a range of either family is every address there is. However it is written, its prefix has no bits. */
export function isEveryAddress(range: Reading<string>): Truth {
  return range.matches('known addresses', /^[\da-f.:]+\/0+$/i);
}

/** Whether a rule opens every port of every protocol. */
export function opensEverything(rule: Properties): Truth {
  return rule.text('IpProtocol').matches('one protocol', /^(-1|all)$/i);
}

/** Whether a rule opens one of these ports to TCP or UDP. */
export function opensOneOf(rule: Properties, ports: readonly number[]): Truth {
  return all(
    rule
      .text('IpProtocol')
      .matches('TCP or UDP', /^(tcp|udp|6|17)$/i)
      .asMembership(),
    any(...ports.map((port) => opens(rule, port))),
  );
}

function opens(rule: Properties, port: number): Truth {
  return Reading.both(
    rule.number('FromPort'),
    rule.number('ToPort'),
    `port ${port} closed`,
    (from, to) => from <= port && port <= to,
  );
}

function anywhere(rule: Properties, property: string): Truth {
  return all(
    rule.has(property).asMembership(),
    rule.list(property).some((range) => isEveryAddress(range.text()).quote()),
  );
}
