/** What an action gives, or nothing when it throws for a reason that is of no matter. */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
