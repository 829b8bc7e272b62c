import type { Message } from '../../model.ts'

/** Why a file is no document of an archive, or why its contents are not taken. */
export const reasons = {
  empty: {
    zh: '文件是空的；如果应有内容，请重新下载。',
    en: 'the file is empty; if it should not be, download it again.',
  },
  stub: {
    zh: '苹果系统的附属文件，不是文档。',
    en: 'a companion file of macOS (AppleDouble), no document.',
  },
  system: {
    zh: '操作系统或办公软件自用的文件，不是文档。',
    en: 'a file that an operating system or an office program keeps for itself, no document.',
  },
  tool: { zh: '程序、数据或设置文件，不是文档。', en: 'a file of a program: code, data or settings, no document.' },
  picture: {
    zh: '图片，不含文字；如果是扫描的文档，请先进行文字识别。',
    en: 'a picture without text; if it is a scanned document, run text recognition first.',
  },
  unknown: {
    zh: '内容和名称都不像文档（PDF、Word、纯文本等）。',
    en: 'no document: neither its contents nor its name are those of a PDF, a Word document or a text.',
  },
  special: { zh: '不是普通文件（设备或管道等）。', en: 'no regular file: a device, a pipe or a socket.' },
  hidden: {
    zh: '隐藏文件夹或系统文件夹，未进入；如需读取，请直接给出它的名称。',
    en: 'a hidden folder or one of the system, not entered; name it itself to read it.',
  },
  elsewhere: {
    zh: '指向文件夹的链接，未进入；如需读取，请直接给出该文件夹的名称。',
    en: 'a link to a folder, not followed; name that folder itself to read it.',
  },
  dataset: {
    zh: 'disclose batch 写出的数据集，未进入。',
    en: 'a dataset that disclose batch wrote, not entered.',
  },
  broken: {
    zh: '链接所指的文件不存在或无法访问。',
    en: 'a link to a file that is not there or cannot be reached.',
  },
  link: { zh: '压缩文件中的链接，不含内容。', en: 'a link in a ZIP archive, without contents.' },
  nothing: { zh: 'ZIP 压缩文件中没有文件。', en: 'a ZIP archive without any file.' },
} satisfies Record<string, Message>

/** Why something that should have been read cannot be. */
export const obstacles = {
  packed: {
    zh: '压缩文件；请解压，再读取其中的文件。',
    en: 'an archive of another kind than ZIP; unpack it to have its files read.',
  },
  unreachable: {
    zh: '没有访问权限；请更改文件夹的权限。',
    en: 'it cannot be reached; change the permissions of its folder.',
  },
  nested: {
    zh: '压缩文件嵌套过深（第三层）；请解压后再读取。',
    en: 'a ZIP archive in a ZIP archive in a ZIP archive; unpack it to have its files read.',
  },
  encrypted: {
    zh: 'ZIP 压缩文件中的加密文件；请用密码解压后再读取。',
    en: 'an encrypted file of a ZIP archive; unpack it with its password to have it read.',
  },
  missing: { zh: '没有匹配的文件；请检查路径。', en: 'no file matches; check the path.' },
  tooLarge: { zh: '文件超过 512 MiB；请拆分。', en: 'it is larger than 512 MiB; split it.' },
  damaged: {
    zh: 'ZIP 压缩文件中的这个文件已损坏；请重新下载压缩文件。',
    en: 'this file is damaged in the ZIP archive; download the archive again.',
  },
  method: {
    zh: '压缩方法不受支持；请解压，或用普通方法（Deflate）重新压缩。',
    en: 'it is compressed by a method that cannot be read; unpack it, or pack it again with Deflate.',
  },
  path: {
    zh: '在 ZIP 压缩文件中的路径无效（指向压缩文件之外、含空字符或过长）；请解压后改名。',
    en: 'its path in the ZIP archive is not valid (it leads out of the archive, holds a NUL or is too long); unpack it and rename it.',
  },
  bomb: {
    zh: '解压后的大小与压缩文件极不相称，像是压缩炸弹，因此未解压；如确需读取，请自行解压。',
    en: 'it would unpack to far more than it holds, as a ZIP bomb does, and is left packed; unpack it yourself if you trust it.',
  },
  cut: {
    zh: 'ZIP 压缩文件不完整或已损坏：末尾的文件目录缺失或有误，其中的文件一个也未读取；请重新下载，分卷的请先合并。',
    en: 'the ZIP archive is cut off or damaged: the list of its files, which is its end, is missing or wrong, and none of its files was read; download it again, or join its parts.',
  },
  overlap: {
    zh: 'ZIP 压缩文件中的文件相互重叠，像是压缩炸弹，因此未解压；如确需读取，请自行解压。',
    en: 'the files in the ZIP archive overlap, as in a ZIP bomb, and are left packed; unpack it yourself if you trust it.',
  },
  many: {
    zh: 'ZIP 压缩文件中的文件超过十万个；请拆分，或解压后再读取。',
    en: 'the ZIP archive holds more than 100,000 files; split it, or unpack it.',
  },
} satisfies Record<string, Message>

/** That the list of a ZIP archive breaks off after so many files. */
export function brokenAfter(files: number): Message {
  return {
    zh: `ZIP 压缩文件已损坏：文件目录在第 ${files} 个文件之后中断，其后的文件均未读取；请重新下载。`,
    en: `the ZIP archive is damaged: the list of its files breaks off after ${files}, and none that follows was read; download it again.`,
  }
}
