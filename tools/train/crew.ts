/**
 * Two threads that run the same script on the same data and meet after each step, so that each may do half of its work. Always two,
 * however many cores there are: the order of sums depends on it, and with it the bytes that come out.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker, workerData } from 'node:worker_threads';

export interface Crew {
  /** Which of the two this is; 0 is the one that was started by hand. */
  rank: number;
  size: number;
  /** Goes on when the other has come here too. */
  meet(): void;
  /** Memory of so many bytes, zeros, that both see. Both have to ask for it, in the same order. */
  share(bytes: number): SharedArrayBuffer;
}

interface Place {
  control: SharedArrayBuffer;
  port: MessagePort;
}

const SIZE = 2;
/** Longer than any step; the other thread has then failed, and its error is printed as this one ends. */
const PATIENCE_MS = 300_000;

/** Starts the second thread on the script, or, in that thread, joins the first. */
export function joinCrew(script: URL): Crew {
  const place = workerData as Place | null;
  if (place) return makeCrew(1, place.control, place.port);
  const { port1, port2 } = new MessageChannel();
  const control = new SharedArrayBuffer(8);
  new Worker(script, {
    workerData: { control, port: port2 },
    transferList: [port2],
    argv: process.argv.slice(2),
  }).unref();
  port1.unref();
  return makeCrew(0, control, port1);
}

function makeCrew(rank: number, control: SharedArrayBuffer, port: MessagePort): Crew {
  // How many wait, and how often all have met.
  const state = new Int32Array(control);
  const meet = (): void => {
    const met = Atomics.load(state, 1);
    if (Atomics.add(state, 0, 1) === SIZE - 1) {
      Atomics.store(state, 0, 0);
      Atomics.add(state, 1, 1);
      Atomics.notify(state, 1);
    } else
      while (Atomics.load(state, 1) === met)
        if (Atomics.wait(state, 1, met, PATIENCE_MS) === 'timed-out')
          throw new Error('the other thread does not answer');
  };
  return {
    rank,
    size: SIZE,
    meet,
    share(bytes) {
      if (rank === 0) {
        const memory = new SharedArrayBuffer(bytes);
        port.postMessage(memory);
        meet();
        return memory;
      }
      meet();
      return receiveMessageOnPort(port)!.message as SharedArrayBuffer;
    },
  };
}
