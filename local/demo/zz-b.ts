import Libsql from 'libsql'
import { readFileSync } from 'node:fs'
for (const mode of ['json', 'json1', 'values', 'jsonb', 'noindex']) {
  const db = new Libsql('/tmp/b.db')
  db.exec('drop table if exists o; create table o (id integer primary key, r integer not null, n integer not null, m text not null, p integer not null, d text not null, q text not null, u text not null, um integer not null, msg text not null, ma integer not null, ex integer not null, constraint x check(p>=0), check (m in (\'sponsor\',\'influencer\'))) strict;' + (mode==='noindex'?'':'create unique index oo on o (r,n)'))
  const rows = Array.from({length: 5000}, (_, i) => [i>>1, i&1, 'sponsor', 1234500, '[{"kind":"article","count":1,"due_date":"2026-11-27"}]', 'The link goes into the first line and stays there for 30 days.', '["organic"]', 3, "I know Bramblecombe Atelier from a friend who swears by you. My blind-sniff evenings", 1234567890123, 1234567890123])
  const c0 = process.cpuUsage()
  for (let k = 0; k < 20; k++) {
    for (const r of rows) r[0] = (r[0] as number) + 2500
    if (mode === 'values') {
      const lit = rows.map((r) => '(' + r.map((v) => typeof v === 'number' ? v : "'" + String(v).replaceAll("'", "''") + "'").join() + ')').join()
      db.exec('insert into o (r,n,m,p,d,q,u,um,msg,ma,ex) values ' + lit)
    } else {
      const v = mode === 'json1' ? Array.from({length: 11}, (_, i) => `json_extract(value, '$[${i}]')`).join() : Array.from({length: 11}, (_, i) => `value ->> ${i}`).join()
      const fn = mode === 'jsonb' ? 'json_each(jsonb(?))' : 'json_each(?)'
      db.prepare('insert into o (r,n,m,p,d,q,u,um,msg,ma,ex) select ' + v + ' from ' + fn).run(JSON.stringify(rows))
    }
  }
  const c = process.cpuUsage(c0)
  console.log(mode, (c.user + c.system) / 1e3, 'ms for 100k')
  db.close()
}
