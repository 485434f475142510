/** Which process is which, so that a lock outlives neither its process nor its machine's last start. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

export interface ProcessMark {
  pid: number;
  host: string;
  /** When the process started, in a form that only equals itself; null where the system does not tell. */
  started: string | null;
}

/** The mark of the process that runs this. */
export function ownMark(): ProcessMark {
  return { pid: process.pid, host: hostname(), started: startOf(process.pid) };
}

/**
 * Whether the process still runs. A process of another host counts as running, since nothing here can tell; so does
 * one that the system hides. One whose number went to another process does not, nor does one that has ended and only
 * waits for its parent, as a killed process does for ever in many a container.
 */
export function isRunning(mark: ProcessMark): boolean {
  if (mark.host !== hostname()) return true;
  const started = startOf(mark.pid);
  if (started !== null && mark.started !== null) return started === mark.started;
  try {
    process.kill(mark.pid, 0);
    const systemTells = startOf(process.pid) !== null;
    return started !== null || !systemTells;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The start of a process as '<boot id>/<ticks since boot>', from Linux' /proc (proc(5)); null elsewhere, or when it has ended. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the program's name in parentheses, and may hold spaces and parentheses itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    if (state === 'Z' || state === 'X') return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}/${fields[19]}`;
  } catch {
    return null;
  }
}
