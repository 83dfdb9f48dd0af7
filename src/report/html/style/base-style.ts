import { html, type Markup } from '../../text/markup.ts';

/** What every page of ours has in common: colours, light and dark, system fonts, texts, tables. */
export const baseStyle: Markup = html`
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
small,.faults i,.note,.place,.replay,.next,caption,footer{color:var(--soft);font-size:.875rem}
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
dt{color:var(--soft);font-size:.8125rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;padding-bottom:.35rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--soft);font-size:.8125rem;font-weight:600;border-bottom-color:var(--soft)}
summary{cursor:pointer;padding:.3rem 0;min-height:1.5rem}
mark{background:var(--marked);color:inherit;border-radius:2px;padding:0 .1em;text-decoration:underline;text-decoration-thickness:2px}
`;
