import fs from 'node:fs';
import {compiledFrom} from './packages/engine/src/collect/compiled-files.ts';
const files={has:(p:string)=>fs.existsSync(p),text:async(p:string)=>({kind:'text' as const,text:fs.readFileSync(p,'utf8')})};
const bare={has:files.has,text:async(p:string)=>({kind:'text' as const,text:fs.readFileSync(p,'utf8').replace(/\n\/\/# source.*/,'\n')})};
const stale={has:files.has,text:async(p:string)=>({kind:'text' as const,text:fs.readFileSync(p,'utf8').replace(/if \(!id\).*/,p.endsWith('.ts')?'if (!allowed(id)) return no;':'$&')})};
for(const d of fs.readdirSync('/tmp/h11-c').filter(x=>x.startsWith('o-')))console.log(d,await compiledFrom(`/tmp/h11-c/${d}/a.js`,files as any)!==undefined,await compiledFrom(`/tmp/h11-c/${d}/a.js`,bare as any)!==undefined,await compiledFrom(`/tmp/h11-c/${d}/a.js`,stale as any)!==undefined)
