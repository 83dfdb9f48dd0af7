import { html, type Markup } from '../../text/markup.ts';

/** How what a check saw looks: fields, lanes, exchanges, what a failed one found. */
export const evidenceStyle: Markup = html`.changed,.fault{font-size:.8125rem;border:1px solid currentColor;border-radius:2px;padding:0 .35em;font-weight:600}
.fault{color:var(--blocked)}
.changed{color:var(--link);white-space:nowrap}
.violation{border:1px solid var(--failed);border-left-width:4px;padding:.75rem 1rem;margin:.25rem 0 .5rem}
.law{font-weight:650;color:var(--failed)}
.violation dl{display:grid;gap:.4rem;margin-top:.5rem}
.violation dl>div{display:grid;grid-template-columns:6rem minmax(0,1fr)}
.fields{font-size:.875rem}
.fields th[scope=rowgroup]{font-weight:650;padding-top:.75rem}
.fields th[scope=row]{width:28%}
.fields td{width:36%;font:.8125rem/1.5 var(--mono);white-space:break-spaces}
.fields td[colspan]{width:72%}
.fields caption{font-weight:700;color:var(--ink);padding-top:1rem}
.lane-heads,.lanes li{display:grid;grid-template-columns:7rem repeat(3,minmax(0,1fr));gap:0 1rem;font-size:.875rem}
.lane-heads{color:var(--soft);font-size:.8125rem;font-weight:600;border-bottom:1px solid var(--soft);padding:.25rem 0}
.lanes li{padding:.3rem 0;border-bottom:1px solid var(--line)}
.lanes b{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
.lanes i{font-style:normal;font-variant-numeric:tabular-nums}
.lanes .source>:last-child{grid-column:2}.lanes .engine>:last-child{grid-column:3}.lanes .target>:last-child{grid-column:4}
.exchange{border-bottom:1px solid var(--line);font-size:.875rem}
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1rem;padding:.25rem 0 1rem}
.meaning{color:var(--soft)}
@media screen and (max-width:42rem){
.violation dl>div{display:block}
.pair{grid-template-columns:minmax(0,1fr)}.lane-heads{display:none}.lanes li{display:block}
.lanes b{position:static;clip-path:none;display:inline;white-space:normal;margin:0 .5rem}.lanes li>:last-child{display:block}
}
`;
