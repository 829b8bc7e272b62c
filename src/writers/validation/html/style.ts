/** How the page looks: on a screen by day and by night, and on paper. */
export const style = `
:root { color-scheme: light dark; --line: light-dark(#d0d7de, #3d444d); --faint: light-dark(#59636e, #9198a1) }
body { font: 15px/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; max-width: 72rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin-top: 2rem; overflow-wrap: anywhere } h3 { font-size: 1rem; margin-bottom: .3rem }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid var(--line); padding: .2rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
article { border-left: .3rem solid var(--line); padding: .1rem .8rem; margin: .5rem 0; break-inside: avoid }
article p { margin: .2rem 0 } article ul { margin: .2rem 0; padding-left: 1.2rem; overflow-wrap: anywhere }
.error { border-color: light-dark(#cf222e, #f85149) } .error b { color: light-dark(#cf222e, #f85149) }
.warning { border-color: light-dark(#9a6700, #d29922) } .warning b { color: light-dark(#9a6700, #d29922) }
.info b, .formula, .rules td, details { color: var(--faint) }
.formula { font-family: ui-monospace, monospace }
.rules td, details td { font-size: .85rem } .rules td b, .rules td code { color: CanvasText }
a { color: light-dark(#0969da, #4493f8) } mark { background: light-dark(#fff8c5, #5a4a00); color: inherit }
@media print { body { max-width: none; font-size: 10pt } a { color: inherit; text-decoration: none } }
`
