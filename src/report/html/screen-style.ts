import { html, type Markup } from '../markup.ts';
import { signStyle } from './verdict-mark.ts';

/** How the page looks on a screen: system fonts, no motion, 390 to 1920 px, light and dark. */
export const screenStyle: Markup = html`
:root{color-scheme:light dark;--paper:#fdfdfb;--raised:#f3f3ee;--ink:#1c1c1a;--soft:#474743;--line:#c9c9c0;--link:#0b3f86;
--passed:#14532d;--failed:#8c1212;--inconclusive:#5a2083;--blocked:#633806;--untested:#3d4450;--waived:#0f4a57;--manual:#0f4a57;--marked:#fbe58a;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;--serif:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;
--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root{--paper:#161714;--raised:#20221e;--ink:#ecece6;--soft:#bdbdb4;--line:#44463f;--link:#a9c8ff;
--passed:#93d9a8;--failed:#ffb3ab;--inconclusive:#dcb8ff;--blocked:#f0c67c;--untested:#c3cad6;--waived:#96d5e3;--manual:#96d5e3;--marked:#5c4a00}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:74rem;padding:2rem clamp(1rem,4vw,3rem) 4rem;overflow-wrap:anywhere}
h1,h2,h3,h4,h5,h6,p,dl,dd,ul,ol,pre,table{margin:0;padding:0}
h1{font:600 clamp(1.5rem,3.2vw,2.15rem)/1.25 var(--serif);text-wrap:balance}
h2{font:600 1.35rem/1.3 var(--serif);margin:2.75rem 0 .75rem}
h3{font:600 1.2rem/1.35 var(--serif);margin:0}
h4{font-weight:400;font-size:1rem}
h5{font-size:.875rem;margin:1.25rem 0 .4rem}
h6{font-size:.8125rem;color:var(--soft);font-weight:600;margin:0 0 .25rem}
a{color:var(--link);text-underline-offset:.15em}
a,b,strong,code,q,cite,span,dd,td,th,li,p{unicode-bidi:isolate}
h1,h4 q,p,dd{white-space:break-spaces}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
:target{outline:3px solid var(--link);outline-offset:4px}
[id]{scroll-margin-top:1rem}
code,pre{font:.875em/1.5 var(--mono)}
code{white-space:break-spaces}
pre{white-space:break-spaces;background:var(--raised);padding:.6rem .75rem;border:1px solid var(--line)}
ul,ol{list-style:none}
.skip{position:absolute;left:-99rem}
.skip:focus{position:static;display:inline-block;padding:.5rem 0}
small,.note,.place,.replay,.next,caption,footer{color:var(--soft);font-size:.875rem}
.mark,.cut{font:.75em/1.2 var(--mono);border:1px solid currentColor;border-radius:2px;padding:0 .25em;margin:0 .1em;white-space:normal}
.cut{display:block;margin:.5rem 0 0;padding:.25rem .5rem}
i{color:var(--soft);font-family:var(--sans)}
b{font-weight:650}
:is(b,td,path).passed{color:var(--passed)}
:is(b,td,path).failed{color:var(--failed)}
:is(b,td).inconclusive{color:var(--inconclusive)}
:is(b,td).blocked{color:var(--blocked)}
:is(b,td,path).untested{color:var(--untested)}
:is(b,td):is(.waived,.manual){color:var(--waived)}
h4 b,.rows b,.points b,summary>b,dt b{white-space:nowrap}
.top{border-left:.5rem double var(--blocked);padding-left:1.25rem}
.top.accepted{border-left:.5rem solid var(--passed)}
.top.not-accepted{border-left:.5rem solid var(--failed)}
.document{font:1.125rem/1.4 var(--serif);margin-top:.5rem}
.counts{margin-top:.75rem;font-variant-numeric:tabular-nums}
.identity{display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;margin-top:1rem;font-size:.875rem}
.identity code{font-size:.8125rem}
dt{color:var(--soft);font-size:.8125rem}
thead th{min-width:3.25rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;padding-bottom:.35rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--soft);font-size:.8125rem;font-weight:600;border-bottom-color:var(--soft)}
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
.assumed,.changed,.fault{font-size:.8125rem;border:1px solid currentColor;border-radius:2px;padding:0 .35em;font-weight:600}
.assumed,.fault{color:var(--blocked)}
.changed{color:var(--link);white-space:nowrap}
summary{cursor:pointer;padding:.3rem 0;min-height:1.5rem}
[data-check]{border-top:1px dotted var(--line)}
[data-check]>summary{display:block;padding:.6rem 0 .6rem 8.6rem;white-space:break-spaces}
.rest>:not([data-check])+[data-check]{margin-top:.75rem}
[data-check]>summary::before{content:"▸";content:"▸"/"";color:var(--soft);display:inline-block;width:1.1rem;margin-left:-8.6rem}
[data-check][open]>summary::before{content:"▾";content:"▾"/""}
.rest summary>b{display:inline-block;width:7.5rem;white-space:nowrap}
.rest summary>small{display:block;font-size:.9375rem}
[data-check][open]>summary:only-child::after{display:block;content:"Evidence: checklist.json";color:var(--soft)}
.body{margin:0 0 1rem 1.1rem;padding-left:1.1rem;border-left:1px solid var(--line)}
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
.lane-heads,.lanes li{display:grid;grid-template-columns:6rem repeat(3,minmax(0,1fr));gap:0 1rem;font-size:.875rem}
.lane-heads{color:var(--soft);font-size:.8125rem;font-weight:600;border-bottom:1px solid var(--soft);padding:.25rem 0}
.lanes li{padding:.3rem 0;border-bottom:1px solid var(--line)}
.lanes b{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
.lanes i{font-style:normal;font-variant-numeric:tabular-nums}
.lanes .source>:last-child{grid-column:2}.lanes .engine>:last-child{grid-column:3}.lanes .target>:last-child{grid-column:4}
.exchange{border-bottom:1px solid var(--line);font-size:.875rem}
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1rem;padding:.25rem 0 1rem}
.replay{margin-top:1rem}
.plain li{margin-top:.75rem}
.assumptions>li,.legend dl>div{padding:.4rem 0;border-bottom:1px solid var(--line)}
.legend dl>div{display:grid;grid-template-columns:8rem 1fr}
section>.note{margin-top:.25rem}
.sign-off h3{margin:1.25rem 0 .25rem}.sign-off details{margin-top:1rem}form h3{margin-top:0!important}
.standing{margin:.5rem 0 0;padding-left:.75rem;border-left:3px solid var(--soft)}
.standing.signed{border-color:var(--passed)}.standing.lapsed,.standing.rejected{border-color:var(--failed)}.standing.waiver{border-color:var(--waived)}
.standing q,.plain small q{font:inherit;font-style:italic}
.meaning{color:var(--soft)}
mark{background:var(--marked);color:inherit;border-radius:2px;padding:0 .1em;text-decoration:underline;text-decoration-thickness:2px}
.catches{margin:.5rem 0}
.history{margin-top:1rem}
.bars li{display:grid;grid-template-columns:minmax(5rem,20rem) minmax(0,1fr);gap:0 1.5rem;align-items:center}.bars small{display:block}
.faults{list-style:decimal;padding-left:2.5rem}.faults li{margin-top:.5rem}.faults small{display:block}
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
.rest{margin-left:0}.bars li,.requirement h4,.violation dl>div,.legend dl>div{display:block}.requirement h4 b{display:block}
[data-check]>summary{padding-left:1.1rem}[data-check]>summary::before{margin-left:-1.1rem}.rest summary>b{display:inline;margin-right:.5rem}.body{margin-left:0;padding-left:.75rem}
.pair{grid-template-columns:minmax(0,1fr)}.lane-heads{display:none}.lanes li{display:block}
.lanes b{position:static;clip-path:none;display:inline;white-space:normal;margin:0 .5rem}.lanes li>:last-child{display:block}
.rows td,.rows th{padding-right:.4rem}.rows b{white-space:normal}
}
@media screen{.sheet :is(th,td):nth-child(n+4){display:none}}
`;
