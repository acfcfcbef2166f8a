/** Style of the page. One typeface of the system; one accent for each state, legible in both themes and without colour. */
export const PAGE_CSS = `
:root{
  color-scheme:light dark;
  --paper:light-dark(#ffffff,#15181b);
  --desk:light-dark(#f4f5f3,#0e1012);
  --ink:light-dark(#1b1f23,#e6e8ea);
  --soft:light-dark(#555d65,#a7afb7);
  --line:light-dark(#d8dcdf,#343a40);
  --code:light-dark(#f6f7f6,#1c2024);
  --link:light-dark(#0b57a4,#8ec1ff);
  --pass:light-dark(#0b5c9e,#7dbcff);
  --fail:light-dark(#a83200,#ff9a6e);
  --unknown:light-dark(#7a5400,#e6bd4f);
  --waived:light-dark(#7a2d7a,#e3a1e1);
  --attested:light-dark(#00665a,#62d3c1);
  --not-applicable:light-dark(#5a6066,#a7afb7);
  --mark:light-dark(#ffe9a8,#55470f);
  --mark-ink:light-dark(#1b1f23,#fff3cf);
}
:root[data-theme=light]{color-scheme:light}
:root[data-theme=dark]{color-scheme:dark}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--desk);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.86em}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
h1,h2,h3,h4,p,ul,ol,dl,dd,pre,table,figure{margin:0}
ul,ol{padding:0;list-style:none}
[hidden]{display:none!important}
.skip{position:absolute;left:-999rem;top:0;padding:.6rem 1rem;background:var(--paper);z-index:2}
.skip:focus{left:.5rem;top:.5rem}
.page{max-width:78rem;margin:0 auto;padding:1.25rem 1rem 4rem;display:grid;gap:1.25rem;grid-template-columns:minmax(0,1fr)}
.rest{min-width:0;display:grid;gap:1.25rem;grid-template-columns:minmax(0,1fr)}
.card{background:var(--paper);border:1px solid var(--line);border-radius:4px;padding:1.25rem}
h2{font-size:1.25rem;line-height:1.3;font-weight:650;margin-bottom:.9rem}
h3{font-size:1.05rem;line-height:1.4;font-weight:650}
h4{font-size:.82rem;line-height:1.4;font-weight:650;color:var(--soft);margin-bottom:.25rem}
.soft{color:var(--soft)}
.small{font-size:.88rem}

.head{border-top:6px solid var(--soft)}
.head.go{border-top-color:var(--pass)}
.head.nogo{border-top-color:var(--fail)}
.head.lack{border-top-color:var(--unknown)}
.name{font-size:1rem;font-weight:600}
h1{font-size:clamp(2.6rem,9vw,4.25rem);line-height:1.05;font-weight:750;letter-spacing:-.01em;margin:.35rem 0 .5rem}
.go h1{color:var(--pass)}
.nogo h1{color:var(--fail)}
.lack h1{color:var(--unknown)}
.sentence{font-size:1.15rem;line-height:1.5;max-width:46rem}
.sentence::first-letter{text-transform:uppercase}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.75rem 2rem;margin-top:1.4rem;padding-top:1.1rem;border-top:1px solid var(--line)}
.facts dt,.pair dt{font-size:.82rem;color:var(--soft)}
.measure{display:grid;gap:1.4rem 2.5rem;grid-template-columns:minmax(0,1fr);margin-top:1.4rem}
.figure{font-size:1.6rem;font-weight:650;line-height:1.2}
.bar{display:block;width:100%;height:.7rem;margin:.45rem 0}
.bar .base{fill:light-dark(#e3e6e8,#2c3137)}
.bar .sure{fill:var(--pass)}
.bar .maybe{fill:light-dark(#a9cbe8,#2f5f8f)}
.bar .edge{fill:var(--ink)}
.whole{white-space:nowrap}
.levels{margin-top:.45rem;display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:.4rem}
.levels li{border-top:5px solid light-dark(#d3d7da,#3a4047);padding-top:.4rem;font-size:.86rem;line-height:1.35}
.levels li.reached{border-top-color:var(--pass)}
.levels b{display:block;overflow-wrap:normal;hyphens:auto}

.state{font-weight:650;white-space:nowrap}
.state i{font-style:normal;display:inline-block;width:1.15em}
.pass{color:var(--pass)}.fail{color:var(--fail)}.unknown{color:var(--unknown)}.waived{color:var(--waived)}.attested{color:var(--attested)}.not-applicable{color:var(--not-applicable)}

details>summary{cursor:pointer;list-style:none;position:relative}
summary::-webkit-details-marker{display:none}
summary::before{content:"";position:absolute;left:.3rem;top:1.15em;width:.42em;height:.42em;border-right:2px solid var(--soft);border-bottom:2px solid var(--soft);transform:rotate(-45deg);transform-origin:60% 60%}
details[open]>summary::before{transform:rotate(45deg)}
summary:hover{background:var(--code)}
.lines>li{border-top:1px solid var(--line)}
.lines>li:last-child{border-bottom:1px solid var(--line)}
.line{padding:.6rem .25rem .6rem 1.5rem;display:grid;gap:.1rem 1rem;grid-template-columns:minmax(0,1fr) auto;align-items:baseline}
.line .state{grid-column:1}
.line .title{grid-column:1/-1}
.line .after{color:var(--soft);font-size:.86rem;text-align:right}
.line.flat{padding-left:1.5rem}
.req{font-size:.86rem;color:var(--soft);font-weight:400;white-space:nowrap}
.inside{padding:.25rem .25rem 1.25rem 1.5rem;display:grid;gap:1.1rem;grid-template-columns:minmax(0,1fr)}

.more{padding:.3rem .25rem .3rem 1.5rem}
summary.more::before{top:.85em}
.reasons{display:grid;gap:1.1rem;grid-template-columns:minmax(0,1fr)}
.row{border-left:3px solid var(--line);padding-left:.85rem;display:grid;gap:.45rem;grid-template-columns:minmax(0,1fr)}
.row.fail{border-color:var(--fail)}.row.unknown{border-color:var(--unknown)}.row.pass{border-color:var(--pass)}.row.waived{border-color:var(--waived)}.row.attested{border-color:var(--attested)}
.row{color:var(--ink)}
.found{display:grid;gap:.9rem;grid-template-columns:minmax(0,1fr)}
.found>li{display:grid;gap:.3rem;grid-template-columns:minmax(0,1fr);scroll-margin-top:1rem}
.found>li:target,.check:target{outline:3px solid var(--link);outline-offset:4px}
.pair{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem .9rem;font-size:.92rem}
.pair dt{line-height:1.75}
.trail{display:flex;flex-wrap:wrap;gap:.15rem .5rem;font-size:.88rem}
.trail li+li::before{content:"\\2190";color:var(--soft);margin-right:.5rem}
.excerpt{border:1px solid var(--line);border-radius:3px;background:var(--code);padding:.5rem 0;font-size:.82rem;line-height:1.5;white-space:pre-wrap}
.excerpt code{display:grid;grid-template-columns:max-content minmax(0,1fr);font-size:inherit}
.excerpt i{font-style:normal;color:var(--soft);text-align:right;padding:0 .8rem 0 .75rem;user-select:none}
.excerpt s{text-decoration:none;padding-right:.6rem}
mark{background:var(--mark);color:var(--mark-ink);border-radius:2px;box-shadow:0 0 0 2px var(--mark);font-weight:600}
figcaption{font-size:.84rem;color:var(--soft);margin-bottom:.2rem}
.fix{display:grid;gap:.5rem;grid-template-columns:minmax(0,1fr)}
.fix pre,.why pre{line-height:1.5;border:1px solid var(--line);border-radius:3px;background:var(--code);padding:.6rem .75rem;white-space:pre-wrap}
.why{max-width:44rem;display:grid;gap:.5rem}
.why ul{list-style:disc;padding-left:1.2rem}

.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.95rem}
th,td{text-align:left;padding:.5rem .7rem .5rem 0;border-bottom:1px solid var(--line);vertical-align:middle}
thead th{font-size:.82rem;color:var(--soft);font-weight:600;vertical-align:bottom}
th[scope=row]{font-weight:600}
.n{text-align:right;padding-right:.7rem}
td.range{width:45%;min-width:7rem}
td.range span{white-space:nowrap}
.areas .bar{margin:.15rem 0}

.phase+.phase{margin-top:1.4rem}
.phase h3{margin-bottom:.4rem}
.quick{font-weight:650;color:var(--attested)}
.quick::before{content:"";display:inline-block;width:.55em;height:.55em;background:currentColor;margin-right:.4em}
.area+.area{margin-top:1.8rem}
.area h3{margin-bottom:.5rem;display:flex;justify-content:space-between;gap:1rem;flex-wrap:wrap}
.area h3 span{font-weight:400;font-size:.88rem;color:var(--soft)}
p.block{margin-bottom:.8rem}
.block+.block{margin-top:1.3rem}
.block h3{margin-bottom:.4rem}
.plainlist li{padding:.3rem 0;border-bottom:1px solid var(--line)}

button,select,input{font:inherit;font-size:.92rem;color:var(--ink);background:var(--paper);border:1px solid light-dark(#868e96,#6c757d);border-radius:3px;padding:.35rem .6rem;min-height:2.4rem;max-width:100%}
button{cursor:pointer}
.filter{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.6rem .8rem;align-items:end;margin-bottom:1.2rem;padding-bottom:1.2rem;border-bottom:1px solid var(--line)}
.filter label{display:grid;gap:.15rem;font-size:.82rem;color:var(--soft)}
.filter input,.filter select{width:100%}
.filter output{grid-column:1/-1;font-size:.88rem;color:var(--soft)}

.toc{font-size:.92rem}
.toc ol{display:grid;gap:.05rem}
.toc a{display:block;padding:.22rem .6rem;border-left:3px solid transparent;color:var(--ink);text-decoration:none}
.toc a:hover{text-decoration:underline}
.toc a[aria-current]{border-left-color:var(--link);font-weight:650}
.toc ol ol a{padding-left:1.4rem;color:var(--soft)}
.toc ol ol a[aria-current]{color:var(--ink)}
.toc button{margin:.9rem 0 0 .6rem}
footer{color:var(--soft);font-size:.88rem;padding:0 .25rem}

@media (min-width:40rem){
  .card{padding:1.75rem 2rem}
  .line{grid-template-columns:9.5rem 4.5rem minmax(0,1fr) auto}
  .line .state,.line .title{grid-column:auto}
  .line.two{grid-template-columns:9.5rem minmax(0,1fr) auto}
  .measure{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
}
@media (max-width:63.99rem){
  .toc>ol{display:flex;flex-wrap:wrap;gap:.2rem .3rem;margin-bottom:.6rem}
  .toc ol ol{display:none}
  .toc button{margin:.2rem 0 0}
  .toc a{border:0;padding:.3rem .5rem .3rem 0;color:var(--link);text-decoration:underline}
  .toc a[aria-current]{font-weight:400}
}
@media (max-width:39.99rem){
  .areas thead{display:none}
  .areas tr{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));padding:.6rem 0;border-bottom:1px solid var(--line)}
  .areas th,.areas td{border:0;padding:.1rem 0;width:auto}
  .areas th[scope=row],.areas td.range{grid-column:1/-1}
  .areas .n{text-align:left}
  .areas .n::before{content:attr(data-label) " ";color:var(--soft);font-size:.86rem}
  .inside{padding-left:.25rem}
  .line .req{grid-column:2;grid-row:1;text-align:right}
  .line .after{text-align:left;grid-column:1/-1}
}
@media (min-width:64rem){
  .page{grid-template-columns:13.5rem minmax(0,1fr);gap:1.25rem 2rem;padding-top:2rem}
  .head,.rest{grid-column:2}
  .toc{grid-column:1;grid-row:1/3;position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow-y:auto}
}
@media print{
  @page{size:A4;margin:16mm 14mm}
  :root,:root[data-theme]{color-scheme:light}
  html{font-size:10pt}
  body{background:#fff;line-height:1.45}
  .page{display:block;padding:0;max-width:none}
  .toc,.filter,.skip{display:none!important}
  .rest{display:block}
  .card{border:0;border-radius:0;padding:0;margin:0 0 9mm}
  .head{border-top:4pt solid;padding-top:5mm}
  h2,h3,h4,summary,figcaption{break-after:avoid}
  .excerpt,.row li,tr,.levels{break-inside:avoid}
  details::details-content{content-visibility:visible!important;display:block!important;height:auto!important;block-size:auto!important}
  summary::before{display:none}
  .line,.line.flat{padding-left:0}
  .inside{padding-left:4mm}
  .bar,mark,.quick::before,.levels li{print-color-adjust:exact;-webkit-print-color-adjust:exact}
  a{color:inherit;text-decoration:none}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`;
