import type { JoinedTable } from './join.ts'
import type { Line } from './lines.ts'
import type { Room } from './wrap.ts'
import { isFull, slackAfter } from './wrap.ts'

/** Groups the lines between tables into paragraphs; a page end does not end one. */
export function paragraphsOf(flow: (Line | JoinedTable)[]): (Line[] | JoinedTable)[] {
  const room = roomOf(flow)
  const found: (Line[] | JoinedTable)[] = []
  for (const element of flow) {
    const last = found.at(-1)
    if ('cells' in element) found.push(element)
    else if (Array.isArray(last) && goesOn(last, element, room)) last.push(element)
    else found.push([element])
  }
  return found
}

// The sides of the text: the left where most lines that follow others begin, the right that lines and tables reach.
function roomOf(flow: (Line | JoinedTable)[]): Room {
  let right = -Infinity
  const lefts = new Map<number, number>()
  for (const element of flow) {
    if ('cells' in element) right = Math.max(right, (element.edges.at(-1) ?? 0) - 6)
    else {
      right = Math.max(right, element.box.right)
      const left = Math.round(element.box.left)
      lefts.set(left, (lefts.get(left) ?? 0) + 1)
    }
  }
  const often = [...lefts].filter(([, count]) => count >= Math.max(2, lefts.size * 0.1))
  return { left: Math.min(...(often.length > 0 ? often : [...lefts]).map(([left]) => left)), right }
}

function goesOn(lines: Line[], line: Line, room: Room): boolean {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last || Math.abs(last.size - line.size) > last.size * 0.1) return false
  if (!isFull(last, line, room, slackAfter(last))) return false
  if (line.box.left > room.left + line.size * 1.2 && line.box.left >= first.box.left - 2) return false
  if (line.page !== last.page) return line.page === last.page + 1
  const pitch = line.box.bottom - last.box.bottom
  return pitch > 0 && pitch < line.size * 2.6
}
