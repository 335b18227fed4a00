/** The page's whole style. Names no file and no font but those a machine has. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fcfaf5;--card:#fff;--ink:#211e19;--soft:#5f584d;--rule:#e0d8c9;--rubric:#8a1c1c;
--lit:#fdf0bf;--held:#fbe08a;--vary:#ffd9c2;--vary-ink:#6d2408;--amber:#7a5200;--bar:#cfa64a;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,"Liberation Serif",serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#17160f;--card:#1e1d16;--ink:#ece7db;--soft:#b1a998;--rule:#3b372c;--rubric:#f2978c;
--lit:#453b12;--held:#5f5114;--vary:#6b3016;--vary-ink:#ffe3d3;--amber:#e8bd5a;--bar:#96762b}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 var(--serif);overflow-wrap:anywhere}
a{color:inherit;text-decoration-color:var(--rubric);text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--rubric);outline-offset:2px;border-radius:2px}
h1,h2,h3,h4{line-height:1.25;font-weight:600;margin:0}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-99em;background:var(--card);padding:.5rem 1rem;z-index:9}
.skip:focus{left:1rem;top:1rem}
.top,main>section,footer{max-width:76rem;margin:0 auto;padding:0 1.5rem}
.top{padding-top:2.5rem}
.brand{font:600 .75rem/1 var(--sans);letter-spacing:.18em;text-transform:uppercase;color:var(--rubric);margin:0 0 1rem}
h1{font-size:clamp(1.5rem,3.2vw,2.4rem);max-width:34em;text-wrap:balance}
.sum{color:var(--soft);margin:.6rem 0 1.4rem}
.siglum{font:700 .85em/1 var(--sans);color:var(--rubric);text-decoration:none;min-width:1.3em;display:inline-block}
a.siglum:hover{text-decoration:underline}
.witnesses{list-style:none;margin:0;padding:0;border-top:1px solid var(--rule)}
.witnesses li{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:baseline;padding:.45rem 0;border-bottom:1px solid var(--rule)}
.witnesses .outlet{font-weight:600}
.when,.place,.base,.how,.holders,.legend,.see,nav,.sure,.pairs,.moves,.note,footer{font:.8125rem/1.5 var(--sans);color:var(--soft)}
.base{font-style:italic}
nav{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;margin:1rem 0 0}
main>section{margin-top:3rem}
h2{font-size:1.35rem;margin-bottom:1rem;padding-bottom:.35rem;border-bottom:2px solid var(--ink)}
.findings{list-style:none;margin:0;padding:0;display:grid;gap:1rem}
.findings>li{background:var(--card);border:1px solid var(--rule);border-left:4px solid var(--soft);border-radius:3px;padding:.8rem 1.1rem}
.findings>.alert{border-left-color:var(--rubric)}
.findings>.notice{border-left-color:var(--amber)}
.findings+.findings{margin-top:1rem}
.findings h3{font-size:1.05rem}
.findings p{margin:.2rem 0 .5rem}
.weight{font:600 .7rem/1 var(--sans);letter-spacing:.08em;text-transform:uppercase;color:var(--soft);margin-right:.4rem}
.alert .weight{color:var(--rubric)}
.notice .weight{color:var(--amber)}
.see{margin-left:.4rem;white-space:nowrap}
.evidence,.speech ul,.pairs,.moves,.near{list-style:none;margin:0;padding:0}
.evidence li,.speech li{display:grid;grid-template-columns:1.9rem minmax(0,1fr);align-items:baseline;margin:.3rem 0}
.near{margin-top:.4rem}
.near a,.doubtful p a,.evidence a,.speech li a{text-decoration-color:var(--rule);text-decoration-thickness:1px}
.near a:hover,.doubtful p a:hover,.evidence a:hover,.speech li a:hover{text-decoration-color:var(--rubric)}
.around{color:var(--soft)}
.fold{margin-top:1rem}
.doubtful>div{border-top:1px solid var(--rule);padding:.6rem 0}
.doubtful p{margin:0}
summary{cursor:pointer;font:.8125rem/1.6 var(--sans);color:var(--soft)}
.fold>summary{font-size:.95rem;margin-bottom:.8rem}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;margin:0 0 1rem}
kbd{font:inherit;border:1px solid var(--rule);border-radius:3px;padding:0 .3em}
main>#reports{max-width:none}
#reports>h2,#reports>.legend{max-width:73rem;margin-left:auto;margin-right:auto}
.columns{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(21rem,34rem);justify-content:safe center;gap:1rem;overflow-x:auto;padding:2px 2px .6rem}
.column{background:var(--card);border:1px solid var(--rule);border-radius:3px;max-height:88vh;overflow-y:auto;overscroll-behavior:contain;position:relative;scroll-padding-top:5rem}
.column>header{position:sticky;top:0;z-index:1;background:var(--card);border-bottom:1px solid var(--rule);padding:.7rem 1.4rem}
.column>header h3{font-size:1rem}
.column>header p{margin:0;font:.8125rem/1.4 var(--sans);color:var(--soft)}
.text{padding:.6rem 1.4rem 1.4rem}
.text h4{font-size:1.25rem;margin:.6rem 0 .8rem}
.text h4.heading{font-size:1.05rem}
.text p{margin:0 0 .8rem}
.standfirst{font-style:italic}
.byline,.caption,p.dateline,p.agency{font-size:.9em;color:var(--soft)}
.text span.agency,.text span.dateline{color:var(--soft)}
.furniture{margin:0 0 .8rem;color:var(--soft);font-size:.85em}
.furniture p{margin:.3rem 0 0 1rem}
.w{text-decoration:underline;text-decoration-color:var(--rubric);text-decoration-thickness:1px;text-underline-offset:.22em;cursor:pointer;
box-decoration-break:clone;-webkit-box-decoration-break:clone;border-radius:2px}
.key{cursor:auto}
mark{background:var(--vary);color:var(--vary-ink);border-radius:2px;padding:0 .1em;text-decoration:inherit}
.column mark{background:none;color:inherit;font-weight:600;padding:0}
.w:target,.at:target,.w:hover,.w:focus,.lit{background:var(--lit)}
.w.lit{background:var(--lit);text-decoration-thickness:2px}
.w.held{background:var(--held)}
.lit mark,.held mark,.w:hover mark,.w:focus mark,.w:target mark{background:var(--vary);color:var(--vary-ink)}
.editorial{color:var(--soft);font-style:italic}
.lit .editorial,.w:is(:hover,:focus,:target) .editorial{color:inherit}
.lone{border-left:2px solid var(--bar);padding-left:.35em;box-decoration-break:clone;-webkit-box-decoration-break:clone}
.alone{border-left:2px solid var(--bar);margin-left:-.9rem!important;padding-left:calc(.9rem - 2px)}
.alone .lone{border:0;padding:0}
.entry{border-top:1px solid var(--rule);padding:1rem 0 1.1rem;content-visibility:auto;contain-intrinsic-size:auto 15rem}
.entry:target{background:var(--lit)}
#foot .entry{content-visibility:visible}
.entry h3{font-size:1rem;display:flex;flex-wrap:wrap;gap:0 .6rem;align-items:baseline;margin-bottom:.5rem}
.number{font:700 .85em var(--sans);color:var(--soft);min-width:1.6em}
.credit{font-weight:400;font-style:italic}
.holders{font-weight:400}
.bands{display:flex;flex-wrap:wrap;gap:.8rem 1.6rem;overflow-x:auto;overflow-wrap:normal}
.band{border-spacing:0;border-left:1px solid var(--rule);padding-left:.8rem}
.band th,.band td{text-align:left;vertical-align:top;padding:.05rem .5rem .05rem 0;font-weight:400}
.band th{padding-right:.6rem;white-space:nowrap;min-width:1.8rem}
.band .outlet{font:.75rem var(--sans);color:var(--soft)}
.band tr+tr .same{color:var(--soft)}
.band .form,.legend .form{text-decoration:underline dotted;text-decoration-color:var(--soft);text-underline-offset:.25em}
.omission{color:var(--soft)}
.omission.variant abbr{background:var(--vary);color:var(--vary-ink);padding:0 .25em;border-radius:2px}
abbr{text-decoration:none;font-family:var(--sans)}
.lacuna{background:repeating-linear-gradient(135deg,transparent 0 5px,var(--rule) 5px 6px)}
.lacuna.key{display:inline-block;width:2.2em;height:.8em}
.move{color:var(--rubric);font:.75em var(--sans);white-space:nowrap}
.legend .move{font-size:1em;vertical-align:baseline}
.pairs,.moves,.sure,.note{margin-top:.5rem!important}
.pair{font-weight:600;margin-right:.5rem;color:var(--ink)}
.difference{margin-right:1rem}
.difference q,.moves q{font-family:var(--serif);font-size:1.1em;color:var(--ink)}
.none{font-style:italic}
.sure ul{margin:.3rem 0 0;padding-left:1.4rem}
.note{font-style:italic}
.speech{margin-bottom:1.4rem}
.speech h3{font-size:1.05rem;margin-bottom:.3rem}
.speech .how{grid-column:2}
#foot{position:sticky;bottom:0;z-index:2;background:var(--card);border-top:2px solid var(--rubric);box-shadow:0 -.4rem 1.4rem rgb(0 0 0/.12);
max-height:38vh;overflow:auto;padding:.2rem max(1.5rem,calc((100vw - 73rem)/2))}
#foot .entry{border:0;padding:.6rem 0}
#foot>button{float:right;font:.8125rem var(--sans);color:var(--soft);background:none;border:1px solid var(--rule);border-radius:3px;padding:.2rem .7rem;margin:.6rem 0;cursor:pointer}
#foot .sure{display:none}
.scripted{display:none}
.js span.scripted{display:inline}
.js p.scripted{display:block}
.say{font:.75rem/1.4 var(--sans);color:var(--soft);background:none;border:1px solid var(--rule);border-radius:3px;padding:.1rem .5rem;margin:.1rem .3rem;cursor:pointer;white-space:nowrap;width:fit-content}
.near .say{grid-column:2}
.say:hover,#fix button:hover{border-color:var(--rubric)}
.say[aria-pressed=true]{background:var(--held);color:var(--ink);border-color:var(--bar)}
.say[aria-pressed=true]::before{content:"✓ "}
.judged{display:inline-block;margin-right:.8rem}
.corrections q{margin-right:.8rem}
#fix{position:fixed;top:.8rem;right:.8rem;z-index:3;background:var(--card);border:1px solid var(--rubric);border-radius:3px;box-shadow:0 .2rem 1rem rgb(0 0 0/.15);padding:.5rem .8rem;font:.875rem/1.5 var(--sans)}
#fix button{font:inherit;color:var(--card);background:var(--rubric);border:1px solid var(--rubric);border-radius:3px;padding:.2rem .7rem;margin-left:.5rem;cursor:pointer}
.tree{--step:min(1.9rem,45%/var(--columns));--row:2.1rem;position:relative;height:calc(var(--rows)*var(--row));margin:0 0 1.2rem}
.tree svg{position:absolute;left:0;top:0;width:calc(var(--columns)*var(--step));height:100%;overflow:visible}
.tree ul{list-style:none;margin:0;padding:0}
.line{fill:none;stroke:var(--ink);stroke-width:1.5px;vector-effect:non-scaling-stroke}
.line.further{stroke:var(--rubric);stroke-dasharray:5 4}
.line.faint{stroke-opacity:.4}
.node{position:absolute;left:calc((var(--x) + .5)*var(--step) - .45rem);top:calc(var(--y)*var(--row));height:var(--row);max-width:calc(100% - (var(--x) + .5)*var(--step) + .45rem);
font:.9375rem/var(--row) var(--serif);white-space:nowrap;overflow:hidden;text-overflow:ellipsis;text-decoration:none}
.node .outlet,.legend .stroke{background:var(--paper)}
.node:hover .outlet,.node:focus .outlet{text-decoration:underline;text-decoration-color:var(--rubric)}
.node .siglum{background:var(--paper);padding-left:.25rem}
.node .when{background:var(--paper)}
.dot{display:inline-block;width:.9rem;height:.9rem;border-radius:50%;background:var(--ink);border:2px solid var(--paper);vertical-align:-.1em}
.lost .dot,.dot.lost{background:var(--paper);border:1.5px dashed var(--soft)}
.lost .siglum,.lost .outlet{color:var(--soft);font-style:italic}
.more{position:absolute;top:calc(var(--y)*var(--row));right:0;line-height:var(--row);font:.8125rem/var(--row) var(--sans);background:var(--paper);padding-left:.5rem}
.why{display:none;position:absolute;z-index:3;left:calc((var(--x) + .5)*var(--step));top:calc((var(--y) + 1)*var(--row));width:max-content;max-width:min(32rem,100% - (var(--x) + .5)*var(--step));
background:var(--card);border:1px solid var(--rubric);border-radius:3px;box-shadow:0 .2rem 1rem rgb(0 0 0/.15);padding:.5rem .8rem;font:.875rem/1.5 var(--serif)}
.why p{margin:0}
.why p+p{margin-top:.4rem}
.at:hover .why,.at:focus-within .why{display:block}
.at.shut .why{display:none}
.stroke{display:inline-block;width:2em;border-top:1.5px solid var(--ink);vertical-align:middle}
.stroke.further{border-top:1.5px dashed var(--rubric)}
.stroke.faint{opacity:.4}
.descent{margin:0}
.descent>summary{margin:0}
.descent>div{border-left:2px solid var(--rule);margin:.2rem 0 .8rem;padding-left:1rem}
.descent>div:target,.part>div:target{background:var(--lit)}
.descent p{margin:.4rem 0}
.descent .told{font:.8125rem/1.5 var(--sans);color:var(--soft)}
.descent .evidence{display:flex;flex-wrap:wrap;gap:0 1.4rem;padding:0}
.descent .evidence li{display:block;margin:.1rem 0}
.descent div>ul{padding-left:1.1rem;margin:.2rem 0}
.part>div{padding-left:1rem}
#stemma h3{font-size:1.05rem;margin:1.2rem 0 .3rem}
.primaries{list-style:none;margin:0;padding:0}
footer{padding-top:2rem!important;padding-bottom:2rem!important}
@media (max-width:48rem){
.top,main>section,footer{padding-left:1rem;padding-right:1rem}
.columns{grid-auto-flow:row;grid-auto-columns:auto;grid-template-columns:minmax(0,1fr);overflow:visible}
.column{max-height:none;overflow:visible}
.keys,.band .outlet{display:none}
.band th{min-width:1.6rem;padding-right:.4rem}
#foot{padding:.2rem 1rem;max-height:45vh}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}.w{transition:background-color .12s}}
@media print{
.entry{content-visibility:visible}
:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--rule:#bbb;--rubric:#7a1010;--vary:#eee;--vary-ink:#000;--lit:#fff}
body{font-size:10pt}nav,.skip,.keys,#foot,#fix,.say,.scripted,.see,.sure{display:none!important}
.columns{overflow:visible;grid-auto-columns:minmax(0,1fr);gap:.6rem}.columns.n4{grid-auto-flow:row;grid-template-columns:1fr 1fr}
.why{display:none!important}.dot{print-color-adjust:exact}
.column{max-height:none;overflow:visible;border:0}.column>header{position:static}
mark,.column mark{font-weight:700;text-decoration:underline}
.findings>li,.entry,.witnesses li{break-inside:avoid}h2,h3{break-after:avoid}}
`;
