import type { Block, Document } from '../document.ts'
import { blockOf } from './pdf/blocks.ts'
import { paragraphsOf } from './pdf/body.ts'
import { Bytes } from './pdf/bytes.ts'
import { damageIn } from './pdf/damage.ts'
import { cutShort, failureOf } from './pdf/failures.ts'
import { flowOf } from './pdf/flow.ts'
import { withoutFurniture } from './pdf/furniture.ts'
import type { Line } from './pdf/lines.ts'
import { layoutsIn } from './pdf/pages.ts'
import { passageOf } from './pdf/passage.ts'
import type { Layout } from './pdf/sheets.ts'
import type { Reader } from './reader.ts'

/** Portable Document Format (ISO 32000-2). */
const pdf: Reader = {
  name: 'pdf',
  // The header may stand anywhere in the first kilobyte (ISO 32000-1, implementation note 13).
  accepts: (bytes) => new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-'),
  async read(bytes, file, { password }) {
    if (!isWhole(bytes)) throw cutShort
    const layouts = await layoutsIn(bytes, password).catch((error: unknown) => {
      throw failureOf(error, password)
    })
    return documentFrom(layouts, file)
  },
}

export default pdf

// The marker stands at the end of a file (ISO 32000-2, 7.5.5), but servers and scanners append to it.
function isWhole(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(-16_384)).includes('%%EOF')
}

function documentFrom(pages: Layout[], file: string): Document {
  const places = { file, bytes: new Bytes() }
  const { layouts, furniture } = withoutFurniture(pages)
  const blocks: Block[] = []
  const repeated: Line[] = []
  for (const element of paragraphsOf(flowOf(layouts), layouts)) {
    blocks.push(blockOf(element, places))
    if ('cells' in element) repeated.push(...element.repeated)
  }
  const aside = [...furniture, ...repeated].map((line) => passageOf(places, line))
  const damage = damageIn(pages, places)
  places.bytes.close()
  return { file, format: 'pdf', pages: pages.length, blocks, furniture: aside, damage }
}
