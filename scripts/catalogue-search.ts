import type { Check } from '../packages/engine/src/catalog/check.ts';
import { readNotes } from '../packages/engine/src/catalog/notes.ts';
import type { Requirement } from '../packages/engine/src/knowledge/requirements.ts';
import { markdown } from '../packages/engine/src/report/html/markdown.ts';
import { html, Markup } from '../packages/engine/src/report/html/markup.ts';
import { sentence } from './sentence.ts';

const notes = await readNotes();

/** One page with every check and a field that searches them: ids of ours and of other tools, words, services. */
export function catalogueSearch(checks: readonly Check[], rowOf: (check: Check) => Requirement): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Catalogue of Airworthy</title><link rel="icon" href="data:,"><style>${new Markup(STYLE)}</style></head>
<body><main><h1>Catalogue</h1>
<p><label for="q">Search ${checks.length} checks: words, a requirement, a service, or another tool's rule</label><input id="q" type="search" autocomplete="off" placeholder="DynamoDB, SEC-10, CKV_AWS_28"></p>
<p id="found" role="status"></p>
${checks.map((check) => entry(check, rowOf(check)))}
</main><script>${new Markup(SCRIPT)}</script></body></html>
`.text;
}

function entry(check: Check, row: Requirement): Markup {
  const types = [check.appliesTo].flat().filter((type) => type !== 'root');
  const elsewhere = [...check.aliases, ...(check.frameworks.wellArchitected ?? [])];
  const snippets = Object.entries(check.snippets ?? {});
  return html`<details class="check" id="${check.id}"><summary><strong>${check.title}</strong><span class="of"> <span>${check.requirement}</span> <span>${check.severity}</span> <code>${check.id}</code></span></summary>
<p>${sentence(row.title)}</p>${markdown(notes.get(check.id) ?? '')}
<h2>Fix as code</h2><p>${check.fix}.</p>${snippets.map(
    ([language, text]) => html`<p class="also">${LANGUAGES[language]}</p><pre><code>${text}</code></pre>`,
  )}
${listed('Looks at', types)}${listed('Elsewhere', elsewhere)}</details>
`;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  terraform: 'Terraform',
  cloudformation: 'CloudFormation',
};

function listed(what: string, names: readonly string[]): Markup | undefined {
  return names.length === 0 ? undefined : html`<p class="also">${what}: ${names.join(', ')}</p>`;
}

const STYLE = `
:root{color-scheme:light dark;--paper:light-dark(#fff,#15181b);--ink:light-dark(#1b1f23,#e6e8ea);--soft:light-dark(#555d65,#a7afb7);--line:light-dark(#d8dcdf,#343a40);--code:light-dark(#f6f7f6,#1c2024);--link:light-dark(#0b57a4,#8ec1ff)}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
main{max-width:52rem;margin:0 auto;padding:1.25rem 1rem 4rem}
h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0 1rem}
h2{font-size:1rem}
h2,.check p:has(>strong:only-child){margin:1rem 0 .25rem}
h2+p,.check p:has(>strong:only-child)+p{margin-top:0}
label{display:block;margin-bottom:.35rem}
input{width:100%;font:inherit;padding:.55rem .75rem;border:1px solid var(--soft);border-radius:4px;background:var(--paper);color:var(--ink)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.check{border-top:1px solid var(--line);padding:.6rem 0 .6rem 1.25rem}
summary{cursor:pointer;list-style-position:outside}
.of{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .9rem}
.of,.also{color:var(--soft);font-size:.88rem}
.also+pre{margin-top:0}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.88em}
pre{background:var(--code);padding:.75rem 1rem;white-space:pre-wrap;border-radius:4px}
p{margin:.5rem 0}
[hidden]{display:none!important}
@media print{input,label,#found{display:none}details::details-content{content-visibility:visible}}
`;

const SCRIPT = `
const field=document.getElementById('q'),found=document.getElementById('found');
const checks=[...document.querySelectorAll('.check')].map(e=>({e,text:e.textContent.toLowerCase()}));
function show(){const words=field.value.toLowerCase().split(/\\s+/).filter(Boolean);let n=0;
for(const c of checks){const hit=words.every(w=>c.text.includes(w));c.e.hidden=!hit;if(hit)n++}
found.textContent=words.length?n+' of '+checks.length:''}
field.addEventListener('input',show);
function unfold(){const e=document.getElementById(decodeURIComponent(location.hash.slice(1)));if(e&&'open' in e){e.open=true;e.scrollIntoView()}}
addEventListener('hashchange',unfold);unfold();
`;
