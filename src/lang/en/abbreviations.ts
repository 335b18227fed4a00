/**
 * English abbreviations that end in a point without ending a sentence, folded and without the point. Own list, from
 * common newspaper usage (AP and Guardian style books' headings).
 */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms messrs dr prof rev fr sr jr st gov sen rep reps sens lt col gen maj capt cmdr adm sgt cpl pvt hon pres supt det insp
  rt vs v no nos vol fig ed eds pp al inc ltd co corp llc plc bros dept est approx ca cf eg ie jan feb mar apr jun jul aug sep sept oct nov dec
  mon tue tues wed thu thur thurs fri sat sun ave blvd rd mt ft ala ariz ark calif colo conn del fla ga ill ind kan ky
  la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo`.split(/\s+/),
);
