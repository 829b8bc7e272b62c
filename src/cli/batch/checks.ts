import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { Found } from '../../archive/source.ts'
import type { Archive } from '../../archive/store.ts'
import { Failure } from '../../failure.ts'

/** Throws a Failure when there is no input, or one that a dataset in the folder of output would stand beside. */
export function checkInputs(inputs: string[], output: string): void {
  if (inputs.length === 0) throw nothingNamed
  const inside = inputs.find((name) => isIn(name, output))
  if (inside !== undefined) throw ontoInput(output, inside)
}

/** Throws a Failure when nothing is there any more of what the dataset holds: a disk that is not mounted is an empty folder. */
export async function checkThere(found: Found[], archive: Archive, output: string): Promise<void> {
  const there = new Set(found.map(({ file }) => file))
  const read = await archive.all('SELECT file FROM documents')
  if (read.length > 0 && !read.some(({ file }) => there.has(String(file)))) throw nothingLeft(output, read.length)
}

// Later runs would take the folder for a dataset, and none of its files for documents.
function isIn(name: string, folder: string): boolean {
  const path = relative(resolve(folder), resolve(name))
  return path.split(sep)[0] !== '..' && !isAbsolute(path)
}

function ontoInput(output: string, input: string): Failure {
  return new Failure({
    zh: `${output} 中有要读取的文件（${input}），数据集需要单独的文件夹；请为 --output 另取名字。`,
    en: `${output} holds files that are to be read (${input}), and a dataset wants a folder of its own; choose another --output.`,
  })
}

function nothingLeft(output: string, number: number): Failure {
  return new Failure({
    zh: `${output} 中已读取的 ${number} 份文件现在一份也找不到，数据集保持原样；请检查磁盘和路径，或换一个 --output。`,
    en: `none of the documents in ${output} (${number}) is there any more, and the dataset is left as it is; check the disk and the path, or choose another --output.`,
  })
}

const nothingNamed = new Failure({
  zh: '没有输入；请写上文件夹、文件或 ZIP，或用 --files-from 给出清单。',
  en: 'there is no input; name folders, files or ZIP archives, or give a list with --files-from.',
})
