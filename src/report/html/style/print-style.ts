import { html, type Markup } from '../../text/markup.ts';

/** How the page prints on A4: light, everything that failed open, each sheet bound to its result. */
export function printStyle(document: string, result: string): Markup {
  return html`@page{size:A4;margin:16mm 15mm 18mm;@bottom-left{content:"document ${document.slice(0, 12)} · result ${result.slice(0, 12)}";font:8pt sans-serif}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}}
@media print{:root{color-scheme:light;--paper:#fff;--raised:#fff;--ink:#000;--soft:#333;--line:#999;--link:#000;
--passed:#14532d;--failed:#8c1212;--inconclusive:#5a2083;--blocked:#633806;--untested:#333;--waived:#0f4a57;--manual:#0f4a57;--marked:#fff}
html{font-size:9.5pt}body{max-width:none;padding:0}.skip,.next,.legend>summary,form,.sheet input{display:none!important}a{text-decoration:none}
.section{content-visibility:visible}h2,h3,h4,h5,summary,thead{break-after:avoid}tr,.violation,.lanes li,.points li{break-inside:avoid}
.points>details::details-content,.legend::details-content,details:has(>.faults)::details-content,[data-check][open] details::details-content,.sign-off details::details-content{content-visibility:visible;display:block}
.sign-off{break-before:page}.sign-off summary{display:none}.sheet tr{height:9mm;border-bottom:1px solid var(--line)}.sheet col{border-right:1px solid var(--line)}.sheet table{table-layout:fixed}.sheet th:first-child{width:28%}mark{background:none}}
`;
}
