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

/** Every task, those in branches and loops too. */
export function tasksOf(definition: Properties): Many<Properties> {
  const states = statesOf(definition);
  const of = (type: string) => states.where((state) => state.text('Type').is(type));
  const branches = of('Parallel').flatMap((state) => state.list('Branches').flatMap(tasksOf));
  const loops = ['ItemProcessor', 'Iterator'].map((name) =>
    of('Map')
      .where((state) => state.has(name))
      .flatMap((state) => tasksOf(state.at(name))),
  );
  return loops.reduce((all, more) => all.and(more), of('Task').and(branches));
}

/** The states that do something which can fail: tasks, and branches and loops around them. */
export function workOf(definition: Properties): Many<Properties> {
  return statesOf(definition).where((state) => state.text('Type').oneOf(['Task', 'Parallel', 'Map']));
}

function statesOf(definition: Properties): Many<Properties> {
  return definition.entries('States').map(({ value }) => new Properties(value.value, value.place));
}
