import {Parser,Language} from 'web-tree-sitter'
await Parser.init()
for (const f of ['tree-sitter-typescript/tree-sitter-typescript.wasm','tree-sitter-typescript/tree-sitter-tsx.wasm','tree-sitter-python/tree-sitter-python.wasm','tree-sitter-javascript/tree-sitter-javascript.wasm']) { const l=await Language.load('node_modules/'+f); const p=new Parser(); p.setLanguage(l); const t=p.parse('x = foo(1, y=2)\n'); console.log(f,l.abiVersion,t.rootNode.hasError, t.rootNode.toString().slice(0,80)) }
