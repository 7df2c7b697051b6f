import fs from 'node:fs'
import Database from 'better-sqlite3'
const [file,text]=process.argv.slice(2) as [string,string]
const b=fs.readFileSync(file); const db=new Database(file,{readonly:true})
let at=-1; while((at=b.indexOf(text,at+1))>=0){ const page=Math.floor(at/4096)+1; const off=at%4096; const hdr=page===1?100:0; const base=(page-1)*4096
const type=b[base+hdr]; const ncell=b.readUInt16BE(base+hdr+3); const start=b.readUInt16BE(base+hdr+5); const isLeaf=type===13||type===10
let name='?'; try{ name=(db.prepare('select name from dbstat where pageno=?').pluck().get(page) as string)}catch{}
console.log({page,off,type,ncell,contentStart:start,ptrEnd:hdr+(isLeaf?8:12)+2*ncell,inGap:off<start,name}, JSON.stringify(b.subarray(at-60,at+40).toString('latin1'))) }
