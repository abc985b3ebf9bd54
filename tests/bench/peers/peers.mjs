// Other state machines take the step that the engine is measured with: the next of four phases, round and round. Prints
// steps a second of each as one line of JSON, the median of several short loops.
import { createMachine as robot, interpret, state, transition as way } from 'robot3';
import { createActor, createMachine, initialTransition, transition } from 'xstate';

const phases = ['analysis', 'plan_of_action', 'network_involvement', 'evaluation'];
const after = (phase) => phases[(phases.indexOf(phase) + 1) % phases.length];

function stepsASecond(step) {
  const rates = [];
  for (let turn = 0; turn < 7; ++turn) {
    const begin = process.hrtime.bigint();
    let steps = 0;
    let spent = 0;
    while (spent < 0.2) {
      for (let i = 0; i < 1000; ++i) step();
      steps += 1000;
      spent = Number(process.hrtime.bigint() - begin) / 1e9;
    }
    rates.push(steps / spent);
  }
  return rates.sort((a, b) => a - b)[3];
}

const service = interpret(
  robot(Object.fromEntries(phases.map((phase) => [phase, state(way('next', after(phase)))]))),
  () => {},
);

const machine = createMachine({
  initial: phases[0],
  states: Object.fromEntries(phases.map((phase) => [phase, { on: { next: after(phase) } }])),
});
const actor = createActor(machine).start();
let [snapshot] = initialTransition(machine);

const rates = {
  robot3: stepsASecond(() => service.send('next')),
  xstate: stepsASecond(() => actor.send({ type: 'next' })),
  'xstate, pure': stepsASecond(() => {
    [snapshot] = transition(machine, snapshot, { type: 'next' });
  }),
};
console.log(JSON.stringify(rates));
