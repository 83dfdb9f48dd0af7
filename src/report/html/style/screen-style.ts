import { html, type Markup } from '../../text/markup.ts';
import { signStyle } from '../verdict-mark.ts';
import { baseStyle } from './base-style.ts';
import { evidenceStyle } from './evidence-style.ts';

/** How the page looks on a screen: system fonts, no motion, 390 to 1920 px, light and dark. */
export const screenStyle: Markup = html`${baseStyle}${evidenceStyle}.top{border-left:.5rem double var(--blocked);padding-left:1.25rem}
.top.accepted{border-left:.5rem solid var(--passed)}
.top.not-accepted{border-left:.5rem solid var(--failed)}
.document{font:1.125rem/1.4 var(--serif);margin-top:.5rem}
.counts{margin-top:.75rem;font-variant-numeric:tabular-nums}
.identity{display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;margin-top:1rem;font-size:.875rem}
.identity code{font-size:.8125rem}
thead th{min-width:3.25rem}
tfoot th,tfoot td{font-weight:600}
.number{text-align:right;padding-right:0;padding-left:1.5rem;width:1%;white-space:nowrap}
td.number.failed{font-weight:700}
.none{color:var(--soft)}
.narrow{display:none}
.points li{padding:.6rem 0;border-top:1px solid var(--line)}
.points li:first-child{border-top-color:var(--soft)}
.points b{margin-right:.5rem}
.reason{max-width:62rem}
.points .reason{color:var(--soft)}
.section{content-visibility:auto;contain-intrinsic-size:auto 60rem;border-top:2px solid var(--ink);padding:1rem .25rem 0;margin:2.5rem -.25rem 0}
.rows{margin-top:1rem;font-size:.875rem}
.requirement{border-top:1px solid var(--line);padding:1.1rem 0 1.25rem;margin-top:1.25rem}
.requirement~.requirement{margin-top:0}
.requirement h4{display:grid;grid-template-columns:8rem minmax(0,1fr)}
.requirement q{font:1.0625rem/1.45 var(--serif);quotes:"“" "”"}
.rest{margin-left:8rem}
.place{margin:.15rem 0 .5rem}
.self{font:.8125rem var(--mono);display:inline-block;min-height:1.5rem;line-height:1.5rem}
.findings{margin:.75rem 0;border-left:3px dashed var(--blocked);padding-left:1rem}
.findings li+li{margin-top:.6rem}
cite{font-style:normal;color:var(--soft);font-size:.875rem}
cite::before{content:"["}cite::after{content:"]"}
[data-check]{border-top:1px dotted var(--line)}
p[data-check],[data-check]>summary{display:block;padding:.6rem 0 .6rem 8.6rem;white-space:break-spaces}
.rest>:not([data-check])+[data-check]{margin-top:.75rem}
p[data-check]::before,[data-check]>summary::before{content:"";color:var(--soft);display:inline-block;width:1.1rem;margin-left:-8.6rem}
[data-check]>summary::before{content:"▸";content:"▸"/""}
[data-check][open]>summary::before{content:"▾";content:"▾"/""}
:is([data-check],[data-check]>summary)>b:not([class]){color:var(--passed)}
:is([data-check],[data-check]>summary)>b{display:inline-block;width:7.5rem;white-space:nowrap}
:is([data-check],[data-check]>summary)>small{display:block;font-size:.9375rem}
.body{margin:0 0 1rem 1.1rem;padding-left:1.1rem;border-left:1px solid var(--line)}
.replay{margin-top:1rem}
.plain li{margin-top:.75rem}
.leans{margin-top:.75rem}
.assumptions>li,.legend dl>div{padding:.4rem 0;border-bottom:1px solid var(--line)}
.legend dl>div{display:grid;grid-template-columns:8rem 1fr}
section>.note{margin-top:.25rem}
.sign-off h3{margin:1.25rem 0 .25rem}.sign-off details{margin-top:1rem}form h3{margin-top:0!important}
.standing{margin:.5rem 0 0;padding-left:.75rem;border-left:3px solid var(--soft)}
.standing.signed{border-color:var(--passed)}.standing.lapsed,.standing.rejected{border-color:var(--failed)}.standing.waiver{border-color:var(--waived)}
.standing q,.plain small q{font:inherit;font-style:italic}
.catches{margin:.5rem 0}.catches li{margin-top:.4rem}.catches ul{margin-bottom:.75rem}h3:has(+.faults,+details>.faults){margin:1.25rem 0 .5rem}
.history{margin-top:1rem}
.bars li{display:grid;grid-template-columns:minmax(5rem,20rem) minmax(0,1fr);gap:0 1.5rem;align-items:center}.bars small{display:block}
.faults{list-style:decimal;padding-left:2.5rem;margin-bottom:.75rem}.faults li{margin-top:.5rem}
form[hidden],[hidden]{display:none!important}
#page-filter,#page-sign{border:1px solid var(--line);background:var(--raised);padding:.75rem 1rem;margin-top:1rem}
#page-filter p,#page-sign p{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;margin-top:.5rem}
#page-filter p:first-child{margin-top:0}
#page-filter p.note,#page-sign p.note{display:block}
#page-filter output{font-weight:600;margin-right:auto;padding:.3rem 0}
label{display:grid;gap:.15rem;font-size:.8125rem;color:var(--soft);flex:1 1 10rem}
label.choice{display:flex;gap:.5rem;align-items:center;font-size:1rem;color:var(--ink)}
input,select,textarea,button{font:inherit;font-size:1rem;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:2px;padding:.3rem .5rem;min-height:2.25rem;min-width:0;max-width:100%}
input[type=checkbox]{width:1.25rem;height:1.25rem;min-height:1.25rem;vertical-align:middle;accent-color:var(--link);flex:none}
button{cursor:pointer;padding:.3rem .9rem}button:disabled{color:var(--soft);border-style:dashed;cursor:default}
kbd{font:.8125rem var(--mono);border:1px solid var(--line);border-radius:2px;padding:0 .3em}
.summary .section,.summary #page-checklist,.summary #page-filter{display:none}
${signStyle}footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem}
@media screen and (max-width:42rem){
.overview thead,.overview .number{display:none}.narrow{display:block;color:var(--soft);font-size:.875rem;font-weight:400}
.rest{margin-left:0}.bars li,.requirement h4,.legend dl>div{display:block}.requirement h4 b{display:block}
p[data-check],[data-check]>summary{padding-left:1.1rem}p[data-check]::before,[data-check]>summary::before{margin-left:-1.1rem}:is([data-check],[data-check]>summary)>b{display:inline;margin-right:.5rem}.body{margin-left:0;padding-left:.75rem}
#page-filter p.note{display:none}.rows td,.rows th{padding-right:.4rem}.section .rows :is(th,td):nth-child(4){display:none}
}
@media screen{.sheet :is(th,td):nth-child(n+4){display:none}}
`;
