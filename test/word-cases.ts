import { mkdirSync, writeFileSync } from 'node:fs'
import { madePackage, madeWord, numbered, p, r, tbl, tc, tr, wrapped } from './word.ts'

const drawn = `<w:drawing><a:graphic><wps:wsp><wps:txbx><w:txbxContent>${p('框内文字')}</w:txbxContent></wps:txbx></wps:wsp></a:graphic></w:drawing>`
const vml = `<w:pict><v:shape><v:textbox><w:txbxContent>${p('框内文字')}</w:txbxContent></v:textbox></v:shape></w:pict>`
const picture = '<w:drawing><a:graphic><a:blip r:embed="missing"/></a:graphic></w:drawing>'

const numbering = wrapped(
  'numbering',
  definition(0, [
    level(0, 'chineseCountingThousand', '%1、', '<w:suff w:val="nothing"/>'),
    level(1, 'chineseCounting', '（%2）', '<w:suff w:val="nothing"/>'),
    level(2, 'decimal', '%1.%3', '<w:isLgl/>'),
  ]) +
    definition(1, [level(0, 'decimal', '%1.'), level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Heading2"/>')]) +
    definition(2, [level(0, 'decimal', '%1')]) +
    definition(3, [level(0, 'bullet', '●')]) +
    definition(4, [
      level(0, 'chineseCounting', '第%1章'),
      level(1, 'chineseCounting', '第%2条', '<w:suff w:val="space"/><w:lvlRestart w:val="0"/>'),
    ]) +
    list(1, 0) +
    list(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>') +
    list(3, 2) +
    list(4, 3) +
    list(5, 1) +
    list(6, 4),
)

const styles = wrapped(
  'styles',
  '<w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:basedOn w:val="Base"/></w:style>',
)

function definition(id: number, levels: string[]): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
}

function level(at: number, format: string, pattern: string, more = ''): string {
  const shape = `<w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/>`
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/>${shape}${more}</w:lvl>`
}

function list(id: number, definition: number, more = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`
}

function field(code: string, result: string): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  return `${mark('begin')}<w:r><w:instrText> ${code} </w:instrText></w:r>${mark('separate')}${r(result)}${mark('end')}`
}

function formField(data: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

function box(state: string): string {
  return formField(`<w:checkBox><w:sizeAuto/>${state}</w:checkBox>`)
}

/** The Word files in fixtures/readers/docx, by the name of the case; `node test/word-cases.ts` writes them. */
export const wordCases: Record<string, Uint8Array> = {
  'plain-paragraphs': madeWord(
    p('2025年部门预算') +
      p() +
      p(`${r('项目名称：')}${r('老旧小区加装电梯 ')}${r('补贴')}`) +
      p('金额&lt;100万元&amp;不含税'),
  ),
  'tabs-and-line-breaks': madeWord(
    p('<w:r><w:tab/><w:t>负责人：李明</w:t><w:tab/><w:t>电话：0353</w:t><w:noBreakHyphen/><w:t>2296696</w:t></w:r>') +
      p('<w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t><w:br w:type="page"/></w:r>') +
      tbl(tr([tc(p('一、绩效目标') + p() + p('二、实施方案')), tc()])),
  ),
  'merged-cells': madeWord(
    tbl(
      tr([tc('项目名称'), tc('老旧小区加装电梯补贴', '<w:gridSpan w:val="3"/>')]),
      tr([tc('产出指标', '<w:vMerge w:val="restart"/>'), tc('数量指标'), tc('加装台数'), tc('≥40台')]),
      tr([tc('', '<w:vMerge/>'), tc('时效指标'), tc('完工率'), tc('100%')]),
      tr([tc('备注', '<w:gridSpan w:val="2"/>'), tc(), tc()]),
    ),
  ),
  'nested-table': madeWord(
    tbl(tr([tc(`${p('资金来源')}${tbl(tr([tc('财政拨款'), tc('100')]))}${p('合计100')}`), tc('备注')])) +
      tbl(tr([tc('另表')])),
  ),
  'row-begins-late': madeWord(
    tbl(
      tr([tc('一级指标', '<w:vMerge w:val="restart"/>'), tc('二级指标'), tc('指标值')]),
      tr([tc('数量指标', '<w:vMerge w:val="restart"/>'), tc('≥40台')], '<w:gridBefore w:val="1"/>'),
      tr([tc('', '<w:vMerge/>'), tc('≥50台')], '<w:gridBefore w:val="1"/>'),
    ),
  ),
  'automatic-numbers': madeWord(
    numbered(1, 0, '项目概况') +
      numbered(1, 1, '立项依据') +
      numbered(1, 1, '实施主体') +
      numbered(1, 0, '绩效目标') +
      numbered(1, 1, '总体目标') +
      numbered(1, 2, '分目标') +
      p('标题样式', '<w:pStyle w:val="Heading2"/>') +
      p('不编号的正文') +
      numbered(2, 0, '重新开始') +
      numbered(1, 0, '接着编号') +
      tbl(tr([tc(numbered(3, 0)), tc('甲项目')]), tr([tc(numbered(3, 0)), tc('乙项目')])),
    { 'numbering.xml': numbering, 'styles.xml': styles },
  ),
  'articles-counted-through': madeWord(
    numbered(6, 0, '总则') + numbered(6, 1, '为规范预算') + numbered(6, 0, '附则') + numbered(6, 1, '自发布之日起施行'),
    { 'numbering.xml': numbering },
  ),
  bullets: madeWord(numbered(4, 0, '贯彻财政法规'), { 'numbering.xml': numbering }),
  'header-and-footer': madeWord(p('正文') + tbl(tr([tc('表格')])), {
    'header1.xml': wrapped('hdr', p('阳泉市商务局') + p()),
    'footer1.xml': wrapped('ftr', tbl(tr([tc(p(`${r('第')}${field('PAGE', '2')}${r('页')}`))]))),
  }),
  'text-boxes': madeWord(
    p(
      `${r('图一')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawn}</mc:Choice><mc:Fallback>${vml}</mc:Fallback></mc:AlternateContent></w:r>`,
    ) +
      p(`<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawn}</mc:Choice></mc:AlternateContent></w:r>`) +
      p(`<w:r>${vml}</w:r>`),
  ),
  'tracked-changes': madeWord(
    p(`${r('预算')}<w:del><w:r><w:delText>100</w:delText></w:r></w:del><w:ins>${r('120')}</w:ins>${r('万元')}`) +
      p(r('项目'), '<w:rPr><w:del/></w:rPr>') +
      p(r('名称')) +
      p(`<w:moveFrom>${r('移走')}</w:moveFrom><w:moveTo>${r('移来')}</w:moveTo>`) +
      tbl(tr([tc('留下')]), tr([tc('删去')], '<w:del/>')),
  ),
  'fields-and-controls': madeWord(
    p(`${r('共')}${field('NUMPAGES', '22')}${r('页')}<w:fldSimple w:instr="DATE">${r('2025年')}</w:fldSimple>`) +
      p(`<w:hyperlink r:id="missing">${r('财政局网站')}</w:hyperlink>`) +
      `<w:sdt><w:sdtPr><w:alias w:val="名称"/></w:sdtPr><w:sdtContent>${p('控件内的段落')}</w:sdtContent></w:sdt>` +
      p(
        '<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      ) +
      p('<m:oMath><m:r><m:t>a+b=c</m:t></m:r></m:oMath>') +
      p(`<w:bookmarkStart w:name="_Toc1"/>${r('书签')}`),
  ),
  symbols: madeWord(
    p(`${r('单位℃')}<w:r><w:sym w:font="宋体" w:char="2103"/></w:r><w:r><w:sym w:font="自造字" w:char="E001"/></w:r>`) +
      p('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>是</w:t></w:r>'),
  ),
  footnote: madeWord(p(`${r('收入增加')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('。')}`) + p('正文完'), {
    'footnotes.xml': wrapped(
      'footnotes',
      `<w:footnote w:id="0" w:type="separator">${p()}</w:footnote><w:footnote w:id="2">${p('含上年结转。')}</w:footnote>`,
    ),
  }),
  'hidden-text': madeWord(
    p(`${r('公开')}${r('内部意见', '<w:vanish/>')}${r('内容')}${r('可见', '<w:vanish w:val="0"/>')}`) +
      tbl(tr([tc(p(r('不印', '<w:vanish/>')))])),
  ),
  'hidden-by-style': madeWord(
    p('窗体顶端', '<w:pStyle w:val="z-0"/>') +
      p(
        `${r('公开')}${r('批注', '<w:rStyle w:val="Inner"/>')}${r('内容')}${r('可见', '<w:rStyle w:val="Inner"/><w:vanish w:val="0"/>')}`,
      ),
    {
      'styles.xml': wrapped(
        'styles',
        '<w:style w:type="paragraph" w:styleId="z-"><w:rPr><w:vanish/></w:rPr></w:style>' +
          '<w:style w:type="paragraph" w:styleId="z-0"><w:basedOn w:val="z-"/></w:style>' +
          '<w:style w:type="character" w:styleId="Inner"><w:rPr><w:vanish w:val="1"/></w:rPr></w:style>',
      ),
    },
  ),
  'fields-of-a-form': madeWord(
    tbl(
      tr([tc('项目属性'), tc(p(`${box('<w:checked/>')}${r('新增')}${box('<w:default w:val="0"/>')}${r('延续')}`))]),
      tr([
        tc('项目类型'),
        tc(
          p(
            formField(
              '<w:ddList><w:result w:val="1"/><w:listEntry w:val="常年性"/><w:listEntry w:val="一次性"/></w:ddList>',
            ),
          ),
        ),
      ]),
    ),
  ),
  'cells-merged-sideways': madeWord(
    tbl(
      tr([tc('项目资金'), tc('年度资金总额', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('100')]),
      tr([tc('财政拨款'), tc('60'), tc('其他资金'), tc('40')]),
    ),
  ),
  fraction: madeWord(
    p(
      `${r('增长')}<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>`,
    ),
  ),
  pictures: madeWord(
    p(`<w:r>${picture}</w:r>`) +
      p(`<w:r>${picture}</w:r>${r('图一 机构设置')}`) +
      tbl(tr([tc(p(`<w:r>${picture}</w:r>`)), tc('盖章')])),
  ),
  'other-names': madePackage({
    'document2.xml':
      '\ufeff<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><!-- <x:p> --><x:body><x:p><x:r>' +
      "<x:t><![CDATA[严格格式 <a> & b]]></x:t></x:r></x:p><x:tbl><x:tr><x:tc><x:tcPr><x:gridSpan x:val='2'/></x:tcPr><x:p/>" +
      '</x:tc></x:tr></x:tbl></x:body></x:document>',
  }),
}

if (import.meta.main) {
  for (const [name, bytes] of Object.entries(wordCases)) {
    mkdirSync(`fixtures/readers/docx/${name}`, { recursive: true })
    writeFileSync(`fixtures/readers/docx/${name}/input.docx`, bytes)
  }
}
