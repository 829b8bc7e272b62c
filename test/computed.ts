/** The seconds for which this process has computed until now; others that keep the machine busy do not count. */
export function computed(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
