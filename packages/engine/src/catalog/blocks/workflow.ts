import { Properties, type Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { choose, type Truth } from '../../model/truth.ts';
import { leftTo } from './left-open.ts';

/** Asks a question of the definition of a workflow, wherever it is written: as an object or as JSON. */
export function ofDefinition(machine: Resource, question: (definition: Properties) => Truth): Truth {
  return choose(
    machine.has('DefinitionString').asMembership(),
    question(machine.at('DefinitionString')),
    choose(
      machine.has('Definition').asMembership(),
      question(machine.at('Definition')),
      leftTo('the definition of the workflow', machine),
    ),
  );
}

/** The states that do something which can fail: tasks, and branches and loops around them. */
export function workOf(definition: Properties): Many<Properties> {
  return definition
    .entries('States')
    .map(({ value }) => new Properties(value.value, value.place))
    .where((state) => state.text('Type').oneOf(['Task', 'Parallel', 'Map']));
}
