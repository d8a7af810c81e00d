/**
 * Milliseconds of processor time that a task took in this process: unlike the clock, it does not run on while other
 * programs have the machine.
 */
export function cpuMsOf(task: () => void): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
